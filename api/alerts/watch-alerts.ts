/** Looks for alerts that changed again and again, and tells each change once. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Queryable } from '../db/database.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Change } from './advance.ts'
import { type Alert, eventsSince, openAlertsOf } from './alerts.queries.ts'

export type AlertEvent = { at: Date; change: Change | null; alert: Alert | null; open: Alert[] }

const EVERY_MS = 1000
/** A transaction may commit so long after it wrote: what is newer is looked at again. */
const OVERLAP_MS = 60_000

type Watch = {
  db: Queryable
  /** The sites that may be told of now; null: the caller may not ask any more. */
  sites: () => Promise<SiteRow[] | null>
  now: () => number
  everyMs?: number
}

/** Ends when the caller may not ask any more; whoever reads ends it earlier by returning. */
export async function* watchAlerts({
  db,
  sites,
  now,
  everyMs = EVERY_MS,
}: Watch): AsyncGenerator<AlertEvent> {
  let told = new Set<number>()
  let isFirst = true
  for (let watched = await sites(); watched !== null; watched = await sites()) {
    const since = new Date(now() - OVERLAP_MS)
    const found = (await Promise.all(watched.map((site) => eventsSince(db, site, since)))).flat()
    const fresh = found.filter(({ eventId }) => !told.has(eventId)).sort((a, b) => a.eventId - b.eventId)
    told = new Set(found.map(({ eventId }) => eventId))
    if (isFirst || fresh.length > 0) {
      const open = (await Promise.all(watched.map((site) => openAlertsOf(db, site)))).flat()
      // What happened before somebody listened is in what is open.
      if (isFirst) yield { at: new Date(now()), change: null, alert: null, open }
      else for (const { at, change, alert } of fresh) yield { at, change, alert, open }
      isFirst = false
    }
    await wait(everyMs)
  }
}
