/** In which order the parts of a split stand. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { percentiles } from '../vitals/percentile.ts'
import { partOfRow } from './grouping.ts'
import type { Question } from './planner.ts'
import type { CountRow, DistributionRow } from './segment.queries.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from './weighted.ts'

/** What the parts of a split are ordered by. */
export type PartOrder = { by: 'views' | { vital: VitalName; q: number }; direction: 'ASC' | 'DESC' }

/** A key of a split with what was found out to order it: null is what was not asked. */
export type RankedKey = { key: string | null; views: number; distribution: WeightedDistribution | null }

/**
 * The last axis's keys in each part of the others: those with views, and with values if these are the order. Equal
 * ones are ordered by name, so that answers repeat.
 */
export function orderedKeys(
  counts: readonly CountRow[],
  values: readonly DistributionRow[],
  split: Question,
  order: PartOrder,
): Map<string, RankedKey[]> {
  const last = split.axes.length - 1
  const around = { ...split, axes: split.axes.slice(0, -1) }
  const parts = new Map<string, Map<string | null, RankedKey>>()
  const rankedKey = (part: string, key: string | null): RankedKey => {
    const keys = parts.get(part) ?? new Map<string | null, RankedKey>()
    parts.set(part, keys)
    const ranked = keys.get(key) ?? { key, views: 0, distribution: null }
    keys.set(key, ranked)
    return ranked
  }
  for (const row of counts)
    if (row.count > 0) rankedKey(partOfRow(row, around), row[`d${last}`] ?? null).views = row.count
  for (const [part, key, distribution] of distributionsByKey(values, around, last))
    if (distribution.n > 0) rankedKey(part, key).distribution = distribution
  return new Map([...parts].map(([part, keys]) => [part, inOrder([...keys.values()], order)]))
}

function inOrder(keys: RankedKey[], { by, direction }: PartOrder): RankedKey[] {
  const sign = direction === 'ASC' ? 1 : -1
  const rank = ({ views, distribution }: RankedKey): number | null => {
    if (by === 'views') return views
    return distribution === null ? null : (percentiles(distribution, [by.q])[0]?.value ?? null)
  }
  return keys
    .map((key) => ({ key, rank: rank(key) }))
    .sort((a, b) => {
      const byName = (a.key.key ?? '') < (b.key.key ?? '') ? -1 : 1
      if (a.rank === null || b.rank === null)
        return Number(a.rank === null) - Number(b.rank === null) || byName
      return sign * (a.rank - b.rank) || byName
    })
    .map(({ key }) => key)
}

function distributionsByKey(
  rows: readonly DistributionRow[],
  around: Question,
  last: number,
): [part: string, key: string | null, distribution: WeightedDistribution][] {
  const parts = new Map<string, Map<string | null, WeightedDistribution>>()
  for (const row of rows) {
    const part = partOfRow(row, around)
    const keys = parts.get(part) ?? new Map<string | null, WeightedDistribution>()
    parts.set(part, keys)
    const key = row[`d${last}`] ?? null
    const distribution = keys.get(key) ?? emptyWeighted()
    keys.set(key, distribution)
    addRow(distribution, row)
  }
  return [...parts].flatMap(([part, keys]) =>
    [...keys].map(
      ([key, distribution]) =>
        [part, key, settled(distribution)] as [string, string | null, WeightedDistribution],
    ),
  )
}
