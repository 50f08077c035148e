/** In which order the parts of a split stand. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { percentiles } from '../vitals/percentile.ts'
import { partOfRow } from './grouping.ts'
import type { Question } from './planner.ts'
import type { CountRow, DistributionRow } from './segment.queries.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from './weighted.ts'

/** What the parts of a split are ordered by. */
export type PartOrder = { by: 'views' | { vital: VitalName; q: number }; direction: 'ASC' | 'DESC' }

/**
 * The last axis's keys in each part of the others: those with views, and with values if these are the order. Equal
 * ones are ordered by name, so that answers repeat.
 */
export function orderedKeys(
  counts: readonly CountRow[],
  values: readonly DistributionRow[],
  split: Question,
  order: PartOrder,
): Map<string, (string | null)[]> {
  const last = split.axes.length - 1
  const around = { ...split, axes: split.axes.slice(0, -1) }
  const ranked = new Map<string, Map<string | null, number | null>>()
  const add = (part: string, key: string | null, rank: number | null) => {
    ranked.set(part, (ranked.get(part) ?? new Map<string | null, number | null>()).set(key, rank))
  }
  for (const row of counts) {
    if (row.count > 0)
      add(partOfRow(row, around), row[`d${last}`] ?? null, order.by === 'views' ? row.count : null)
  }
  if (order.by !== 'views') {
    const { q } = order.by
    for (const [part, key, distribution] of distributionsByKey(values, around, last)) {
      if (distribution.n > 0) add(part, key, percentiles(distribution, [q])[0]?.value ?? null)
    }
  }
  return new Map([...ranked].map(([part, ranks]) => [part, inOrder(ranks, order.direction)]))
}

function inOrder(
  ranks: ReadonlyMap<string | null, number | null>,
  direction: PartOrder['direction'],
): (string | null)[] {
  const sign = direction === 'ASC' ? 1 : -1
  const sorted = [...ranks].sort(([keyA, a], [keyB, b]) => {
    const byName = (keyA ?? '') < (keyB ?? '') ? -1 : 1
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName
    return sign * (a - b) || byName
  })
  return sorted.map(([key]) => key)
}

function distributionsByKey(
  rows: readonly DistributionRow[],
  around: Question,
  last: number,
): [part: string, key: string | null, distribution: WeightedDistribution][] {
  const parts = new Map<string, [string, string | null, WeightedDistribution]>()
  for (const row of rows) {
    const part = partOfRow(row, around)
    const key = row[`d${last}`] ?? null
    const id = JSON.stringify([part, key])
    const entry = parts.get(id) ?? [part, key, emptyWeighted()]
    addRow(entry[2], row)
    parts.set(id, entry)
  }
  return [...parts.values()].map(([part, key, distribution]) => [part, key, settled(distribution)])
}
