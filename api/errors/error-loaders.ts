/** What is asked of groups of errors beyond their figures, gathered over the groups of a request. */
import DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import type { Control } from '../db/prisma.ts'
import { createGroupingLoader } from '../segment/grouping.ts'
import type { Segment } from '../segment/segment.ts'
import type { ReleaseTimes } from './error-state.ts'
import { type StandingError, standingErrors } from './error-state.queries.ts'
import { ERRORS, type ErrorHistoryRow, errorHistory } from './errors.queries.ts'

export type ErrorLoaders = {
  /** Of the group at this place; null where nothing of it is kept. */
  history: DataLoader<Segment, ErrorHistoryRow | null, string>
  /** What was decided about a group and where it stands; null where nobody decided. */
  standing: (siteId: number, fingerprint: string) => Promise<StandingError | null>
  /** Every group of the site that somebody decided about. */
  all: (siteId: number) => Promise<StandingError[]>
  /** After a decision the next look is a new one. */
  forget: (siteId: number, fingerprint: string) => void
}

type Means = {
  control: Control
  db: Database
  now: number
  releaseTimes: (siteId: number) => Promise<ReleaseTimes>
  record: (statement: StatementRecord) => void
}

export function createErrorLoaders(means: Means): ErrorLoaders {
  const { db, record } = means
  const standing = new DataLoader<{ siteId: number; fingerprint: string }, StandingError | null, string>(
    async (asked) => {
      const siteIds = [...new Set(asked.map(({ siteId }) => siteId))]
      const found = await Promise.all(
        siteIds.map(async (siteId) => {
          const own = asked.filter((one) => one.siteId === siteId).map(({ fingerprint }) => fingerprint)
          return [siteId, await standingErrors(means, siteId, own)] as const
        }),
      )
      const bySite = new Map(found)
      return asked.map(
        ({ siteId, fingerprint }) =>
          bySite.get(siteId)?.find((one) => one.fingerprint === fingerprint) ?? null,
      )
    },
    { cacheKeyFn: keyOf },
  )
  const all = new DataLoader((siteIds: readonly number[]) =>
    Promise.all(siteIds.map((siteId) => standingErrors(means, siteId, null))),
  )
  return {
    history: createGroupingLoader<Segment, ErrorHistoryRow | null>({
      segmentOf: (place) => place,
      // Groups of one segment are looked up together, by their fingerprints.
      sharing: ({ keys }) => JSON.stringify([...keys].filter(([axis]) => axis !== ERRORS.axis)),
      ask: async ({ question: { scope }, wanted, items }) => {
        const rows = await errorHistory(db, { scope, wanted }, record)
        const byFingerprint = new Map(rows.map((row) => [row.fingerprint, row]))
        return items.map(({ keys }) => byFingerprint.get(keys.get(ERRORS.axis) ?? '') ?? null)
      },
    }),
    standing: (siteId, fingerprint) => standing.load({ siteId, fingerprint }),
    all: (siteId) => all.load(siteId),
    forget: (siteId, fingerprint) => {
      standing.clear({ siteId, fingerprint })
      all.clear(siteId)
    },
  }
}

function keyOf({ siteId, fingerprint }: { siteId: number; fingerprint: string }): string {
  return `${siteId} ${fingerprint}`
}
