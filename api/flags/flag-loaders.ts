/** What is counted for flags, gathered over the segments of a request that ask for it. */
import DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import type { Control } from '../db/prisma.ts'
import { createGroupingLoader, partOf, partOfRow } from '../segment/grouping.ts'
import { type Segment, atKey } from '../segment/segment.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type ClusterSums, NO_CLUSTERS } from '../statistics/cluster-ratio.ts'
import { flagAxis } from './cohorts.ts'
import { type Exposures, NO_EXPOSURES, exposures } from './exposures.queries.ts'
import { type Summed, flagSums, partText } from './flag-sums.queries.ts'
import { type SavedFlag, savedFlags } from './saved-flags.ts'

type AskedExposures = { segment: Segment; key: string; declared: readonly string[] | null }

type AskedSums = {
  /** The exposed part. */
  segment: Segment
  key: string
  variants: readonly string[]
  summed: readonly Summed[]
  /** By place in `summed` and variant: up to which value a quantile counts. */
  upTo: ReadonlyMap<number, ReadonlyMap<string, number>>
}

/** By variant, then by place in what was summed. */
export type SumsByVariant = ReadonlyMap<string, readonly ClusterSums[]>

export type FlagLoaders = {
  saved: DataLoader<{ site: SiteRow; key: string }, SavedFlag | null, string>
  exposures: DataLoader<AskedExposures, Exposures, string>
  sums: DataLoader<AskedSums, SumsByVariant, string>
}

export function createFlagLoaders({
  db,
  control,
  record,
}: {
  db: Database
  control: Control
  record: (statement: StatementRecord) => void
}): FlagLoaders {
  return {
    saved: new DataLoader((asked) => savedFlags(control, asked), {
      cacheKeyFn: ({ site, key }) => `${site.id} ${key}`,
    }),
    exposures: createGroupingLoader<AskedExposures, Exposures>({
      segmentOf: ({ segment }) => segment,
      sharing: ({ key, declared }) => JSON.stringify([key, declared]),
      ask: async ({ question, wanted, items }) => {
        const { key, declared } = items[0] ?? { key: '', declared: null }
        const parts = await exposures(db, { question, wanted, key, declared }, record)
        return items.map(({ segment }) => parts.get(partOf(segment, question)) ?? NO_EXPOSURES)
      },
    }),
    sums: createGroupingLoader<AskedSums, SumsByVariant>({
      segmentOf: ({ segment }) => segment,
      sharing: ({ key, summed }) => JSON.stringify([key, summed]),
      ask: async ({ question, wanted, items }) => {
        const { key, summed } = items[0] ?? { key: '', summed: [] }
        const axis = flagAxis({ key })
        const split = { ...question, axes: [...question.axes, axis] }
        const upTo: Record<number, Record<string, number>> = {}
        for (const item of items) {
          for (const [test, byVariant] of item.upTo) {
            for (const [variant, value] of byVariant) {
              const { keys, time } = atKey(item.segment, axis, variant)
              const part = partText(
                split.axes.map((one) => keys.get(one) ?? null),
                time?.index ?? 0,
              )
              upTo[test] = { ...upTo[test], [part]: value }
            }
          }
        }
        const rows = await flagSums(db, { question: split, wanted, key, summed, upTo }, record)
        const found = new Map(rows.map((row) => [`${row.test} ${partOfRow(row, split)}`, row]))
        return items.map(
          ({ segment, variants }) =>
            new Map(
              variants.map((variant) => {
                const part = partOf(atKey(segment, axis, variant), split)
                return [variant, summed.map((_, test) => found.get(`${test} ${part}`) ?? NO_CLUSTERS)]
              }),
            ),
        )
      },
    }),
  }
}
