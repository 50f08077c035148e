/**
 * What makes a nested question cheap: a figure asked of many segments is gathered, the segments that share scope and
 * splits become one statement, and each gets its part of the answer.
 */
import DataLoader from 'dataloader'
import { VITAL_NAMES, type VitalName } from '../../sdk/wire/vitals.ts'
import type { Database, StatementRecord } from '../db/database.ts'
import { userError } from '../problem.ts'
import { percentiles } from '../vitals/percentile.ts'
import type { Dimension } from './dimensions.ts'
import { METRICS } from './metrics.ts'
import type { Question } from './planner.ts'
import type { Segment } from './segment.ts'
import {
  type CountRow,
  type DistributionRow,
  MAX_SPLITS,
  type WantedKeys,
  distributions,
  sessionCounts,
  viewCounts,
} from './segment.queries.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from './weighted.ts'

/** What the parts of a split are ordered by. */
export type PartOrder = { by: 'views' | { vital: VitalName; q: number }; direction: 'ASC' | 'DESC' }

type Split = { segment: Segment; dimension: Dimension; order: PartOrder }

export type SegmentLoaders = {
  distribution: DataLoader<{ segment: Segment; metric: VitalName }, WeightedDistribution>
  views: DataLoader<Segment, number>
  sessions: DataLoader<Segment, number>
  /** The keys of a dimension in a segment, in order. */
  keys: DataLoader<Split, (string | null)[]>
}

export function createSegmentLoaders(
  db: Database,
  record: (statement: StatementRecord) => void,
): SegmentLoaders {
  const counts = (query: typeof viewCounts) =>
    new DataLoader<Segment, number>(
      (segments) =>
        answer(
          segments,
          (segment) => segment,
          async (group) => {
            const rows = await query(db, group.question, group.wanted, record)
            const byPart = new Map(rows.map((row) => [partOfRow(row, group.question), row.count]))
            return group.items.map((segment) => byPart.get(partOf(segment, group.question)) ?? 0)
          },
        ),
      { cacheKeyFn: identify as never },
    )
  return {
    views: counts(viewCounts),
    sessions: counts(sessionCounts),
    distribution: new DataLoader(
      (asked) =>
        answer(
          asked,
          ({ segment }) => segment,
          async ({ question, wanted, items }) => {
            const metrics = [...new Set(items.map(({ metric }) => metric))]
            const rows = await distributions(db, question, metrics, wanted, record)
            const byPart = mergeParts(rows, question)
            return items.map(
              ({ segment, metric }) =>
                byPart.get(`${metric} ${partOf(segment, question)}`) ?? emptyWeighted(),
            )
          },
        ),
      { cacheKeyFn: ({ segment, metric }) => `${metric} ${identify(segment)}` as never },
    ),
    keys: new DataLoader(
      (splits) =>
        answer(
          splits,
          ({ segment }) => segment,
          async ({ question, wanted, items }) => {
            const [first] = items
            if (first === undefined) return []
            const { dimension, order } = first
            const split = { ...question, dimensions: [...question.dimensions, dimension] }
            const [counts, values] = await Promise.all([
              viewCounts(db, split, wanted, record),
              order.by === 'views' ? [] : distributions(db, split, [order.by.vital], wanted, record),
            ])
            const keysByPart = orderedKeys(counts, values, split, order)
            return items.map(({ segment }) => keysByPart.get(partOf(segment, question)) ?? [])
          },
          ({ dimension, order }) => JSON.stringify([dimension, order]),
        ),
      {
        cacheKeyFn: ({ segment, dimension, order }) =>
          JSON.stringify([dimension, order, identify(segment)]) as never,
      },
    ),
  }
}

type Group<Item> = { question: Question; wanted: WantedKeys; items: Item[] }

/** Groups what was asked by the statement that answers it, asks each once, and gives every item its answer. */
async function answer<Item, Answer>(
  items: readonly Item[],
  segmentOf: (item: Item) => Segment,
  ask: (group: Group<Item>) => Promise<Answer[]>,
  alsoBy: (item: Item) => string = () => '',
): Promise<Answer[]> {
  const groups = new Map<string, Group<Item>>()
  for (const item of items) {
    const segment = segmentOf(item)
    const dimensions = splitsOf(segment)
    if (dimensions.length >= MAX_SPLITS)
      throw userError(`a question splits by ${MAX_SPLITS - 1} dimensions at most`)
    const key = `${statementKey(segment)} ${alsoBy(item)}`
    const group = groups.get(key) ?? {
      question: { scope: segment.scope, dimensions, edges: segment.time?.edges ?? null },
      wanted: new Map(dimensions.map((dimension) => [dimension, new Set<string | null>()])),
      items: [],
    }
    for (const [dimension, value] of segment.keys)
      (group.wanted.get(dimension) as Set<string | null>).add(value)
    group.items.push(item)
    groups.set(key, group)
  }
  const answers = new Map<Item, Answer>()
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const results = await ask(group)
      group.items.forEach((item, i) => answers.set(item, results[i] as Answer))
    }),
  )
  return items.map((item) => answers.get(item) as Answer)
}

/** By what the scope was split, in an order that does not depend on which split came first. */
function splitsOf({ keys }: Segment): Dimension[] {
  return [...keys.keys()].sort((a, b) => (a < b ? -1 : 1))
}

/** Segments with the same key are answered by one statement. */
function statementKey(segment: Segment): string {
  const { scope, time } = segment
  const { site, range, where, includeBots } = scope
  return JSON.stringify([
    site.id,
    range.from,
    range.to,
    where,
    includeBots,
    splitsOf(segment),
    time?.interval ?? null,
  ])
}

/** Which segment it is, for the cache. */
function identify(segment: Segment): string {
  const keys = splitsOf(segment).map((dimension) => segment.keys.get(dimension) ?? null)
  return JSON.stringify([statementKey(segment), keys, segment.time?.index ?? null])
}

/** Where a segment stands in the answer to its question. */
function partOf({ keys, time }: Segment, { dimensions }: Question): string {
  return JSON.stringify([...dimensions.map((dimension) => keys.get(dimension) ?? null), time?.index ?? 0])
}

function partOfRow(row: CountRow | DistributionRow, { dimensions }: Question): string {
  return JSON.stringify([...dimensions.map((_, i) => row[`d${i}`] ?? null), row.bucket])
}

const METRIC_BY_CODE = new Map(VITAL_NAMES.map((name) => [METRICS[name].code, name]))

function mergeParts(rows: readonly DistributionRow[], question: Question): Map<string, WeightedDistribution> {
  const parts = new Map<string, WeightedDistribution>()
  for (const row of rows) {
    const key = `${METRIC_BY_CODE.get(row.metric)} ${partOfRow(row, question)}`
    const part = parts.get(key) ?? emptyWeighted()
    addRow(part, row)
    parts.set(key, part)
  }
  return new Map([...parts].map(([key, part]) => [key, settled(part)]))
}

/**
 * The last dimension's keys in each part of the others: those with views, and with values if these are the order. Equal
 * ones are ordered by name, so that answers repeat.
 */
function orderedKeys(
  counts: readonly CountRow[],
  values: readonly DistributionRow[],
  split: Question,
  order: PartOrder,
): Map<string, (string | null)[]> {
  const last = split.dimensions.length - 1
  const around = { ...split, dimensions: split.dimensions.slice(0, -1) }
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
