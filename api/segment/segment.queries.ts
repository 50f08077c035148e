/**
 * The statements behind a segment: distributions of metrics, counts of views, counts of sessions. Each answers every
 * part of a question at once, one row or more a part; what comes from rollups, deltas and raw rows has one shape.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Dimension } from './dimensions.ts'
import { eventColumn, needsSession, needsViews, rollupColumn, sessionColumn } from './fields.ts'
import { type ColumnOf, type Field, conditionSql, fieldsOf } from './filters.ts'
import { METRICS, type MetricSource, VIEWS } from './metrics.ts'
import { type Plan, type Question, plan } from './planner.ts'
import { POPULATIONS, POPULATION_NAMES, headlinePopulations } from './populations.ts'
import type { Range } from './range.ts'
import { HOUR_MS } from './rollups.ts'
import { LN_GAMMA, MAX_BIN, ZERO_BIN } from './sketch.ts'

/** Which keys to answer, by dimension: those that were asked for; absent: all. */
export type WantedKeys = ReadonlyMap<Dimension, ReadonlySet<string | null>>

type Recorder = (statement: StatementRecord) => void

/** `d0`, `d1` … are the values of the question's dimensions; `bucket` counts from 0. */
type PartRow = { bucket: number } & Record<`d${number}`, string | null>

export type DistributionRow = PartRow & {
  metric: number
  weight: number
  n: number
  sum: number
  min: number | null
  max: number | null
  good: number
  poor: number
  bins: number[]
  counts: number[]
}
export type CountRow = PartRow & { count: number }

export function distributions(
  db: Queryable,
  question: Question,
  metrics: readonly VitalName[],
  wanted: WantedKeys,
  record: Recorder,
): Promise<DistributionRow[]> {
  const parts = pieces(
    question,
    metrics.map((name) => ({ ...METRICS[name], vital: name })),
    wanted,
    plan(question),
  )
  return db.query<DistributionRow>(
    sql`/* segment.distributions */
${join(
  parts,
  sql`
UNION ALL
`,
)}`,
    record,
  )
}

export function viewCounts(
  db: Queryable,
  question: Question,
  wanted: WantedKeys,
  record: Recorder,
): Promise<CountRow[]> {
  const parts = pieces(question, [{ ...VIEWS, vital: null }], wanted, plan(question))
  const dimensions = question.dimensions.map((_, i) => DIMENSION_ALIASES[i] ?? sql``)
  return db.query<CountRow>(
    sql`/* segment.viewCounts */
SELECT ${join([...dimensions, sql`bucket`], sql`, `)}, sum(n * weight::double precision) AS count
FROM (
${join(
  parts,
  sql`
UNION ALL
`,
)}
) parts
GROUP BY ${join([...dimensions, sql`bucket`], sql`, `)}`,
    record,
  )
}

/** Identifiers of result columns: a question splits by a few dimensions at most. */
const DIMENSION_ALIASES = [sql`d0`, sql`d1`, sql`d2`, sql`d3`, sql`d4`, sql`d5`, sql`d6`, sql`d7`]
export const MAX_SPLITS = DIMENSION_ALIASES.length

type AskedMetric = MetricSource & { vital: VitalName | null }

const DAY_TABLE = sql`rum.rollup_day`
const HOUR_TABLE = sql`rum.rollup_hour`
const DELTA_TABLE = sql`rum.rollup_delta`

function pieces(
  question: Question,
  metrics: readonly AskedMetric[],
  wanted: WantedKeys,
  { cube, days, hours, deltas, raw }: Plan,
): Sql[] {
  const rollups =
    cube === null
      ? []
      : [
          ...(days === null ? [] : [{ table: DAY_TABLE, range: days }]),
          ...hours.map((range) => ({ table: HOUR_TABLE, range })),
          ...(deltas === null ? [] : [{ table: DELTA_TABLE, range: deltas }]),
        ]
  return [
    ...rollups.map(({ table, range }) =>
      rollupPiece(question, metrics, wanted, table, range, cube ?? NO_CUBE),
    ),
    ...raw.flatMap((range) => metrics.map((metric) => rawPiece(question, metric, wanted, range))),
  ]
}

const NO_CUBE = { code: -1, dimensions: [] }

