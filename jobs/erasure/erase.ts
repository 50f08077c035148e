/**
 * Forgets who asked for it, some sessions at a time, each some in one transaction with what it counted for.
 *
 *   requested ──every older transaction is over──▶ round 0: sessions, events, errors, rollups, dead letters
 *       ──those that began meanwhile are over──▶ round 1: what slipped in ──the queue holds nothing older──▶ done
 *
 * From the request on, what arrives of the subject is not stored. A process that ends in between has done whole
 * transactions: the next one goes on.
 */
import type { Database, Transaction } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { type Subject, type SubjectKind, digestOf, isOfSubject } from '../../api/erasure/subject.ts'
import { lockCompaction } from '../compaction/compact.ts'
import { type Span, broughtBy, renewExtremes, subtract } from './take-back.ts'

type Open = {
  id: string
  site_id: number
  kind: SubjectKind
  attribute: string | null
  value: string
  requested_at: Date
  rounds: number
}

const SESSIONS_AT_ONCE = 100
/** Two machines' clocks may differ by this much. */
const CLOCKS_MS = 120_000

/** `oldestJob`: when the oldest batch that still waits was queued, epoch ms; null where none waits. Returns how many are done now. */
export async function eraseDue(db: Database, oldestJob: () => Promise<number | null>): Promise<number> {
  const sites = await db.query<{ id: number }>(sql`/* erasure.sites */
SELECT id
FROM site
WHERE EXISTS (SELECT FROM rum.erasures e WHERE e.site_id = site.id AND e.done_at IS NULL)`)
  let done = 0
  for (const { id: siteId } of sites) {
    const open = await db.query<Open>(sql`/* erasure.due */
SELECT id, site_id, kind, attribute, value, requested_at, rounds
FROM rum.erasures e
WHERE site_id = ${siteId}
  AND done_at IS NULL
  AND NOT EXISTS (
    SELECT
    FROM pg_locks running
    JOIN pg_stat_activity a USING (pid)
    WHERE running.locktype = 'transactionid'
      AND running.mode = 'ExclusiveLock'
      AND a.datname = current_database()
      AND age(running.transactionid) >= age(e.requested_xid::xid)
  )
ORDER BY requested_at, id`)
    for (const erasure of open) if (await eraseOne(db, erasure, oldestJob)) done++
  }
  return done
}

async function eraseOne(
  db: Database,
  erasure: Open,
  oldestJob: () => Promise<number | null>,
): Promise<boolean> {
  // Read before the round: what is queued later meets the digests.
  const oldest = await oldestJob()
  while ((await db.transaction((transaction) => eraseSome(transaction, erasure))) > 0);
  return db.transaction(async (transaction) => {
    await eraseDeadLetters(transaction, erasure)
    await eraseConsent(transaction, erasure)
    const isDrained = oldest === null || oldest > erasure.requested_at.getTime() + CLOCKS_MS
    const isLast = erasure.rounds > 0 && isDrained
    await transaction.query(sql`/* erasure.endRound */
UPDATE rum.erasures
SET rounds = 1,
  requested_xid = pg_current_xact_id(),
  done_at = CASE WHEN ${isLast}::boolean THEN now() END,
  value = CASE WHEN ${isLast}::boolean THEN NULL ELSE value END,
  erased_sessions = CASE WHEN ${isLast}::boolean THEN '{}' ELSE erased_sessions END
WHERE site_id = ${erasure.site_id}
  AND id = ${erasure.id}::uuid`)
    return isLast
  })
}

