/** Everything that happened in a session, in order: events and errors in one list. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { SessionRow } from './sessions.queries.ts'

export type TimelineKind =
  | 'VIEW'
  | 'VITAL'
  | 'ERROR'
  | 'REQUEST'
  | 'RESOURCE'
  | 'ACTION'
  | 'FLAG'
  | 'LONG_TASK'
  | 'CUSTOM'
  | 'TRANSACTION'
  | 'APP'
  | 'CONSENT'

/** A row of either table; what a kind does not have is null. */
export type TimelineRow = {
  time: Date
  kind: number
  seq: number
  view_id: string | null
  page: string | null
  navigation: string | null
  name: string | null
  outcome: string | null
  value: number | null
  duration: number | null
  lcp: number | null
  inp: number | null
  cls: number | null
  fcp: number | null
  ttfb: number | null
  detail: Record<string, unknown> | null
  type: string | null
  message: string | null
  stack: string | null
  source: string | null
  fingerprint: string | null
  handled: boolean | null
}

/** Errors have a table of their own; here they stand beside the kinds of events. */
const ERROR_KIND = 0

export const KIND_CODES: Record<TimelineKind, number> = {
  VIEW: EVENT_KINDS.view,
  VITAL: EVENT_KINDS.vital,
  ERROR: ERROR_KIND,
  REQUEST: EVENT_KINDS.request,
  RESOURCE: EVENT_KINDS.resource,
  ACTION: EVENT_KINDS.action,
  FLAG: EVENT_KINDS.flag,
  LONG_TASK: EVENT_KINDS.longtask,
  CUSTOM: EVENT_KINDS.custom,
  TRANSACTION: EVENT_KINDS.txn,
  APP: EVENT_KINDS.app,
  CONSENT: EVENT_KINDS.consent,
}

const KIND_BY_CODE = new Map(Object.entries(KIND_CODES).map(([kind, code]) => [code, kind as TimelineKind]))

export function kindOf({ kind }: TimelineRow): TimelineKind {
  return KIND_BY_CODE.get(kind) ?? 'CUSTOM'
}

export type TimelinePosition = { at: number; view: string; seq: number; kind: number }

/** Events that a clock put a little before the session's start, or that came late, are still its own. */
export const MARGIN_MS = 3_600_000

export function timelinePage(
  db: Queryable,
  session: SessionRow,
  page: { first: number; after: TimelinePosition | null; kinds: readonly TimelineKind[] | null },
  record: (statement: StatementRecord) => void,
): Promise<TimelineRow[]> {
  const from = new Date(session.started_at.getTime() - MARGIN_MS)
  const to = new Date(session.last_at.getTime() + MARGIN_MS)
  const kinds = (page.kinds ?? (Object.keys(KIND_CODES) as TimelineKind[])).map((kind) => KIND_CODES[kind])
  const position = page.after
  const behind =
    position === null
      ? sql``
      : sql` AND (time, coalesce(view_id::text, ''), seq, kind) > (${new Date(position.at)}, ${position.view}::text, ${position.seq}::integer, ${position.kind}::integer)`
  return db.query<TimelineRow>(
    sql`/* timeline.page */
SELECT *
FROM (
  SELECT time, kind::integer AS kind, seq, view_id, page, navigation, name, outcome, value, duration, lcp, inp, cls, fcp, ttfb, detail,
    NULL::text AS type, NULL::text AS message, NULL::text AS stack, NULL::text AS source, NULL::text AS fingerprint,
    NULL::boolean AS handled
  FROM rum.events
  WHERE site_id = ${session.site_id}
    AND session_id = ${session.session_id}
    AND time BETWEEN ${from} AND ${to}
    AND NOT (kind = ${EVENT_KINDS.vital} AND num_nonnulls(lcp, inp, cls, fcp, ttfb, value) = 0)
  UNION ALL
  SELECT time, ${ERROR_KIND}::integer, seq, view_id, page, navigation, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, detail,
    type, message, stack, source, fingerprint, handled
  FROM rum.errors
  WHERE site_id = ${session.site_id}
    AND session_id = ${session.session_id}
    AND time BETWEEN ${from} AND ${to}
) happened
WHERE kind = ANY (${kinds}::integer[])${behind}
ORDER BY time, coalesce(view_id::text, ''), seq, kind
LIMIT ${page.first + 1}`,
    record,
  )
}
