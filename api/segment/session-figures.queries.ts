/** What is counted of whole sessions, in parts: how many, how they went, how long they lasted, and whose they were. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type PartRow, partColumns, partNames } from './columns.ts'
import { FRUSTRATIONS, INTERACTIONS } from './action-kinds.ts'
import { exposedAt, exposedViewAt, exposureIn } from './exposures.ts'
import { needsViews, sessionColumn } from './fields.ts'
import type { Question } from './planner.ts'
import type { Scope } from './segment.ts'
import { type DistributionRow, binned } from './segment.queries.ts'
import { SESSION_SPAN_MS, type WantedKeys, sessionConditions, sessionsOf } from './sources.ts'

type Recorder = (statement: StatementRecord) => void
type Asked = { question: Question; wanted: WantedKeys }

/** Sums of weights, but `n` (sessions drawn) and `squares` (Σ weight², for the effective number of them). */
export type SessionFiguresRow = PartRow & {
  n: number
  squares: number
  sessions: number
  bounced: number
  engaged: number
  frustrated: number
  crashed: number
}

/** A session that lasted so long is engaged. */
const ENGAGED_SECONDS = 10

/** Conditions on a row of `began`. */
export const HOW_IT_WENT = {
  bounced: sql`views = 1 AND interactions = 0`,
  engaged: sql`seconds >= ${ENGAGED_SECONDS} OR views >= 2 OR interactions >= 1`,
  frustrated: sql`frustrations > 0`,
  crashed: sql`unhandled_errors > 0`,
}

/** Sessions that began in the scope. A part by what views carry counts the sessions with such a view. */
export function sessionFigures(
  db: Queryable,
  { question, wanted }: Asked,
  record: Recorder,
): Promise<SessionFiguresRow[]> {
  return db.query<SessionFiguresRow>(
    sql`/* segment.sessionFigures */
SELECT ${partNames(question)}, count(*) AS n, sum(weight * weight) AS squares, sum(weight) AS sessions,
  coalesce(sum(weight) FILTER (WHERE ${HOW_IT_WENT.bounced}), 0) AS bounced,
  coalesce(sum(weight) FILTER (WHERE ${HOW_IT_WENT.engaged}), 0) AS engaged,
  coalesce(sum(weight) FILTER (WHERE ${HOW_IT_WENT.frustrated}), 0) AS frustrated,
  coalesce(sum(weight) FILTER (WHERE ${HOW_IT_WENT.crashed}), 0) AS crashed
FROM (${began({ question, wanted })}) began
GROUP BY ${partNames(question)}`,
    record,
  )
}

/** How long the sessions lasted, ms, as distributions. */
export function sessionDurations(
  db: Queryable,
  { question, wanted }: Asked,
  record: Recorder,
): Promise<DistributionRow[]> {
  const measured = sql`SELECT ${partNames(question)}, weight::real AS weight, seconds * 1000 AS value FROM (${began({ question, wanted })}) began`
  return db.query<DistributionRow>(
    sql`/* segment.sessionDurations */
${binned(question, measured, { code: 0, good: null, poor: null })}`,
    record,
  )
}

/** `views`, `interactions`, `frustrations`, `errors`, `unhandled_errors` and `seconds` of a session `s`. */
function sessionCounts(scope: Scope): Sql {
  const flag = exposureIn(scope.where)
  return flag === null ? WHOLE_SESSION : countsSince(flag, scope)
}

const WHOLE_SESSION = sql`s.views, s.interactions, s.frustrations, s.errors, s.unhandled_errors,
    extract(epoch FROM s.last_at - s.started_at)::double precision AS seconds`