/** Returns how many sessions it forgot. */
async function eraseSome(transaction: Transaction, erasure: Open): Promise<number> {
  const { site_id: siteId, id } = erasure
  await lockCompaction(transaction, siteId)
  const rows = await transaction.query<{ session_id: string; started_at: Date; last_at: Date }>(
    sql`/* erasure.sessions */
SELECT session_id, started_at, last_at
FROM rum.sessions s
WHERE site_id = ${siteId}
  AND (${isOfSubject(erasure)} OR session_id = ANY (
    SELECT unnest(erased_sessions) FROM rum.erasures e WHERE e.site_id = ${siteId} AND e.id = ${id}::uuid
  ))
ORDER BY session_id
LIMIT ${SESSIONS_AT_ONCE}
FOR UPDATE OF s`,
  )
  if (rows.length === 0) return 0
  const span: Span = {
    siteId,
    sessions: rows.map(({ session_id: session }) => session),
    from: new Date(Math.min(...rows.map(({ started_at: from }) => from.getTime()))),
    to: new Date(Math.max(...rows.map(({ last_at: to }) => to.getTime()))),
  }
  await keepOut(transaction, span)
  const brought = await broughtBy(transaction, span)
  await subtract(transaction, siteId, brought)
  const [counts] = await transaction.query<{ events: number; errors: number }>(sql`/* erasure.delete */
WITH gone_events AS (
  DELETE FROM rum.events
  WHERE site_id = ${siteId}
    AND session_id = ANY (${span.sessions}::uuid[])
    AND time BETWEEN ${span.from} AND ${span.to}
  RETURNING 1
), gone_errors AS (
  DELETE FROM rum.errors
  WHERE site_id = ${siteId}
    AND session_id = ANY (${span.sessions}::uuid[])
    AND time BETWEEN ${span.from} AND ${span.to}
  RETURNING 1
), gone_sessions AS (
  DELETE FROM rum.sessions
  WHERE site_id = ${siteId}
    AND session_id = ANY (${span.sessions}::uuid[])
)
SELECT (SELECT count(*) FROM gone_events) AS events, (SELECT count(*) FROM gone_errors) AS errors`)
  await renewExtremes(transaction, siteId, brought)
  await transaction.query(sql`/* erasure.count */
UPDATE rum.erasures
SET sessions = sessions + ${rows.length}::integer,
  events = events + ${counts?.events ?? 0}::bigint,
  errors = errors + ${counts?.errors ?? 0}::bigint,
  erased_sessions = erased_sessions || ${span.sessions}::uuid[]
WHERE site_id = ${siteId}
  AND id = ${id}::uuid`)
  return rows.length
}

/** What still comes of these sessions is not stored, whatever it says of its visitor. */
async function keepOut(transaction: Transaction, { siteId, sessions }: Span): Promise<void> {
  const subjects = sessions.map((value): Subject => ({ kind: 'SESSION', attribute: null, value }))
  await transaction.query(sql`/* erasure.keepOut */
INSERT INTO rum.erased_subjects (site_id, digest, kind, at)
SELECT ${siteId}::integer, digest, 'SESSION', now()
FROM unnest(${subjects.map((subject) => digestOf(siteId, subject))}::bytea[]) AS erased (digest)
ON CONFLICT (site_id, digest) DO UPDATE SET at = excluded.at`)
}

async function eraseDeadLetters(transaction: Transaction, erasure: Open): Promise<void> {
  const { site_id: siteId, id, kind, attribute, value } = erasure
  await transaction.query(sql`/* erasure.deadLetters */
WITH gone AS (
  DELETE FROM rum.dead_letters
  WHERE site_id = ${siteId}
    AND (payload #>> '{session,id}' = ANY (
        SELECT unnest(erased_sessions)::text FROM rum.erasures e WHERE e.site_id = ${siteId} AND e.id = ${id}::uuid
      )
      OR ${kind}::text = 'SESSION' AND payload #>> '{session,id}' = ${value}::text
      OR ${kind}::text = 'VISITOR' AND payload #>> '{session,visitorId}' = ${value}::text
      OR ${kind}::text = 'USER' AND payload #> '{session,attributes}' ->> ${attribute}::text = ${value}::text)
  RETURNING 1
)
UPDATE rum.erasures
SET dead_letters = dead_letters + (SELECT count(*) FROM gone)
WHERE site_id = ${siteId}
  AND id = ${id}::uuid`)
}

/** What they agreed to is of them as well; the receipt is what remains. */
async function eraseConsent(transaction: Transaction, erasure: Open): Promise<void> {
  const { site_id: siteId, id, kind, value } = erasure
  const visitor = kind === 'VISITOR' ? value : null
  const session = kind === 'SESSION' ? value : null
  await transaction.query(sql`/* erasure.consent */
WITH gone AS (
  DELETE FROM rum.consent_log
  WHERE site_id = ${siteId}
    AND (session_id = ANY (
        SELECT unnest(erased_sessions) FROM rum.erasures e WHERE e.site_id = ${siteId} AND e.id = ${id}::uuid
      )
      OR visitor_id = ${visitor}::uuid
      OR session_id = ${session}::uuid)
  RETURNING 1
)
UPDATE rum.erasures
SET consents = consents + (SELECT count(*) FROM gone)
WHERE site_id = ${siteId}
  AND id = ${id}::uuid`)
}
