/** The releases of a site: when each was seen first and last, and which groups of errors began in it. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { VIEWS } from '../segment/metrics.ts'
import { CUBES } from '../segment/rollups.ts'

type Recorder = (statement: StatementRecord) => void

export type SeenRelease = { version: string; first_time: Date; last_time: Date }

const RELEASE_CUBE = CUBES.find(({ dimensions }) => (dimensions as readonly string[]).join() === 'RELEASE')

/**
 * Every release of the site with views of people, the latest first. Rollups say in which hour a release was seen first
 * and last, so that only that hour's views are looked at for the moment; where they are gone, it is the hour's start.
 */
export function releasesSeen(db: Queryable, siteId: number, record: Recorder): Promise<SeenRelease[]> {
  return db.query<SeenRelease>(
    sql`/* releases.seen */
SELECT seen.version, coalesce(earliest.time, seen.first_hour) AS first_time, coalesce(latest.time, seen.last_hour) AS last_time
FROM (
  SELECT k1 AS version, min(bucket) AS first_hour, max(bucket) AS last_hour
  FROM (
    SELECT k1, bucket
    FROM rum.rollup_hour
    WHERE site_id = ${siteId} AND cube = ${RELEASE_CUBE?.code} AND metric = ${VIEWS.code} AND k1 <> ''
    UNION ALL
    SELECT k1, bucket
    FROM rum.rollup_delta
    WHERE site_id = ${siteId} AND cube = ${RELEASE_CUBE?.code} AND metric = ${VIEWS.code} AND k1 <> ''
  ) hours
  GROUP BY k1
) seen
LEFT JOIN LATERAL (
  SELECT e.time
  FROM rum.events e
  WHERE e.site_id = ${siteId} AND e.kind = ${EVENT_KINDS.view} AND e.release = seen.version AND NOT e.bot AND e.weight > 0
    AND e.time >= seen.first_hour AND e.time < seen.first_hour + INTERVAL '1 hour'
  ORDER BY e.time
  LIMIT 1
) earliest ON TRUE
LEFT JOIN LATERAL (
  SELECT e.time
  FROM rum.events e
  WHERE e.site_id = ${siteId} AND e.kind = ${EVENT_KINDS.view} AND e.release = seen.version AND NOT e.bot AND e.weight > 0
    AND e.time >= seen.last_hour AND e.time < seen.last_hour + INTERVAL '1 hour'
  ORDER BY e.time DESC
  LIMIT 1
) latest ON TRUE
ORDER BY first_time DESC, version COLLATE "C"`,
    record,
  )
}

/** How many groups of errors were seen first in each release, over all time that is kept. */
export function newErrorGroups(
  db: Queryable,
  siteId: number,
  record: Recorder,
): Promise<{ release: string; groups: number }[]> {
  return db.query<{ release: string; groups: number }>(
    sql`/* releases.newErrorGroups */
SELECT release, count(*) AS groups
FROM (
  SELECT DISTINCT ON (fingerprint) fingerprint, release
  FROM rum.errors
  WHERE site_id = ${siteId}
    AND NOT bot
  ORDER BY fingerprint DESC, time
) earliest
WHERE release IS NOT NULL
GROUP BY release`,
    record,
  )
}
