/** The statements behind lists of groups: a page of them, and what is asked of all groups of a page at once. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import type { SessionRow } from '../sessions/sessions.queries.ts'
import { sessionColumns } from '../sessions/sessions.queries.ts'
import { type Axis, fieldOf } from './axes.ts'
import { type PartRow, partColumns, partNames } from './columns.ts'
import { eventColumn } from './fields.ts'
import type { GroupSource, Listing } from './groups.ts'
import type { Question } from './planner.ts'
import { BIN_OF_VALUE, type DistributionRow } from './segment.queries.ts'
import { type Segment, segmentRange } from './segment.ts'
import { type WantedKeys, eventsOf } from './sources.ts'

type Recorder = (statement: StatementRecord) => void

/** Where a page begins: behind this group. What happened after `countedTo` (epoch ms) does not count on any later page. */
export type GroupCursor = { rank: number; key: string | null; countedTo: number }

export type GroupRow<Figures> = Figures & { key: string | null; rank: number; counted_to: Date }

export type GroupPageAsked<Figures extends object> = Listing<Figures> & {
  /** Over a group `g` with its key and figures; the greatest comes first. */
  rank: Sql
  /** Which rows `e` and which groups `g` belong to the list; none given: all. */
  also?: { rows?: Sql; groups?: Sql }
  first: number
  after: GroupCursor | null
}

/** The groups of the segment in order, from behind the cursor; one more than asked for tells whether there are more. */
export function groupPage<Figures extends object>(
  db: Queryable,
  { source, segment, within = segment, rank, also = {}, first, after }: GroupPageAsked<Figures>,
  record: Recorder,
): Promise<GroupRow<Figures>[]> {
  const { question, wanted } = asOnePart(within, after?.countedTo ?? Infinity)
  const key = eventColumn(fieldOf(source.axis))
  return db.query<GroupRow<Figures>>(
    sql`/* ${source.name}.groups */
SELECT ranked.*
FROM (
  SELECT g.*, round((${rank})::numeric, 3)::double precision AS rank
  FROM (
    SELECT ${key} AS key, ${source.figures}, max(max(e.time)) OVER () AS counted_to
    FROM ${rowsOf(source, question, wanted)}${also.rows === undefined ? sql`` : sql` AND ${also.rows}`}
    GROUP BY ${key}
  ) g
  WHERE ${also.groups ?? sql`TRUE`}
) ranked
WHERE ${after === null ? sql`TRUE` : behind(after)}
ORDER BY rank DESC, key COLLATE "C" NULLS LAST
LIMIT ${first + 1}`,
    record,
  )
}

function behind({ rank, key }: GroupCursor): Sql {
  const isLower = sql`rank < ${rank}::double precision`
  if (key === null) return isLower
  return sql`(${isLower} OR (rank = ${rank}::double precision AND (key COLLATE "C" > ${key}::text OR key IS NULL)))`
}

/** A segment as a question of its own, up to a moment. */
function asOnePart(segment: Segment, countedTo: number): { question: Question; wanted: WantedKeys } {
  const range = segmentRange(segment)
  const to = Math.max(range.from, Math.min(range.to, countedTo + 1))
  return {
    question: { scope: { ...segment.scope, range: { ...range, to } }, axes: [], edges: null },
    wanted: new Map([...segment.keys].map(([axis, key]) => [axis, new Set([key])])),
  }
}

function rowsOf({ rows }: GroupSource, question: Question, wanted: WantedKeys): Sql {
  return eventsOf(question, wanted, rows.table === 'errors' ? rows : { table: 'events', kinds: [rows.kind] })
}

type Asked = { source: GroupSource; question: Question; wanted: WantedKeys }

export function groupFigures(
  db: Queryable,
  { source, question, wanted }: Asked,
  record: Recorder,
): Promise<PartRow[]> {
  return db.query<PartRow>(
    sql`/* ${source.name}.figures */
SELECT ${partColumns(question, eventColumn, sql`e.time`)}, ${source.figures}
FROM ${rowsOf(source, question, wanted)}
GROUP BY ${partNames(question)}`,
    record,
  )
}

