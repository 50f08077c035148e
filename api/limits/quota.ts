/** The events that a site may send a day, in UTC: how many were sent, and whether more may come. */
import type { Context } from '../context.ts'
import type { Control } from '../db/prisma.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { DAY_MS } from '../segment/rollups.ts'
import type { SiteRow } from '../sites/sites.queries.ts'

export type QuotaState = 'OK' | 'WARNING' | 'EXCEEDED'
export type QuotaUse = { events: number; used: number; state: QuotaState; renewsAt: Date }

/** From here on it is worth a warning. */
const WARNING_SHARE = 0.8

export function judgeQuota(used: number, events: number): QuotaState {
  if (used >= events) return 'EXCEEDED'
  return used >= WARNING_SHARE * events ? 'WARNING' : 'OK'
}

export function startOfDay(now: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS
}

/** Null: any number. */
export async function quotaOf(control: Control, siteId: number): Promise<number | null> {
  const site = await control.site.findUnique({ where: { id: siteId }, select: { eventsADay: true } })
  return site?.eventsADay ?? null
}

/** The events of today that were stored or are dead letters. */
export async function settledToday(
  db: Queryable,
  { siteId, now, record }: { siteId: number; now: number; record?: (statement: StatementRecord) => void },
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    sql`/* limits.settledToday */
SELECT coalesce(sum(n), 0)::bigint AS n
FROM rum.accounting
WHERE site_id = ${siteId}
  AND hour >= ${new Date(startOfDay(now))}
  AND what = 'accepted'`,
    record,
  )
  return row?.n ?? 0
}

export async function quotaState(
  { control, db, now, record }: Pick<Context, 'control' | 'db' | 'now' | 'record'>,
  site: SiteRow,
): Promise<QuotaUse | null> {
  const events = await quotaOf(control, site.id)
  if (events === null) return null
  const used = await settledToday(db, { siteId: site.id, now, record })
  return { events, used, state: judgeQuota(used, events), renewsAt: new Date(startOfDay(now) + DAY_MS) }
}
