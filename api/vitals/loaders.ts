/** What is told about the vitals of segments beside their distributions, gathered over a request. */
import type DataLoader from 'dataloader'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { Database, StatementRecord } from '../db/database.ts'
import { createGroupingLoader, partOf, partOfRow } from '../segment/grouping.ts'
import type { Question } from '../segment/planner.ts'
import type { Segment } from '../segment/segment.ts'
import type { DistributionRow } from '../segment/segment.queries.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from '../segment/weighted.ts'
import {
  type AttributionField,
  type SupportRow,
  attributed,
  phaseDurations,
  supportingViews,
} from './attribution.queries.ts'

type Asked = { segment: Segment; metric: VitalName }

/** A distribution for each of several keys. */
export type Keyed = [key: string | null, distribution: WeightedDistribution][]

export type VitalLoaders = {
  attribution: DataLoader<Asked & { by: AttributionField }, Keyed, string>
  phases: DataLoader<Asked, Keyed, string>
  support: DataLoader<Asked, SupportRow | null, string>
}

export function createVitalLoaders(db: Database, record: (statement: StatementRecord) => void): VitalLoaders {
  return {
    attribution: createGroupingLoader({
      segmentOf: ({ segment }) => segment,
      sharing: ({ metric, by }) => `${metric} ${by}`,
      ask: async ({ question, wanted, items }) => {
        const [first] = items
        if (first === undefined) return []
        const rows = await attributed(db, { question, wanted, metric: first.metric }, first.by, record)
        return inParts(rows, question, items)
      },
    }),
    phases: createGroupingLoader({
      segmentOf: ({ segment }) => segment,
      sharing: ({ metric }) => metric,
      ask: async ({ question, wanted, items }) => {
        const [first] = items
        if (first === undefined) return []
        const rows = await phaseDurations(db, { question, wanted, metric: first.metric }, record)
        return inParts(rows, question, items)
      },
    }),
    support: createGroupingLoader({
      segmentOf: ({ segment }) => segment,
      sharing: ({ metric }) => metric,
      ask: async ({ question, wanted, items }) => {
        const [first] = items
        if (first === undefined) return []
        const rows = await supportingViews(db, { question, wanted, metric: first.metric }, record)
        const byPart = new Map(rows.map((row) => [partOfRow(row, question), row]))
        return items.map(({ segment }) => byPart.get(partOf(segment, question)) ?? null)
      },
    }),
  }
}

/** The keys of each part; the key stands in the column behind those of the part. */
function inParts(rows: readonly DistributionRow[], question: Question, items: readonly Asked[]): Keyed[] {
  const parts = new Map<string, Map<string | null, WeightedDistribution>>()
  for (const row of rows) {
    const part = partOfRow(row, question)
    const keys = parts.get(part) ?? new Map<string | null, WeightedDistribution>()
    const key = row[`d${question.axes.length}`] ?? null
    const distribution = keys.get(key) ?? emptyWeighted()
    addRow(distribution, row)
    keys.set(key, distribution)
    parts.set(part, keys)
  }
  return items.map(({ segment }) =>
    [...(parts.get(partOf(segment, question)) ?? [])].map(([key, distribution]) => [
      key,
      settled(distribution),
    ]),
  )
}