/** The same since the first evaluation of a flag; events are read only in sessions where something may lie before it. */
function countsSince(flag: string, { site, range }: Scope): Sql {
  const [at, viewAt] = [exposedAt(flag), exposedViewAt(flag)]
  const rows = sql`x
      WHERE x.site_id = ${site.id} AND x.session_id = s.session_id
        AND x.time >= ${new Date(range.from - SESSION_SPAN_MS)} AND x.time < ${new Date(range.to + SESSION_SPAN_MS)}
        AND x.time >= s.started_at AND x.time <= s.last_at`
  const actions = (names: readonly string[], since: Sql) =>
    sql`(SELECT count(*) FROM rum.events ${rows} AND x.kind = ${EVENT_KINDS.action} AND x.name = ANY (${names}::text[]) AND x.time >= ${since})::integer`
  return sql`CASE WHEN ${viewAt} <= s.entry_at THEN s.views
      ELSE (SELECT count(*) FROM rum.events ${rows} AND x.kind = ${EVENT_KINDS.view} AND x.time >= ${viewAt})::integer END AS views,
    CASE WHEN s.interactions = 0 OR ${viewAt} <= s.entry_at THEN s.interactions ELSE ${actions(INTERACTIONS, viewAt)} END AS interactions,
    CASE WHEN s.frustrations = 0 OR ${at} <= s.started_at THEN s.frustrations ELSE ${actions(FRUSTRATIONS, at)} END AS frustrations,
    CASE WHEN s.errors = 0 OR ${at} <= s.started_at THEN s.errors
      ELSE (SELECT count(*) FROM rum.errors ${rows} AND x.time >= ${at})::integer END AS errors,
    CASE WHEN s.unhandled_errors = 0 OR ${at} <= s.started_at THEN s.unhandled_errors
      ELSE (SELECT count(*) FROM rum.errors ${rows} AND NOT x.handled AND x.time >= ${at})::integer END AS unhandled_errors,
    extract(epoch FROM s.last_at - CASE WHEN ${viewAt} <= s.entry_at THEN s.started_at ELSE ${viewAt} END)::double precision AS seconds`
}

/** One row a session and part. Joined views may repeat a session in a part: those are taken together. */
export function began({ question, wanted }: Asked): Sql {
  const { scope, axes } = question
  const isRepeated = needsViews(scope.where, [...axes, ...wanted.keys()])
  return sql`
  SELECT ${isRepeated ? sql`DISTINCT ` : sql``}${partColumns(question, sessionColumn, sql`s.started_at`)}, s.session_id, s.visitor_id,
    s.weight::double precision AS weight, ${sessionCounts(scope)}
  FROM ${sessionsOf(question, wanted)} AND s.weight > 0`
}

export type VisitorsRow = PartRow & { visitors: number }

/** A session is seen at its first and at its last view; between them no more than this passes. */
const LONGEST_SESSION_MS = 4 * 3_600_000

/**
 * Distinct visitors with a view in the part. Where every part is longer than any session, its first and last view say in
 * which parts a session was seen, so that the views themselves need not be read. A visitor of sampled sessions speaks for
 * as many as the one that weighs most.
 */
export function visitors(
  db: Queryable,
  { question, wanted }: Asked,
  record: Recorder,
): Promise<VisitorsRow[]> {
  const { scope, axes } = question
  const { range } = scope
  const isViewed =
    needsViews(scope.where, [...axes, ...wanted.keys()]) || shortestPart(question) < LONGEST_SESSION_MS
  const seen = isViewed
    ? sql`JOIN rum.events e ON e.site_id = s.site_id AND e.session_id = s.session_id AND e.kind = ${EVENT_KINDS.view}
    AND e.time >= ${new Date(range.from)} AND e.time < ${new Date(range.to)}
  CROSS JOIN LATERAL (SELECT e.time AS at) seen`
    : sql`CROSS JOIN LATERAL (VALUES (s.entry_at), (s.exit_at)) seen (at)`
  return db.query<VisitorsRow>(
    sql`/* segment.visitors */
SELECT ${partNames(question)}, sum(weight) AS visitors
FROM (
  SELECT ${partNames(question)}, visitor_id, max(weight) AS weight
  FROM (
    SELECT ${partColumns(question, sessionColumn, sql`seen.at`)}, s.visitor_id, s.weight::double precision AS weight
    FROM rum.sessions s
    ${seen}
    WHERE s.site_id = ${scope.site.id}
      AND s.started_at >= ${new Date(range.from - SESSION_SPAN_MS)}
      AND s.started_at < ${new Date(range.to)}
      AND seen.at >= ${new Date(range.from)}
      AND seen.at < ${new Date(range.to)}
      AND s.weight > 0
      AND ${sessionConditions(scope, wanted)}
  ) views
  GROUP BY ${partNames(question)}, visitor_id
) visitors
GROUP BY ${partNames(question)}`,
    record,
  )
}

function shortestPart({ scope: { range }, edges }: Question): number {
  if (edges === null) return range.to - range.from
  return Math.min(...edges.slice(1).map((edge, i) => edge - (edges[i] ?? edge)))
}
