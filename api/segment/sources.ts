/**
 * What stands behind FROM: the sessions of a question, its events, the events that a predicate means. Each ends in a
 * condition, so that more can follow with AND; each names the site.
 */
import { type Sql, join, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type Axis, fieldOf } from './axes.ts'
import {
  type ColumnOf,
  type Exposed,
  type Happened,
  type Place,
  type Predicate,
  conditionSql,
} from './conditions.ts'
import { exposedError, exposedEvent, exposedSession } from './exposures.ts'
import { eventColumn, needsSession, needsViews, rollupColumn, sessionColumn } from './fields.ts'
import type { Question } from './planner.ts'
import type { Range } from './range.ts'
import { type Cube, HOUR_MS } from './rollups.ts'
import type { Scope } from './segment.ts'

/** Which keys to answer, by axis: those that were asked for; absent: all. */
export type WantedKeys = ReadonlyMap<Axis, ReadonlySet<string | null>>

/** A session lasts 4 hours at most: what happened in it lies within this of its start. */
export const SESSION_SPAN_MS = 5 * HOUR_MS

const TABLES = { events: sql`rum.events`, errors: sql`rum.errors` }

/** The sessions that began in the scope, joined with their views where the question needs them. */
export function sessionsOf({ scope, axes }: Question, wanted: WantedKeys): Sql {
  const { site, range, where } = scope
  const views = needsViews(where, [...axes, ...wanted.keys()])
    ? sql`
  JOIN rum.events e ON e.site_id = s.site_id AND e.session_id = s.session_id AND e.kind = ${EVENT_KINDS.view}
    AND e.time >= ${new Date(range.from - HOUR_MS)} AND e.time < ${new Date(range.to + SESSION_SPAN_MS)}`
    : sql``
  return sql`rum.sessions s${views}
  WHERE s.site_id = ${site.id}
    AND s.started_at >= ${new Date(range.from)}
    AND s.started_at < ${new Date(range.to)}
    AND ${sessionConditions(scope, wanted)}`
}

/** What a session, and a view of it where one is joined, must be like. */
export function sessionConditions(scope: Scope, wanted: WantedKeys): Sql {
  return sql`(${scope.includeBots} OR NOT s.bot)
    AND ${conditionSql(scope.where, sessionPlace(scope))}${wantedSql(wanted, sessionColumn)}`
}

/** The rows of one table in the scope, of one kind or several; `range` is the part of the scope's period to look at. */
export function eventsOf(
  { scope, axes }: Question,
  wanted: WantedKeys,
  of: { table: 'events'; kinds: readonly number[]; range?: Range } | { table: 'errors'; range?: Range },
): Sql {
  const { site, range, where, includeBots } = scope
  const { from, to } = of.range ?? range
  const session = needsSession(where, [...axes, ...wanted.keys()])
    ? sql` JOIN rum.sessions s USING (site_id, session_id)`
    : sql``
  // What is known of errors is complete: they count in every session, drawn or kept for them.
  const kinds =
    of.table === 'events' ? sql` AND e.kind = ANY (${of.kinds}::smallint[]) AND e.weight > 0` : sql``
  return sql`${TABLES[of.table]} e${session}
  WHERE e.site_id = ${site.id}${kinds}
    AND e.time >= ${new Date(from)}
    AND e.time < ${new Date(to)}
    AND (${includeBots} OR NOT e.bot)
    AND ${conditionSql(where, eventPlace(scope, of.table))}${wantedSql(wanted, eventColumn)}`
}

/** Everything that a predicate means in sessions that may have a part in the period. */
export const happened: Happened = ({ table, kind, condition }, siteId, range) => {
  const session = needsSession(condition, []) ? sql` JOIN rum.sessions s USING (site_id, session_id)` : sql``
  const kinds = kind === null ? sql`` : sql` AND e.kind = ${kind}`
  return sql`${TABLES[table]} e${session}
    WHERE e.site_id = ${siteId}${kinds}
      AND e.time >= ${new Date(range.from - SESSION_SPAN_MS)}
      AND e.time < ${new Date(range.to + SESSION_SPAN_MS)}
      AND ${conditionSql(condition, { column: eventColumn, siteId, range, happened, exposed: EXPOSED[table] })}`
}

const EXPOSED: Record<Predicate['table'], Exposed> = { events: exposedEvent, errors: exposedError }

export function eventPlace(scope: Scope, table: Predicate['table']): Place {
  return placeOf(scope, eventColumn, EXPOSED[table])
}

export function sessionPlace(scope: Scope): Place {
  return placeOf(scope, sessionColumn, exposedSession)
}

export function rollupPlace(scope: Scope, cube: Cube): Place {
  return placeOf(scope, rollupColumn(cube), () => {
    throw new TypeError('cubes do not hold flags')
  })
}

function placeOf({ site, range }: Scope, column: ColumnOf, exposed: Exposed): Place {
  return { column, siteId: site.id, range, happened, exposed }
}

export function wantedSql(wanted: WantedKeys, column: ColumnOf): Sql {
  return join(
    [...wanted].map(([axis, keys]) => {
      const field = fieldOf(axis)
      const known = [...keys].filter((key) => key !== null)
      const isKnown = sql`${column(field, 'equality')} = ANY (${known}::text[])`
      return keys.has(null) ? sql` AND (${isKnown} OR ${column(field)} IS NULL)` : sql` AND ${isKnown}`
    }),
    sql``,
  )
}
