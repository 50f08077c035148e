/** Groups of errors: what is counted of them, in which order they stand, and when each was seen first and last. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { ErrorOrder } from '../schema.generated.ts'
import type { Axis } from '../segment/axes.ts'
import type { Group, GroupPoint, GroupSource } from '../segment/groups.ts'
import type { Scope, Segment } from '../segment/segment.ts'
import { segmentRange } from '../segment/segment.ts'
import { type WantedKeys, eventsOf } from '../segment/sources.ts'
import type { TimelineRow } from '../sessions/timeline.queries.ts'

export type ErrorFigures = { events: number; sessions: number; visitors: number; handled: boolean | null }

export type ErrorGroup = Group<ErrorFigures>
export type ErrorPoint = GroupPoint<ErrorFigures>

/** What is known of errors is complete: each stands for itself, in every session. */
export const ERRORS: GroupSource<ErrorFigures> = {
  id: 'errors',
  name: sql`errors`,
  rows: { table: 'errors' },
  axis: 'ROW:fingerprint',
  weight: sql`1`,
  figures: sql`count(*)::double precision AS events, count(DISTINCT e.session_id)::double precision AS sessions,
  count(DISTINCT e.visitor_id)::double precision AS visitors, bool_and(e.handled) AS handled`,
  none: { events: 0, sessions: 0, visitors: 0, handled: null },
  measures: {},
}

/** By what a list is ordered, over a group `g` of the segment. */
export const ERROR_RANKS: Record<ErrorOrder, (segment: Segment) => Sql> = {
  SESSIONS: () => sql`g.sessions`,
  EVENTS: () => sql`g.events`,
  LAST_SEEN: (segment) => seen(segment, sql`max(e.time)`),
  FIRST_SEEN: (segment) => seen(segment, sql`min(e.time)`),
  NEW: (segment) =>
    sql`CASE WHEN ${seen(segment, sql`min(e.time)`)} >= ${segmentRange(segment).from}::double precision
      THEN ${MORE_THAN_ANY_SESSIONS}::double precision ELSE 0 END + g.sessions`,
}

/** Puts what is new before everything else, and leaves room for the sessions in a double. */
const MORE_THAN_ANY_SESSIONS = 1e11

/** All time that is kept. */
const EVER = { from: 0, to: Date.UTC(2200, 0, 1) }

function seen({ scope, keys }: Segment, when: Sql): Sql {
  const wanted = new Map([...keys].map(([axis, key]) => [axis, new Set([key])]))
  return sql`(SELECT extract(epoch FROM ${when})::double precision * 1000
      FROM ${errorsEver(scope, wanted)} AND e.fingerprint = g.key)`
}

function errorsEver(scope: Scope, wanted: WantedKeys): Sql {
  const question = { scope: { ...scope, range: EVER }, axes: [], edges: null }
  return eventsOf(question, wanted, { table: 'errors' })
}

/** The latest occurrence of a group, and when and where it was seen first and last, over all time that is kept. */
export type ErrorHistoryRow = TimelineRow & {
  fingerprint: string
  first_time: Date
  first_release: string | null
  release: string | null
}

export function errorHistory(
  db: Queryable,
  { scope, wanted }: { scope: Scope; wanted: ReadonlyMap<Axis, ReadonlySet<string | null>> },
  record: (statement: StatementRecord) => void,
): Promise<ErrorHistoryRow[]> {
  const fingerprints = [...(wanted.get(ERRORS.axis) ?? [])]
  const others = new Map([...wanted].filter(([axis]) => axis !== ERRORS.axis))
  return db.query<ErrorHistoryRow>(
    sql`/* errors.history */
SELECT earliest.time AS first_time, earliest.release AS first_release, latest.*
FROM unnest(${fingerprints}::text[]) AS listed (fingerprint)
CROSS JOIN LATERAL (
  SELECT e.time, e.release
  FROM ${errorsEver(scope, others)} AND e.fingerprint = listed.fingerprint
  ORDER BY e.time
  LIMIT 1
) earliest
CROSS JOIN LATERAL (
  SELECT e.time, e.release, 0 AS kind, e.seq, e.view_id, e.page, e.navigation, e.detail, e.type, e.message, e.stack, e.source,
    e.fingerprint, e.handled, NULL::text AS name, NULL::text AS outcome, NULL::double precision AS value,
    NULL::double precision AS duration, NULL::double precision AS lcp, NULL::double precision AS inp,
    NULL::double precision AS cls, NULL::double precision AS fcp, NULL::double precision AS ttfb
  FROM ${errorsEver(scope, others)} AND e.fingerprint = listed.fingerprint
  ORDER BY e.time DESC
  LIMIT 1
) latest`,
    record,
  )
}
