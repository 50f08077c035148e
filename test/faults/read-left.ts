/** What a run left in the database, for the checker. */
import type { Database } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { EVENT_KINDS } from '../../api/rows/layout.ts'
import { METRICS, VIEWS } from '../../api/segment/metrics.ts'
import type { EventId, Left, StoredEvent } from './checker.ts'

export async function readLeft(db: Database, siteId: number, queued: number): Promise<Left> {
  const stored = await db.query<StoredEvent>(sql`/* faults.stored */
SELECT
  session_id AS session, seq, lcp AS value,
  CASE kind WHEN ${EVENT_KINDS.view} THEN 'view' WHEN ${EVENT_KINDS.vital} THEN 'vital' ELSE 'other' END AS kind
FROM rum.events
WHERE site_id = ${siteId}
UNION ALL
SELECT session_id, seq, NULL, 'error'
FROM rum.errors
WHERE site_id = ${siteId}`)
  const dead = await db.query<EventId>(sql`/* faults.dead */
SELECT payload -> 'row' ->> 'session_id' AS session, (payload -> 'row' ->> 'seq')::integer AS seq
FROM rum.dead_letters
WHERE site_id = ${siteId}`)
  const ledger = await db.query<Left['ledger'][number]>(sql`/* faults.ledger */
SELECT batch_id AS id, rows
FROM rum.ingest_batch
WHERE site_id = ${siteId}`)
  const sessions = await db.query<Left['sessions'][number]>(sql`/* faults.sessions */
SELECT session_id AS session, views, errors
FROM rum.sessions
WHERE site_id = ${siteId}`)
  const rollups = await db.query<Left['rollups'][number]>(sql`/* faults.rollups */
SELECT
  rollup || ', cube ' || cube AS rollup,
  coalesce(sum(n) FILTER (WHERE metric = ${VIEWS.code}), 0)::bigint AS views,
  coalesce(sum(n) FILTER (WHERE metric = ${METRICS.LCP.code}), 0)::bigint AS count,
  coalesce(sum(sum) FILTER (WHERE metric = ${METRICS.LCP.code}), 0) AS sum
FROM (
  SELECT 'hour' AS rollup, cube, metric, n, sum FROM rum.rollup_hour WHERE site_id = ${siteId}
  UNION ALL
  SELECT 'day', cube, metric, n, sum FROM rum.rollup_day WHERE site_id = ${siteId}
  UNION ALL
  SELECT rollup, cube, metric, n, sum
  FROM rum.rollup_delta, unnest(ARRAY['hour', 'day']) AS rollup
  WHERE site_id = ${siteId}
) rollups
GROUP BY rollup, cube
ORDER BY rollup, cube`)
  return { stored, dead, queued, ledger, sessions, rollups }
}

export async function countClaims(db: Database, siteId: number): Promise<number> {
  const [row] = await db.query<{ claims: number }>(sql`/* faults.claims */
SELECT count(*) AS claims
FROM rum.ingest_batch
WHERE site_id = ${siteId}`)
  return row?.claims ?? 0
}
