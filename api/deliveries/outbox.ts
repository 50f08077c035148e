/**
 * The outbox: what must be told is written in the transaction that makes it true, and sent by a job afterwards. So a
 * notice is sent if and only if what it tells is stored, whatever process ends in between.
 */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Notice } from './notice.ts'

export type Outgoing = {
  siteId: number
  /** Channels of that site; what is not one is left out. */
  channelIds: readonly number[]
  /**
   * What makes the notice one and the same, such as `alert/17/FIRING`: a second one with this key has no effect on a
   * channel that has the first.
   */
  key: string
  notice: Notice
}

/** Queues the notice for each channel in the caller's transaction. Returns how many deliveries are new. */
export async function queueDeliveries(
  client: Queryable,
  { siteId, channelIds, key, notice }: Outgoing,
): Promise<number> {
  const rows = await client.query<{ id: string }>(sql`/* deliveries.queue */
INSERT INTO rum.deliveries (site_id, channel_id, key, notice, next_at)
SELECT channel.site_id, channel.id, ${key}::text, ${JSON.stringify(notice)}::jsonb, now()
FROM channel
WHERE channel.site_id = ${siteId}
  AND channel.id = ANY (${[...channelIds]}::integer[])
ON CONFLICT (site_id, channel_id, key) DO NOTHING
RETURNING id`)
  return rows.length
}
