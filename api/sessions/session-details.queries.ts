/** What the events of several sessions tell, by session. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { SessionRow } from './sessions.queries.ts'

type Recorder = (statement: StatementRecord) => void

export type FrustrationCounts = {
  rageClicks: number
  deadClicks: number
  errorClicks: number
  formAbandons: number
}

type FrustrationRow = { site_id: number; session_id: string } & FrustrationCounts

export async function frustrationCounts(
  db: Queryable,
  sessions: readonly SessionRow[],
  record: Recorder,
): Promise<Map<string, FrustrationCounts>> {
  const rows = await db.query<FrustrationRow>(
    sql`/* sessions.frustrations */
SELECT e.site_id, e.session_id,
  count(*) FILTER (WHERE e.name = 'rage_click') AS "rageClicks",
  count(*) FILTER (WHERE e.name = 'dead_click') AS "deadClicks",
  count(*) FILTER (WHERE e.name = 'error_click') AS "errorClicks",
  count(*) FILTER (WHERE e.name = 'form_abandon') AS "formAbandons"
FROM ${eventsOfSessions(sessions, EVENT_KINDS.action)}
GROUP BY e.site_id, e.session_id`,
    record,
  )
  return new Map(rows.map(({ site_id, session_id, ...counts }) => [`${site_id} ${session_id}`, counts]))
}

type TraceRow = { site_id: number; session_id: string; trace_ids: string[] }

/** Each trace once, in the order in which they began. */
export async function traceIds(
  db: Queryable,
  sessions: readonly SessionRow[],
  record: Recorder,
): Promise<Map<string, string[]>> {
  const rows = await db.query<TraceRow>(
    sql`/* sessions.traceIds */
SELECT site_id, session_id, array_agg(trace_id ORDER BY began, trace_id) AS trace_ids
FROM (
  SELECT e.site_id, e.session_id, e.detail ->> 'traceId' AS trace_id, min(e.time) AS began
  FROM ${eventsOfSessions(sessions, EVENT_KINDS.request)}
    AND e.detail ->> 'traceId' IS NOT NULL
  GROUP BY e.site_id, e.session_id, trace_id
) traces
GROUP BY site_id, session_id`,
    record,
  )
  return new Map(rows.map((row) => [`${row.site_id} ${row.session_id}`, row.trace_ids]))
}

/** Events that a clock put a little before the session's start, or that came late, are still its own. */
const MARGIN_MS = 3_600_000

function eventsOfSessions(sessions: readonly SessionRow[], kind: number): Sql {
  const starts = sessions.map(({ started_at }) => started_at.getTime())
  const ends = sessions.map(({ last_at }) => last_at.getTime())
  return sql`unnest(${sessions.map(({ site_id }) => site_id)}::integer[], ${sessions.map(({ session_id }) => session_id)}::uuid[])
    AS listed (site_id, session_id)
  JOIN rum.events e ON e.site_id = listed.site_id AND e.session_id = listed.session_id
  WHERE e.kind = ${kind}
    AND e.time >= ${new Date(Math.min(...starts) - MARGIN_MS)}
    AND e.time <= ${new Date(Math.max(...ends) + MARGIN_MS)}`
}
