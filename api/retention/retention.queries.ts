/** In which days, weeks or months each visitor was seen, as bits; visitors with the same bits are one row. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { needsViews } from '../segment/fields.ts'
import { type Segment, during, segmentRange } from '../segment/segment.ts'
import { SESSION_SPAN_MS, sessionConditions } from '../segment/sources.ts'

/** Bit i of `low` is period i, bit i of `high` period 30 + i: two integers that fit any driver. */
export type SeenRow = { low: number; high: number; weight: number; visitors: number }

export const LOW_BITS = 30
export const MOST_PERIODS = 2 * LOW_BITS

/**
 * A session lasts 4 hours at most, so its first and its last view say in which days it was seen, and the views need not be
 * read unless the filter looks at them. Like in `Segment.visitors`, a visitor of sampled sessions speaks for as many as the
 * one that weighs most.
 */
export function visitorsByPeriods(
  db: Queryable,
  { segment, edges }: { segment: Segment; edges: readonly number[] },
  record: (statement: StatementRecord) => void,
): Promise<SeenRow[]> {
  const { from, to } = segmentRange(segment)
  const { scope } = during(segment, { from, to })
  const wanted = new Map([...segment.keys].map(([axis, key]) => [axis, new Set([key])]))
  const isViewed = needsViews(scope.where, [...wanted.keys()])
  const views = isViewed
    ? sql`
    JOIN rum.events e ON e.site_id = s.site_id AND e.session_id = s.session_id AND e.kind = ${EVENT_KINDS.view}
      AND e.time >= ${new Date(from)} AND e.time < ${new Date(to)}`
    : sql``
  const bits = isViewed
    ? periodBit(sql`e.time`, edges)
    : sql`${periodBit(sql`s.entry_at`, edges)} | ${periodBit(sql`s.exit_at`, edges)}`
  return db.query<SeenRow>(
    sql`/* retention.visitorsByPeriods */
SELECT (periods & ${2 ** LOW_BITS - 1}::bigint)::integer AS low, (periods >> ${LOW_BITS})::integer AS high, weight, count(*) AS visitors
FROM (
  SELECT s.visitor_id, bit_or(${bits}) AS periods, max(s.weight)::double precision AS weight
  FROM rum.sessions s${views}
  WHERE s.site_id = ${scope.site.id}
    AND s.started_at >= ${new Date(from - SESSION_SPAN_MS)}
    AND s.started_at < ${new Date(to)}
    AND s.weight > 0
    AND ${sessionConditions(scope, wanted)}
  GROUP BY s.visitor_id
) seen
WHERE periods <> 0
GROUP BY periods, weight`,
    record,
  )
}

/** 0 for what is unknown or lies outside all periods. */
function periodBit(time: Sql, edges: readonly number[]): Sql {
  const starts = edges.map((edge) => new Date(edge))
  // Bit 0 is what lies before the first edge, and after the last one stands a bit too many: both are cut off.
  return sql`coalesce(((1::bigint << width_bucket(${time}, ${starts}::timestamptz[])) >> 1) & ${2 ** (edges.length - 1) - 1}::bigint, 0)`
}
