/** Everything that a view was made of: its events in order. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { SessionRow } from '../sessions/sessions.queries.ts'
import { MARGIN_MS, type TimelineRow } from '../sessions/timeline.queries.ts'

const KINDS = [
  EVENT_KINDS.view,
  EVENT_KINDS.vital,
  EVENT_KINDS.request,
  EVENT_KINDS.resource,
  EVENT_KINDS.longtask,
]

/** More than a page loads; what comes later is left out. */
const MOST_ROWS = 2000

export function viewRows(
  db: Queryable,
  session: SessionRow,
  viewId: string,
  record: (statement: StatementRecord) => void,
): Promise<TimelineRow[]> {
  return db.query<TimelineRow>(
    sql`/* views.rows */
SELECT time, kind::integer AS kind, seq, view_id, page, navigation, name, outcome, value, duration, lcp, inp, cls, fcp, ttfb, detail,
  NULL::text AS type, NULL::text AS message, NULL::text AS stack, NULL::text AS source, NULL::text AS fingerprint,
  NULL::boolean AS handled
FROM rum.events
WHERE site_id = ${session.site_id}
  AND session_id = ${session.session_id}
  AND view_id = ${viewId}
  AND kind = ANY (${KINDS}::smallint[])
  AND time BETWEEN ${new Date(session.started_at.getTime() - MARGIN_MS)} AND ${new Date(session.last_at.getTime() + MARGIN_MS)}
ORDER BY time, seq, kind
LIMIT ${MOST_ROWS}`,
    record,
  )
}
