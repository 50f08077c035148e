/**
 * Deletes what is older than its site keeps it. Days are those of UTC and go whole, as rollups of a day do. Chunks are
 * dropped once no site needs them; what a site keeps for less long goes a day, or some thousand rows, at a time: no
 * statement holds up ingest.
 */
import type { Database } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { DAY_MS } from '../../api/segment/rollups.ts'
import { type Retention, retentionOf } from '../../api/sites/settings.ts'
import { KEPT_TABLES } from './kept-tables.ts'

type KeptTable = (typeof KEPT_TABLES)[number]
type Expiring = { siteId: number; before: Date }
/** What went, by table: chunks of hypertables, rows of the others. */
export type Expired = Record<string, number>

const ROWS_AT_ONCE = 10_000
/** A chunk that is being read is dropped at the next round. */
const LOCK_TIMEOUT = '2s'

export async function expire(db: Database, now: number): Promise<Expired> {
  const sites = await db.query<{ id: number; settings: unknown }>(sql`/* expiry.sites */
SELECT id, settings
FROM site`)
  const retentions = sites.map((site) => ({ siteId: site.id, retention: retentionOf(site) }))
  const expired: Expired = {}
  for (const kept of KEPT_TABLES) {
    const expiring = retentions.map(({ siteId, retention }) => ({
      siteId,
      before: edgeOf(kept, retention, now),
    }))
    if (expiring.length > 0) expired[kept.name] = await expireTable(db, kept, expiring)
  }
  return expired
}

function edgeOf({ days }: KeptTable, retention: Retention, now: number): Date {
  return new Date((Math.floor(now / DAY_MS) - days(retention)) * DAY_MS)
}

async function expireTable(db: Database, kept: KeptTable, expiring: readonly Expiring[]): Promise<number> {
  let gone = 0
  if (kept.chunks) {
    const first = Math.min(...expiring.map(({ before }) => before.getTime()))
    gone += await dropBefore(db, kept, new Date(first))
    for (const { siteId, before } of expiring)
      if (before.getTime() > first) gone += await deleteDays(db, kept, { siteId, before })
    return gone
  }
  for (const one of expiring) gone += await deleteRows(db, kept, one)
  return gone
}

export async function dropBefore(
  db: Database,
  { name }: Pick<KeptTable, 'name'>,
  before: Date,
): Promise<number> {
  return db.transaction(async (transaction) => {
    await transaction.query(
      sql`/* expiry.lockTimeout */ SELECT set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`,
    )
    const [row] = await transaction.query<{ dropped: number }>(sql`/* expiry.dropBefore */
SELECT rum.drop_before(${`rum.${name}`}::regclass, ${before}) AS dropped`)
    return row?.dropped ?? 0
  })
}

async function deleteDays(db: Database, kept: KeptTable, { siteId, before }: Expiring): Promise<number> {
  for (let gone = 0; ;) {
    const [oldest] = await db.query<{ at: Date | null }>(sql`/* expiry.oldest */
SELECT min(${kept.time}) AS at
FROM ${kept.table}
WHERE site_id = ${siteId}
  AND ${kept.time} < ${before}`)
    if (oldest === undefined || oldest.at === null) return gone
    const from = Math.floor(oldest.at.getTime() / DAY_MS) * DAY_MS
    const [row] = await db.query<{ rows: number }>(sql`/* expiry.deleteDay */
WITH gone AS (
  DELETE FROM ${kept.table}
  WHERE site_id = ${siteId}
    AND ${kept.time} >= ${new Date(from)}
    AND ${kept.time} < ${new Date(from + DAY_MS)}
  RETURNING 1
)
SELECT count(*) AS rows FROM gone`)
    gone += row?.rows ?? 0
  }
}

async function deleteRows(db: Database, kept: KeptTable, { siteId, before }: Expiring): Promise<number> {
  for (let gone = 0; ;) {
    const [row] = await db.query<{ rows: number }>(sql`/* expiry.deleteRows */
WITH gone AS (
  DELETE FROM ${kept.table}
  WHERE site_id = ${siteId}
    AND ctid = ANY (ARRAY(
      SELECT ctid
      FROM ${kept.table}
      WHERE site_id = ${siteId}
        AND ${kept.time} < ${before}
        AND NOT (${kept.except ?? sql`FALSE`})
      LIMIT ${ROWS_AT_ONCE}
    ))
  RETURNING 1
)
SELECT count(*) AS rows FROM gone`)
    gone += row?.rows ?? 0
    if ((row?.rows ?? 0) < ROWS_AT_ONCE) return gone
  }
}
