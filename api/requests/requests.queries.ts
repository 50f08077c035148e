/** Requests by endpoint: what is counted of them, in which order they stand, and examples with their sessions. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { RequestExamples, RequestOrder } from '../schema.generated.ts'
import { type PartRow, partColumns, partNames } from '../segment/columns.ts'
import { eventColumn } from '../segment/fields.ts'
import type { Group, GroupPoint, GroupSource } from '../segment/groups.ts'
import type { Question } from '../segment/planner.ts'
import { type WantedKeys, eventsOf } from '../segment/sources.ts'
import { sessionColumns, type SessionRow } from '../sessions/sessions.queries.ts'
import type { TimelineRow } from '../sessions/timeline.queries.ts'

/** Sums of weights, but `squares` (Σ weight², for the effective number). */
export type RequestFigures = {
  count: number
  squares: number
  failed: number
  by_status: number
  by_timeout: number
  by_abort: number
  by_network: number
  informational: number
  success: number
  redirect: number
  client_error: number
  server_error: number
  /** ms */
  total_time: number
}

export type RequestGroup = Group<RequestFigures>
export type RequestPoint = GroupPoint<RequestFigures>
export type RequestExample = TimelineRow & SessionRow

/** In the order in which they happen. */
export const REQUEST_PHASES = ['dns', 'tcp', 'tls', 'request', 'response'] as const
export type RequestPhase = { name: (typeof REQUEST_PHASES)[number]; group: RequestGroup }

export const REQUESTS: GroupSource<RequestFigures> = {
  id: 'requests',
  name: sql`requests`,
  rows: { table: 'events', kind: EVENT_KINDS.request },
  axis: 'ROW:name',
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count,
  sum(e.weight::double precision * e.weight) AS squares,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome IS NOT NULL), 0) AS failed,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'status'), 0) AS by_status,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'timeout'), 0) AS by_timeout,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'abort'), 0) AS by_abort,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome = 'network'), 0) AS by_network,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.value BETWEEN 100 AND 199), 0) AS informational,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.value BETWEEN 200 AND 299), 0) AS success,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.value BETWEEN 300 AND 399), 0) AS redirect,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.value BETWEEN 400 AND 499), 0) AS client_error,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.value BETWEEN 500 AND 599), 0) AS server_error,
  coalesce(sum(e.weight::double precision * e.duration), 0) AS total_time`,
  none: {
    count: 0,
    squares: 0,
    failed: 0,
    by_status: 0,
    by_timeout: 0,
    by_abort: 0,
    by_network: 0,
    informational: 0,
    success: 0,
    redirect: 0,
    client_error: 0,
    server_error: 0,
    total_time: 0,
  },
  measures: {
    duration: sql`e.duration`,
    size: sql`(e.detail ->> 'size')::double precision`,
    dns: sql`(e.detail -> 'timing' ->> 'dns')::double precision`,
    tcp: sql`(e.detail -> 'timing' ->> 'tcp')::double precision`,
    tls: sql`(e.detail -> 'timing' ->> 'tls')::double precision`,
    request: sql`(e.detail -> 'timing' ->> 'request')::double precision`,
    response: sql`(e.detail -> 'timing' ->> 'response')::double precision`,
  },
}

/** By what a list is ordered, over a group `g`. */
export const REQUEST_RANKS: Record<RequestOrder, Sql> = {
  COUNT: sql`g.count`,
  FAILURES: sql`g.failed`,
  FAILURE_SHARE: sql`g.failed / g.count * 100`,
  TOTAL_TIME: sql`g.total_time`,
  MEAN_DURATION: sql`g.total_time / g.count`,
}

export const HAS_FAILED = sql`g.failed > 0`

/** Which requests are shown as examples, and which of them first. */
const EXAMPLES: Record<RequestExamples, { only: Sql; order: Sql }> = {
  LATEST: { only: sql`TRUE`, order: sql`time DESC` },
  SLOWEST: { only: sql`TRUE`, order: sql`duration DESC, time DESC` },
  FAILED: { only: sql`e.outcome IS NOT NULL`, order: sql`time DESC` },
}

export function requestExamples(
  db: Queryable,
  asked: { question: Question; wanted: WantedKeys; of: RequestExamples; first: number },
  record: (statement: StatementRecord) => void,
): Promise<(RequestExample & PartRow)[]> {
  const { question, wanted, of, first } = asked
  const { only, order } = EXAMPLES[of]
  const names = partNames(question)
  return db.query<RequestExample & PartRow>(
    sql`/* requests.examples */
SELECT ${names}, time, kind, seq, view_id, page, navigation, name, outcome, value, duration, detail,
  NULL::double precision AS lcp, NULL::double precision AS inp, NULL::double precision AS cls, NULL::double precision AS fcp,
  NULL::double precision AS ttfb, NULL::text AS type, NULL::text AS message, NULL::text AS stack, NULL::text AS source,
  NULL::text AS fingerprint, NULL::boolean AS handled, ${sessionColumns(question.scope.site)}, 0::double precision AS rank
FROM (
  SELECT ${names}, time, kind, seq, view_id, page, navigation, name, outcome, value, duration, detail, session_id,
    row_number() OVER (PARTITION BY ${names} ORDER BY ${order}, view_id, seq) AS place
  FROM (
    SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.time, e.kind::integer AS kind, e.seq, e.view_id, e.page,
      e.navigation, e.name, e.outcome, e.value, e.duration, e.detail, e.session_id
    FROM ${eventsOf(question, wanted, { table: 'events', kinds: [EVENT_KINDS.request] })} AND ${only}
  ) requests
) ranked
JOIN rum.sessions s USING (session_id)
WHERE s.site_id = ${question.scope.site.id}
  AND place <= ${first}
ORDER BY place`,
    record,
  )
}