function rollupPiece(
  question: Question,
  metrics: readonly AskedMetric[],
  wanted: WantedKeys,
  table: Sql,
  range: Range,
  cube: NonNullable<Plan['cube']>,
): Sql {
  const { scope, dimensions } = question
  const column = rollupColumn(cube)
  const populations = metrics.map((metric) => {
    const names = populationsOf(question, metric)
    return sql`(metric = ${metric.code} AND population = ANY (${names.map((name) => POPULATIONS[name].code)}::smallint[]))`
  })
  return sql`SELECT ${splitColumns(dimensions, column)}${bucketColumn(question, sql`bucket`)} AS bucket,
  metric, weight, n, sum, min, max, good, poor, bins, counts
FROM ${table}
WHERE site_id = ${scope.site.id}
  AND cube = ${cube.code}
  AND metric = ANY (${metrics.map(({ code }) => code)}::smallint[])
  AND bucket >= ${new Date(range.from)}
  AND bucket < ${new Date(range.to)}
  AND (${join(populations, sql` OR `)})
  AND ${conditionSql(scope.where, column)}${wantedSql(wanted, column)}`
}

function rawPiece(question: Question, metric: AskedMetric, wanted: WantedKeys, range: Range): Sql {
  const { scope, dimensions } = question
  const splits = splitColumns(dimensions, eventColumn)
  const bucket = bucketColumn(question, sql`e.time`)
  const from = needsSession(scope.where, [...dimensions, ...wanted.keys()])
    ? sql`rum.events e JOIN rum.sessions s USING (site_id, session_id)`
    : sql`rum.events e`
  const navigations = populationsOf(question, metric).flatMap((name) => POPULATIONS[name].navigations)
  const value = metric.column === null ? null : VALUE_COLUMNS[metric.column]
  const where = sql`WHERE e.site_id = ${scope.site.id}
    AND e.kind = ${metric.kind}
    AND e.time >= ${new Date(range.from)}
    AND e.time < ${new Date(range.to)}
    AND e.weight > 0
    AND (${scope.includeBots} OR NOT e.bot)
    AND e.navigation = ANY (${navigations}::text[])
    AND ${conditionSql(scope.where, eventColumn)}${wantedSql(wanted, eventColumn)}`
  const keys = dimensions.map((_, i) => DIMENSION_ALIASES[i] ?? sql``)
  const groups = join([...keys, sql`bucket`, sql`weight`], sql`, `)
  if (value === null) {
    return sql`SELECT ${splitOutputs(dimensions)}bucket, ${metric.code}::smallint AS metric, weight, count(*)::integer AS n, 0::double precision AS sum,
  NULL::double precision AS min, NULL::double precision AS max, 0 AS good, 0 AS poor, '{}'::smallint[] AS bins, '{}'::integer[] AS counts
FROM (SELECT ${splits}${bucket} AS bucket, e.weight FROM ${from}
  ${where}) views
GROUP BY ${groups}`
  }
  const { good, poor } = metric.vital === null ? { good: null, poor: null } : VITALS[metric.vital]
  return sql`SELECT ${splitOutputs(dimensions)}bucket, ${metric.code}::smallint AS metric, weight, sum(n)::integer AS n, sum(sum) AS sum,
  min(min) AS min, max(max) AS max, sum(good)::integer AS good, sum(poor)::integer AS poor,
  array_agg(bin) AS bins, array_agg(n) AS counts
FROM (
  SELECT ${splitOutputs(dimensions)}bucket, weight,
    (CASE WHEN value <= 0 THEN ${ZERO_BIN}
      ELSE greatest(-${MAX_BIN}::integer, ceil(ln(value) / ${LN_GAMMA}::double precision)) END)::smallint AS bin,
    count(*)::integer AS n, sum(value) AS sum, min(value) AS min, max(value) AS max,
    (count(*) FILTER (WHERE value <= ${good}::double precision))::integer AS good,
    (count(*) FILTER (WHERE value > ${poor}::double precision))::integer AS poor
  FROM (SELECT ${splits}${bucket} AS bucket, e.weight, ${value} AS value FROM ${from}
    ${where}
    AND ${value} IS NOT NULL${metric.name === null ? sql`` : sql` AND e.name = ${metric.name}`}) measured
  GROUP BY ${groups}, bin
) binned
GROUP BY ${groups}`
}

