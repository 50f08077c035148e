/**
 * Keeps the database under what it may take: the oldest day of events goes before its time, one after the other, until
 * there is room. Only chunks give their room back at once; a plain table would not, so there nothing goes early.
 */
import type { Database } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { CALM_SHARE, databaseBytes } from '../../api/limits/storage.ts'
import { DAY_MS } from '../../api/segment/rollups.ts'
import { dropBefore } from './expire.ts'

/** What is younger stays in any case: then the collector has to refuse. */
const DAYS_KEPT = 3

/** Returns the day up to which events went before their time; null where none had to. */
export async function guardDisk(
  db: Database,
  { maxBytes, now }: { maxBytes: number | null; now: number },
): Promise<Date | null> {
  if (maxBytes === null) return null
  const [storage] = await db.query<{ chunked: boolean }>(
    sql`/* guard.chunked */ SELECT rum.has_timescale() AS chunked`,
  )
  if (storage?.chunked !== true) return null
  const last = (Math.floor(now / DAY_MS) - DAYS_KEPT) * DAY_MS
  let gone: Date | null = null
  while ((await databaseBytes(db)) > maxBytes * CALM_SHARE) {
    const [oldest] = await db.query<{ until: Date | null }>(sql`/* guard.oldest */
SELECT min(range_end) AS until
FROM timescaledb_information.chunks
WHERE hypertable_schema = 'rum'
  AND hypertable_name = 'events'`)
    if (oldest?.until === null || oldest === undefined || oldest.until.getTime() > last) return gone
    await dropBefore(db, { name: 'events' }, oldest.until)
    gone = oldest.until
  }
  return gone
}
