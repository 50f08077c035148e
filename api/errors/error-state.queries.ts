/** The states of groups of errors: decisions are rows with identity, what has happened since is read from the errors. */
import type { Database, StatementRecord } from '../db/database.ts'
import type { Control } from '../db/prisma.ts'
import { sql } from '../db/sql.ts'
import type { ErrorState } from '../schema.generated.ts'
import { type Decision, type ReleaseTimes, type Since, stateOf } from './error-state.ts'

type Means = {
  control: Control
  db: Database
  now: number
  /** Asked for only where a release decides. */
  releaseTimes: (siteId: number) => Promise<ReleaseTimes>
  record: (statement: StatementRecord) => void
}

export type StandingError = { fingerprint: string; state: ErrorState; decision: Decision }

/** Those groups of the site that somebody decided about, all or of a list, with where they stand now. */
export async function standingErrors(
  means: Means,
  siteId: number,
  fingerprints: readonly string[] | null,
): Promise<StandingError[]> {
  const among = fingerprints === null ? {} : { fingerprint: { in: [...fingerprints] } }
  const decisions = await means.control.errorState.findMany({ where: { siteId, ...among } })
  const resolved = decisions.filter(({ state }) => state === 'RESOLVED')
  const counted = decisions.filter(({ state, count }) => state === 'IGNORED' && count !== null)
  const [releases, events, released] = await Promise.all([
    resolved.length === 0 ? [] : releasesSince(means, siteId, resolved),
    counted.length === 0 ? [] : eventsSince(means, siteId, counted),
    resolved.some(({ release }) => release !== null) ? means.releaseTimes(siteId) : new Map<string, number>(),
  ])
  const since = new Map<string, Since>(
    events.map(({ fingerprint, events: count }) => [fingerprint, { releases: [], events: count }]),
  )
  for (const { fingerprint, release, at } of releases) {
    const { releases: before } = since.get(fingerprint) ?? NOTHING
    since.set(fingerprint, { releases: [...before, { release, at: at.getTime() }], events: 0 })
  }
  return decisions.map((decision) => {
    const { fingerprint } = decision
    const state = stateOf(decision, since.get(fingerprint) ?? NOTHING, { released, now: means.now })
    return { fingerprint, decision, state }
  })
}

const NOTHING: Since = { releases: [], events: 0 }

type DecisionRow = { fingerprint: string; at: Date; count: number | null }
type ReleaseRow = { fingerprint: string; release: string | null; at: Date }

/** In which releases each was seen after its decision. */
function releasesSince(
  { db, record }: Means,
  siteId: number,
  decisions: readonly DecisionRow[],
): Promise<ReleaseRow[]> {
  return db.query<ReleaseRow>(
    sql`/* errors.releasesSince */
SELECT decided.fingerprint, e.release, min(e.time) AS at
FROM unnest(${decisions.map(({ fingerprint }) => fingerprint)}::text[], ${decisions.map(({ at }) => at)}::timestamptz[])
  AS decided (fingerprint, at)
JOIN rum.errors e ON e.fingerprint = decided.fingerprint AND e.time > decided.at
WHERE e.site_id = ${siteId}
  AND NOT e.bot
GROUP BY decided.fingerprint, e.release`,
    record,
  )
}

/** How many events of each came after its decision, counted no further than needed. */
function eventsSince(
  { db, record }: Means,
  siteId: number,
  decisions: readonly DecisionRow[],
): Promise<{ fingerprint: string; events: number }[]> {
  return db.query<{ fingerprint: string; events: number }>(
    sql`/* errors.eventsSince */
SELECT decided.fingerprint, since.events
FROM unnest(${decisions.map(({ fingerprint }) => fingerprint)}::text[], ${decisions.map(({ at }) => at)}::timestamptz[],
  ${decisions.map(({ count }) => count)}::integer[]) AS decided (fingerprint, at, most)
CROSS JOIN LATERAL (
  SELECT count(*) AS events
  FROM (
    SELECT
    FROM rum.errors e
    WHERE e.site_id = ${siteId}
      AND e.fingerprint = decided.fingerprint
      AND e.time > decided.at
      AND NOT e.bot
    LIMIT decided.most
  ) later
) since`,
    record,
  )
}
