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

export type Quotas = {
  /** Null: more may come. Else the seconds until the next day. */
  refusedFor(siteId: number, events: number | null): number | null
  accepted(siteId: number, events: number): void
}

/** What others take of a quota is seen so late. */
const FRESH_MS = 2000

/**
 * Keeps to quotas. What is in the accounts is read every 2 s, what this process took since is on top: beyond the quota
 * may come what waits in the queue, and what other collectors take meanwhile.
 */
export function createQuotas({
  db,
  now,
  onWarning,
  onError,
}: {
  db: Queryable
  now: () => number
  onWarning: (siteId: number, use: { used: number; events: number }) => void
  onError: (error: unknown) => void
}): Quotas {
  type Use = {
    day: number
    settled: number
    since: number
    readAt: number
    isReading: boolean
    isWarned: boolean
  }
  const uses = new Map<number, Use>()
  const useOf = (siteId: number): Use => {
    const day = startOfDay(now())
    const known = uses.get(siteId)
    if (known?.day === day) return known
    const use = { day, settled: 0, since: 0, readAt: -Infinity, isReading: false, isWarned: false }
    uses.set(siteId, use)
    return use
  }
  const read = async (siteId: number, use: Use) => {
    use.isReading = true
    use.readAt = now()
    const before = use.since
    try {
      use.settled = await settledToday(db, { siteId, now: now() })
      use.since -= before
    } catch (error) {
      onError(error)
    } finally {
      use.isReading = false
    }
  }
  return {
    refusedFor: (siteId, events) => {
      if (events === null) return null
      const use = useOf(siteId)
      if (!use.isReading && now() - use.readAt > FRESH_MS) void read(siteId, use)
      const used = use.settled + use.since
      const state = judgeQuota(used, events)
      if (state !== 'OK' && !use.isWarned) {
        use.isWarned = true
        onWarning(siteId, { used, events })
      }
      return state === 'EXCEEDED' ? Math.ceil((use.day + DAY_MS - now()) / 1000) : null
    },
    accepted: (siteId, events) => {
      useOf(siteId).since += events
    },
  }
}
