/**
 * Since when what happens in a session counts for a flag. What is measured of whole views (they themselves and their
 * vitals) counts from the view in which the flag was first evaluated: pages ask for their flags while they load, and the
 * view is what the variant shapes. Everything else counts from the evaluation itself.
 */
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Condition, Exposed } from './conditions.ts'
import { HOUR_MS } from './rollups.ts'

const { view, vital } = EVENT_KINDS

/** A view began before the flag was seen in it, and it in its session: no view of a session is older than this. */
const SPAN_MS = 5 * HOUR_MS

/** In `rum.sessions s`; null where the flag was not evaluated. */
export function exposedAt(flag: string): Sql {
  return sql`to_timestamp((s.flags -> ${flag}::text ->> 'at')::double precision / 1000)`
}

/** When the view began in which it was first evaluated. */
export function exposedViewAt(flag: string): Sql {
  return sql`to_timestamp(coalesce(s.flags -> ${flag}::text ->> 'viewAt', s.flags -> ${flag}::text ->> 'at')::double precision / 1000)`
}

/**
 * Of a session: that it saw one variant. As a test of a boolean it is taken to hold for half of the sessions; a comparison
 * inside JSON would be taken to hold for one in 200, and the plan would be one for a handful of sessions.
 */
export const exposedSession: Exposed = (flag) => sql`(s.flags -> ${flag}::text ->> 'mixed')::boolean IS FALSE`

/** Of a row `e` of rum.errors, with its session joined. */
export const exposedError: Exposed = (flag, place) =>
  sql`${exposedSession(flag, place)} AND e.time >= ${exposedAt(flag)}`

/**
 * Of a row `e` of rum.events, with its session joined. A report of vitals may come late: its view must not be one that
 * began before. Only sessions have such views in which the flag was not evaluated in the first; there each report is
 * looked up by itself, which takes 80 µs. As a set (NOT IN, an anti-join) it took a third of that on large tables and
 * minutes on small ones whose statistics were not there yet.
 */
export const exposedEvent: Exposed = (flag, place) => {
  const { siteId, range } = place
  const viewAt = exposedViewAt(flag)
  return sql`${exposedSession(flag, place)} AND CASE e.kind
      WHEN ${view} THEN e.time >= ${viewAt}
      WHEN ${vital} THEN e.time >= ${viewAt} AND (${viewAt} <= s.entry_at OR NOT EXISTS (
        SELECT FROM rum.events v
        WHERE v.site_id = ${siteId} AND v.session_id = e.session_id AND v.view_id = e.view_id AND v.kind = ${view}
          AND v.time >= ${new Date(range.from - SPAN_MS)} AND v.time < ${new Date(range.to)}
          AND v.time >= s.started_at AND v.time < ${viewAt}))
      ELSE e.time >= ${exposedAt(flag)} END`
}

/** The flag whose exposed sessions a condition asks for. */
export function exposureIn(condition: Condition): string | null {
  if (condition.op === 'exposed') return condition.flag
  if (condition.op !== 'all') return null
  return condition.of.map(exposureIn).find((flag) => flag !== null) ?? null
}
