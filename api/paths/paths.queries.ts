/** The pages that sessions went through, in order, repeats collapsed: one row for all sessions with the same path. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { HOUR_MS } from '../segment/rollups.ts'
import { type Segment, segmentRange } from '../segment/segment.ts'
import { SESSION_SPAN_MS, sessionsOf } from '../segment/sources.ts'

/** `left`: the session saw no page after the last one. */
export type PathRow = { pages: (string | null)[]; left: boolean; sessions: number; squares: number }

/** From a page's first view, to a page's first view (behind `from`, if both are given), or from the entry. */
export type PathEnds = { from: string | null; to: string | null; depth: number }

/**
 * The sessions are those that `Segment.sessionCount` counts; their paths are whole, also where the filter looks at views.
 * A path that is only to end at a page keeps its last steps, every other one its first.
 */
export function paths(
  db: Queryable,
  segment: Segment,
  { from, to, depth }: PathEnds,
  record: (statement: StatementRecord) => void,
): Promise<PathRow[]> {
  const range = segmentRange(segment)
  const question = { scope: { ...segment.scope, range }, axes: [], edges: null }
  const wanted = new Map([...segment.keys].map(([axis, key]) => [axis, new Set([key])]))
  const first = from === null ? sql`1` : sql`array_position(pages, ${from}::text)`
  // array_position takes no null for where to begin.
  const behind = from === null ? sql`1` : sql`coalesce(${first} + 1, 1)`
  const last = to === null ? sql`cardinality(pages)` : sql`array_position(pages, ${to}::text, ${behind})`
  const keepsLast = from === null && to !== null
  const begin = keepsLast ? sql`greatest(first, last - ${depth}::integer)` : sql`first`
  const end = keepsLast ? sql`last` : sql`least(last, first + ${depth}::integer)`
  return db.query<PathRow>(
    sql`/* paths.paths */
SELECT pages[${begin}:${end}] AS pages, ${end} = cardinality(pages) AS left, sum(weight) AS sessions, sum(weight * weight) AS squares
FROM (
  SELECT pages, weight, ${first} AS first, ${last} AS last
  FROM (
    SELECT array_agg(page ORDER BY place) AS pages, max(weight) AS weight
    FROM (
      SELECT e.session_id, e.page, chosen.weight, row_number() OVER in_order AS place, lag(e.page) OVER in_order AS before
      FROM (SELECT DISTINCT s.session_id, s.weight::double precision AS weight FROM ${sessionsOf(question, wanted)} AND s.weight > 0) chosen
      JOIN rum.events e ON e.session_id = chosen.session_id
      WHERE e.site_id = ${segment.scope.site.id}
        AND e.kind = ${EVENT_KINDS.view}
        AND e.time >= ${new Date(range.from - HOUR_MS)}
        AND e.time < ${new Date(range.to + SESSION_SPAN_MS)}
      WINDOW in_order AS (PARTITION BY e.session_id ORDER BY e.time, e.view_id, e.seq)
    ) views
    WHERE place = 1 OR page IS DISTINCT FROM before
    GROUP BY session_id
  ) sessions
) cut
WHERE first IS NOT NULL AND last IS NOT NULL
GROUP BY 1, 2`,
    record,
  )
}
