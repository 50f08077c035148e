/** The figures of segments, each gathered over all segments of a request that ask for it. */
import type DataLoader from 'dataloader'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { Database, StatementRecord } from '../db/database.ts'
import type { Axis } from './axes.ts'
import type { PartRow } from './columns.ts'
import { type Group, createGroupingLoader, partOf, partOfRow } from './grouping.ts'
import { METRICS } from './metrics.ts'
import { type PartOrder, type RankedKey, orderedKeys } from './ordered-keys.ts'
import type { Question } from './planner.ts'
import { type Segment, atKey } from './segment.ts'
import { type DistributionRow, distributions, viewCounts } from './segment.queries.ts'
import {
  type SessionFiguresRow,
  sessionDurations,
  sessionFigures,
  visitors,
} from './session-figures.queries.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from './weighted.ts'

export type SessionFigures = Omit<SessionFiguresRow, 'bucket' | `d${number}`>

type Measurable = { segment: Segment; metric: VitalName }
type Ranked = { segment: Segment; order: PartOrder; ranked: RankedKey }
type Split = { segment: Segment; axis: Axis; order: PartOrder }

export type SegmentLoaders = {
  views: DataLoader<Segment, number, string>
  visitors: DataLoader<Segment, number, string>
  sessions: DataLoader<Segment, SessionFigures, string>
  /** ms */
  durations: DataLoader<Segment, WeightedDistribution, string>
  distribution: DataLoader<Measurable, WeightedDistribution, string>
  /** The keys of an axis in a segment, in order. */
  keys: DataLoader<Split, (string | null)[], string>
}

const NO_SESSIONS: SessionFigures = {
  n: 0,
  squares: 0,
  sessions: 0,
  bounced: 0,
  engaged: 0,
  frustrated: 0,
  crashed: 0,
}

export function createSegmentLoaders(
  db: Database,
  record: (statement: StatementRecord) => void,
): SegmentLoaders {
  const views = createGroupingLoader<Segment, number>({
    segmentOf: itself,
    ask: async (group) => inParts(await viewCounts(db, group, record), group, ({ count }) => count, 0),
  })
  const distribution = createGroupingLoader<Measurable, WeightedDistribution>({
    segmentOf: ({ segment }) => segment,
    sharing: () => '',
    identity: ({ metric }) => metric,
    ask: async ({ question, wanted, items }) => {
      const metrics = [...new Set(items.map(({ metric }) => metric))]
      const parts = mergeParts(await distributions(db, { question, metrics, wanted }, record), question)
      return items.map(
        ({ segment, metric }) =>
          parts.get(`${METRICS[metric].code} ${partOf(segment, question)}`) ?? emptyWeighted(),
      )
    },
  })
  return {
    views,
    distribution,
    visitors: createGroupingLoader({
      segmentOf: itself,
      ask: async (group) => inParts(await visitors(db, group, record), group, (row) => row.visitors, 0),
    }),
    sessions: createGroupingLoader<Segment, SessionFigures>({
      segmentOf: itself,
      ask: async (group) =>
        inParts(await sessionFigures(db, group, record), group, (row) => row, NO_SESSIONS),
    }),
    durations: createGroupingLoader({
      segmentOf: itself,
      ask: async ({ question, wanted, items }) => {
        const parts = mergeParts(await sessionDurations(db, { question, wanted }, record), question)
        return items.map((segment) => parts.get(`0 ${partOf(segment, question)}`) ?? emptyWeighted())
      },
    }),
    keys: createGroupingLoader<Split, (string | null)[]>({
      segmentOf: ({ segment }) => segment,
      sharing: ({ axis, order }) => JSON.stringify([axis, order]),
      ask: async ({ question, wanted, items }) => {
        const [first] = items
        if (first === undefined) return []
        const { axis, order } = first
        const split = { ...question, axes: [...question.axes, axis] }
        const [counts, values] = await Promise.all([
          viewCounts(db, { question: split, wanted }, record),
          order.by === 'views'
            ? []
            : distributions(db, { question: split, metrics: [order.by.vital], wanted }, record),
        ])
        const keysByPart = orderedKeys(counts, values, split, order)
        return items.map(({ segment }) => {
          const keys = keysByPart.get(partOf(segment, question)) ?? []
          for (const ranked of keys) remember({ segment: atKey(segment, axis, ranked.key), order, ranked })
          return keys.map(({ key }) => key)
        })
      },
    }),
  }

  /** What ordering a split found out of its parts need not be asked again. */
  function remember({ segment, order: { by }, ranked }: Ranked): void {
    views.prime(segment, ranked.views)
    if (by !== 'views')
      distribution.prime({ segment, metric: by.vital }, ranked.distribution ?? emptyWeighted())
  }
}

const itself = (segment: Segment) => segment

function inParts<Row extends PartRow, Answer>(
  rows: readonly Row[],
  { items, question }: Group<Segment>,
  read: (row: Row) => Answer,
  absent: Answer,
): Answer[] {
  const byPart = new Map(rows.map((row) => [partOfRow(row, question), read(row)]))
  return items.map((segment) => byPart.get(partOf(segment, question)) ?? absent)
}

/** By metric and part: `<metric> <part>`. */
export function mergeParts(
  rows: readonly DistributionRow[],
  question: Question,
): Map<string, WeightedDistribution> {
  const parts = new Map<string, WeightedDistribution>()
  for (const row of rows) {
    const key = `${row.metric} ${partOfRow(row, question)}`
    const part = parts.get(key) ?? emptyWeighted()
    addRow(part, row)
    parts.set(key, part)
  }
  return new Map([...parts].map(([key, part]) => [key, settled(part)]))
}
