/**
 * Sends what lies in the outbox.
 *
 *   WAITING ──sent, and taken──▶ DELIVERED
 *    ▲   │ └──refused, or the 8th failure──▶ DEAD ──retryDelivery──▶ WAITING
 *    └───┘ failed: later
 *
 * A row is locked while it is sent, and what came of it is written in the same transaction. A process that ends in
 * between leaves the row as it was: it is sent again, under the same id, and the receiver knows it by that.
 */
import type { Database, Transaction } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { sql } from '../../api/db/sql.ts'
import type { Notice } from '../../api/deliveries/notice.ts'
import type { Send, Sent } from '../../api/deliveries/send.ts'
import { nextTryMs } from './next-try.ts'

export type Delivering = {
  db: Database
  control: Control
  send: Send
  now?: () => number
  /** In [0, 1). */
  random?: () => number
}

type Due = { id: string; channel_id: number; attempts: number; notice: Notice }

/** So many are under way at once; each holds a connection for as long as its receiver takes. */
export const DELIVERIES_AT_ONCE = 4

/** Sends everything that is due, each site in its turn. Returns how many tries that took. */
export async function deliverDue(delivering: Delivering): Promise<number> {
  const { db, now = Date.now } = delivering
  const sites = await db.query<{ id: number }>(sql`/* deliveries.sites */
SELECT site.id
FROM site
WHERE EXISTS (
  SELECT FROM rum.deliveries d
  WHERE d.site_id = site.id
    AND d.next_at <= ${new Date(now())}
)`)
  // Two turns each, so that one slow receiver does not hold up the others of its site.
  const turns = [...sites, ...sites].map(({ id }) => id)
  let tries = 0
  const lane = async () => {
    for (let site = turns.shift(); site !== undefined; site = turns.shift()) {
      if (!(await deliverOne(delivering, site))) continue
      tries++
      turns.push(site)
    }
  }
  await Promise.all(Array.from({ length: DELIVERIES_AT_ONCE }, lane))
  return tries
}

/** False: nothing of the site is due that nobody else has in hand. */
async function deliverOne(
  { db, control, send, now = Date.now, random = Math.random }: Delivering,
  siteId: number,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const [due] = await transaction.query<Due>(sql`/* deliveries.take */
SELECT id, channel_id, attempts, notice
FROM rum.deliveries
WHERE site_id = ${siteId}
  AND next_at <= ${new Date(now())}
ORDER BY next_at
LIMIT 1
FOR UPDATE SKIP LOCKED`)
    if (due === undefined) return false
    const channel = await control.channel.findFirst({ where: { id: due.channel_id, siteId } })
    const sent: Sent =
      channel === null ? { result: 'REFUSED', answer: 'the channel was deleted' } : await send(channel, due)
    const waitMs = sent.result === 'FAILED' ? nextTryMs(due.attempts + 1, random()) : null
    const at = now()
    await record(transaction, { siteId, id: due.id, sent, at, nextAt: waitMs === null ? null : at + waitMs })
    return true
  })
}

type Outcome = { siteId: number; id: string; sent: Sent; at: number; nextAt: number | null }

async function record(transaction: Transaction, { siteId, id, sent, at, nextAt }: Outcome): Promise<void> {
  const status = sent.result === 'DELIVERED' ? 'DELIVERED' : nextAt === null ? 'DEAD' : 'WAITING'
  await transaction.query(sql`/* deliveries.record */
UPDATE rum.deliveries
SET status = ${status}::text,
  attempts = attempts + 1,
  last_at = ${new Date(at)},
  next_at = ${nextAt === null ? null : new Date(nextAt)}::timestamptz,
  answer = ${sent.answer}::text
WHERE site_id = ${siteId}
  AND id = ${id}::uuid`)
}
