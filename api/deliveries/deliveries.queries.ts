/** The log of the outbox, and another try for what died. */
import { decodeCursor, encodeCursor } from '../connection.ts'
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Notice } from './notice.ts'

export const DELIVERY_STATUSES = ['WAITING', 'DELIVERED', 'DEAD'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

type DeliveryRow = {
  id: string
  created_at: Date
  next_at: Date | null
  last_at: Date | null
  channel_id: number
  attempts: number
  status: DeliveryStatus
  key: string
  answer: string | null
  notice: Notice
}

export type Delivery = {
  site: SiteRow
  id: string
  createdAt: Date
  nextAt: Date | null
  lastAt: Date | null
  channelId: number
  attempts: number
  status: DeliveryStatus
  key: string
  answer: string | null
  notice: Notice
}

const COLUMNS = sql`id, created_at, next_at, last_at, channel_id, attempts, status, key, answer, notice`
const CURSOR = /^(\d{1,15}) ([\da-f-]{36})$/

export type DeliveryPage = { first: number; after: string | null; status: DeliveryStatus | null }

/** One more than asked for where there are more, newest first. */
export async function deliveriesOf(
  db: Queryable,
  site: SiteRow,
  { first, after, status }: DeliveryPage,
): Promise<Delivery[]> {
  const [at, id] = decodeCursor(after, CURSOR) ?? []
  const rows = await db.query<DeliveryRow>(sql`/* deliveries.log */
SELECT ${COLUMNS}
FROM rum.deliveries
WHERE site_id = ${site.id}
  AND (${status}::text IS NULL OR status = ${status}::text)
  AND (${id ?? null}::uuid IS NULL
    OR (created_at, id) < (${at === undefined ? null : new Date(Number(at))}::timestamptz, ${id ?? null}::uuid))
ORDER BY created_at DESC, id DESC
LIMIT ${first + 1}`)
  return rows.map((row) => ofSite(site, row))
}

export function cursorOfDelivery({ createdAt, id }: Delivery): string {
  return encodeCursor([createdAt.getTime(), id])
}

/** Null where the site has none of that id, or has delivered it already. */
export async function tryAgain(db: Queryable, site: SiteRow, id: string): Promise<Delivery | null> {
  const [row] = await db.query<DeliveryRow>(sql`/* deliveries.tryAgain */
UPDATE rum.deliveries
SET status = 'WAITING', attempts = 0, next_at = now()
WHERE site_id = ${site.id}
  AND id = ${id}::uuid
  AND status <> 'DELIVERED'
RETURNING ${COLUMNS}`)
  return row === undefined ? null : ofSite(site, row)
}

function ofSite(site: SiteRow, row: DeliveryRow): Delivery {
  return {
    site,
    id: row.id,
    createdAt: row.created_at,
    nextAt: row.next_at,
    lastAt: row.last_at,
    channelId: row.channel_id,
    attempts: row.attempts,
    status: row.status,
    key: row.key,
    answer: row.answer,
    notice: row.notice,
  }
}