const VALUE_COLUMNS = {
  lcp: sql`e.lcp`,
  inp: sql`e.inp`,
  cls: sql`e.cls`,
  fcp: sql`e.fcp`,
  ttfb: sql`e.ttfb`,
  value: sql`e.value`,
  duration: sql`e.duration`,
}

/** How many sessions began, in parts. A part by what views carry counts the sessions with such a view. */
export function sessionCounts(
  db: Queryable,
  question: Question,
  wanted: WantedKeys,
  record: Recorder,
): Promise<CountRow[]> {
  const { dimensions } = question
  const keys = dimensions.map((_, i) => DIMENSION_ALIASES[i] ?? sql``)
  return db.query<CountRow>(
    sql`/* segment.sessionCounts */
SELECT ${join([...keys, sql`bucket`], sql`, `)}, sum(weight::double precision) AS count
FROM (
  SELECT DISTINCT s.session_id, s.weight, ${splitColumns(dimensions, sessionColumn)}${bucketColumn(question, sql`s.started_at`)} AS bucket
  FROM ${sessionsOf(question, wanted)} AND s.weight > 0
) began
GROUP BY ${join([...keys, sql`bucket`], sql`, `)}`,
    record,
  )
}

/** A session lasts 4 hours at most: its views lie within this of its start. */
const SESSION_SPAN_MS = 5 * HOUR_MS

/** The sessions that began in the scope, joined with their views where the question needs them; ends in a condition. */
export function sessionsOf({ scope, dimensions }: Question, wanted: WantedKeys): Sql {
  const { site, range, where, includeBots } = scope
  const views = needsViews(where, [...dimensions, ...wanted.keys()])
    ? sql`
  JOIN rum.events e ON e.site_id = s.site_id AND e.session_id = s.session_id AND e.kind = ${EVENT_KINDS.view}
    AND e.time >= ${new Date(range.from - HOUR_MS)} AND e.time < ${new Date(range.to + SESSION_SPAN_MS)}`
    : sql``
  return sql`rum.sessions s${views}
  WHERE s.site_id = ${site.id}
    AND s.started_at >= ${new Date(range.from)}
    AND s.started_at < ${new Date(range.to)}
    AND (${includeBots} OR NOT s.bot)
    AND ${conditionSql(where, sessionColumn)}${wantedSql(wanted, sessionColumn)}`
}

/** With a filter or a split by navigation type every population answers; else a vital's headline and all views. */
function populationsOf({ scope, dimensions }: Question, { vital: name }: AskedMetric) {
  const fields = [...fieldsOf(scope.where), ...dimensions.map((dimension) => ({ dimension }))]
  const byNavigation = fields.some((field) => 'dimension' in field && field.dimension === 'NAVIGATION_TYPE')
  return name === null || byNavigation ? POPULATION_NAMES : headlinePopulations(name)
}

function splitColumns(dimensions: readonly Dimension[], column: (field: Field) => Sql): Sql {
  return join(
    dimensions.map((dimension, i) => sql`${column({ dimension })} AS ${DIMENSION_ALIASES[i] ?? sql``}, `),
    sql``,
  )
}

function splitOutputs(dimensions: readonly Dimension[]): Sql {
  return join(
    dimensions.map((_, i) => sql`${DIMENSION_ALIASES[i] ?? sql``}, `),
    sql``,
  )
}

/** The number of the bucket, from 0; the edges come from the calendar in bucketEdges. */
function bucketColumn({ edges }: Question, time: Sql): Sql {
  if (edges === null) return sql`0`
  return sql`width_bucket(${time}, ${edges.slice(0, -1).map((edge) => new Date(edge))}::timestamptz[]) - 1`
}

function wantedSql(wanted: WantedKeys, column: ColumnOf): Sql {
  return join(
    [...wanted].map(([dimension, keys]) => {
      const known = [...keys].filter((key) => key !== null)
      const isKnown = sql`${column({ dimension }, 'equality')} = ANY (${known}::text[])`
      return keys.has(null)
        ? sql` AND (${isKnown} OR ${column({ dimension })} IS NULL)`
        : sql` AND ${isKnown}`
    }),
    sql``,
  )
}