/** Distributions of several numbers of each row; `metric` counts them from 1, in the order given. */
export function groupMeasures(
  db: Queryable,
  { source, question, wanted, measures }: Asked & { measures: readonly Sql[] },
  record: Recorder,
): Promise<DistributionRow[]> {
  const names = partNames(question)
  return db.query<DistributionRow>(
    sql`/* ${source.name}.measures */
SELECT ${names}, metric, weight::real AS weight, sum(n)::integer AS n, sum(sum) AS sum, min(min) AS min, max(max) AS max,
  0 AS good, 0 AS poor, array_agg(bin) AS bins, array_agg(n) AS counts
FROM (
  SELECT ${names}, metric, weight, ${BIN_OF_VALUE} AS bin,
    count(*)::integer AS n, sum(value) AS sum, min(value) AS min, max(value) AS max
  FROM (
    SELECT ${partColumns(question, eventColumn, sql`e.time`)}, ${source.weight} AS weight,
      ARRAY[${join(measures, sql`, `)}]::double precision[] AS numbers
    FROM ${rowsOf(source, question, wanted)}
  ) rows
  CROSS JOIN LATERAL unnest(numbers) WITH ORDINALITY AS measured (value, metric)
  WHERE value IS NOT NULL
  GROUP BY ${names}, metric, weight, bin
) binned
GROUP BY ${names}, metric, weight`,
    record,
  )
}

/** Whose ids can be told apart. */
export const DISTINCT_IDS = {
  sessions: sql`e.session_id`,
  visitors: sql`e.visitor_id`,
  views: sql`e.view_id`,
}

export type DistinctRow = PartRow & { n: number }

/** How many sessions, visitors or views had something of the part. */
export function groupDistinct(
  db: Queryable,
  { source, question, wanted, of }: Asked & { of: keyof typeof DISTINCT_IDS },
  record: Recorder,
): Promise<DistinctRow[]> {
  return db.query<DistinctRow>(
    sql`/* ${source.name}.distinct */
SELECT ${partNames(question)}, sum(weight) AS n
FROM (
  SELECT ${partColumns(question, eventColumn, sql`e.time`)}, max(${source.weight}) AS weight
  FROM ${rowsOf(source, question, wanted)}
  GROUP BY ${partNames(question)}, ${DISTINCT_IDS[of]}
) had
GROUP BY ${partNames(question)}`,
    record,
  )
}

export type SplitRow = PartRow & { key: string | null; count: number; sessions: number }

/** The parts of each group by one more axis, those of most sessions first. */
export function groupSplits(
  db: Queryable,
  { source, question, wanted, axis, top }: Asked & { axis: Axis; top: number },
  record: Recorder,
): Promise<SplitRow[]> {
  const names = partNames(question)
  return db.query<SplitRow>(
    sql`/* ${source.name}.splits */
SELECT ${names}, key, count, sessions
FROM (
  SELECT ${names}, key, sum(count) AS count, sum(weight) AS sessions,
    row_number() OVER (PARTITION BY ${names} ORDER BY sum(weight) DESC, sum(count) DESC, key COLLATE "C" NULLS LAST) AS place
  FROM (
    SELECT ${partColumns(question, eventColumn, sql`e.time`)}, ${eventColumn(fieldOf(axis))} AS key,
      sum(${source.weight}) AS count, max(${source.weight}) AS weight
    FROM ${rowsOf(source, { ...question, axes: [...question.axes, axis] }, wanted)}
    GROUP BY ${names}, key, e.session_id
  ) sessions
  GROUP BY ${names}, key
) split
WHERE place <= ${top}
ORDER BY place`,
    record,
  )
}

/** The latest sessions that had something of the part. */
export function groupSessions(
  db: Queryable,
  { source, question, wanted, first }: Asked & { first: number },
  record: Recorder,
): Promise<(SessionRow & PartRow)[]> {
  const names = partNames(question)
  return db.query<SessionRow & PartRow>(
    sql`/* ${source.name}.sessions */
SELECT ${names}, ${sessionColumns(question.scope.site)}, 0::double precision AS rank
FROM (
  SELECT ${names}, session_id,
    row_number() OVER (PARTITION BY ${names} ORDER BY last_time DESC, session_id) AS place
  FROM (
    SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.session_id, max(e.time) AS last_time
    FROM ${rowsOf(source, question, wanted)}
    GROUP BY ${names}, e.session_id
  ) seen
) latest
JOIN rum.sessions s USING (session_id)
WHERE s.site_id = ${question.scope.site.id}
  AND place <= ${first}
ORDER BY place`,
    record,
  )
}
