/**
 * The statements behind a segment: distributions of metrics and counts of views. Each answers every part of a question
 * at once, one row or more a part; what comes from rollups, deltas and raw rows has one shape.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import { fieldOf } from './axes.ts'
import { type PartRow, partColumns, partNames } from './columns.ts'
import { conditionSql, fieldsOf } from './conditions.ts'
import { eventColumn, rollupColumn } from './fields.ts'
import { METRICS, type MetricSource, VIEWS } from './metrics.ts'
import { type Plan, type Question, describePlan, plan } from './planner.ts'
import { POPULATIONS, POPULATION_NAMES, headlinePopulations } from './populations.ts'
import type { Range } from './range.ts'
import { LN_GAMMA, MAX_BIN, ZERO_BIN } from './sketch.ts'
import { type WantedKeys, eventsOf, rollupPlace, wantedSql } from './sources.ts'

type Recorder = (statement: StatementRecord) => void

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
  asked: { question: Question; metrics: readonly VitalName[]; wanted: WantedKeys },
  record: Recorder,
): Promise<DistributionRow[]> {
  const metrics = asked.metrics.map((name) => ({ ...METRICS[name], vital: name }))
  return db.query<DistributionRow>(
    sql`/* segment.distributions */
${union(pieces(asked.question, metrics, asked.wanted))}`,
    withSource(asked.question, record),
  )
}

export function viewCounts(
  db: Queryable,
  { question, wanted }: { question: Question; wanted: WantedKeys },
  record: Recorder,
): Promise<CountRow[]> {
  return db.query<CountRow>(
    sql`/* segment.viewCounts */
SELECT ${partNames(question)}, sum(n * weight::double precision) AS count
FROM (
${union(pieces(question, [{ ...VIEWS, vital: null }], wanted))}
) parts
GROUP BY ${partNames(question)}`,
    withSource(question, record),
  )
}

function withSource(question: Question, record: Recorder): Recorder {
  return (statement) => record({ ...statement, source: describePlan(plan(question)) })
}

function union(parts: readonly Sql[]): Sql {
  return join(
    parts,
    sql`
UNION ALL
`,
  )
}

export type AskedMetric = MetricSource & { vital: VitalName | null }

export const DAY_TABLE = sql`rum.rollup_day`
export const HOUR_TABLE = sql`rum.rollup_hour`
export const DELTA_TABLE = sql`rum.rollup_delta`

function pieces(question: Question, metrics: readonly AskedMetric[], wanted: WantedKeys): Sql[] {
  const { cube, days, hours, deltas, raw } = plan(question)
  const rollups =
    cube === null
      ? []
      : [
          ...(days === null ? [] : [{ cube, table: DAY_TABLE, range: days }]),
          ...hours.map((range) => ({ cube, table: HOUR_TABLE, range })),
          ...(deltas === null ? [] : [{ cube, table: DELTA_TABLE, range: deltas }]),
        ]
  return [
    ...rollups.map((source) => rollupPiece(question, metrics, wanted, source)),
    ...raw.flatMap((range) => metrics.map((metric) => rawPiece(question, metric, wanted, range))),
  ]
}

function rollupPiece(
  question: Question,
  metrics: readonly AskedMetric[],
  wanted: WantedKeys,
  { table, range, cube }: { table: Sql; range: Range; cube: NonNullable<Plan['cube']> },
): Sql {
  const { scope } = question
  const column = rollupColumn(cube)
  const populations = metrics.map((metric) => {
    const names = populationsOf(question, metric)
    return sql`(metric = ${metric.code} AND population = ANY (${names.map((name) => POPULATIONS[name].code)}::smallint[]))`
  })
  return sql`SELECT ${partColumns(question, column, sql`bucket`)},
  metric, weight, n, sum, min, max, good, poor, bins, counts
FROM ${table}
WHERE site_id = ${scope.site.id}
  AND cube = ${cube.code}
  AND metric = ANY (${metrics.map(({ code }) => code)}::smallint[])
  AND bucket >= ${new Date(range.from)}
  AND bucket < ${new Date(range.to)}
  AND (${join(populations, sql` OR `)})
  AND ${conditionSql(scope.where, rollupPlace(scope, cube))}${wantedSql(wanted, column)}`
}

function rawPiece(question: Question, metric: AskedMetric, wanted: WantedKeys, range: Range): Sql {
  const { column, vital, code, kind } = metric
  if (column === null) {
    const parts = partColumns(question, eventColumn, sql`e.time`)
    return sql`SELECT ${partNames(question)}, ${code}::smallint AS metric, weight, count(*)::integer AS n, 0::double precision AS sum,
  NULL::double precision AS min, NULL::double precision AS max, 0 AS good, 0 AS poor, '{}'::smallint[] AS bins, '{}'::integer[] AS counts
FROM (SELECT ${parts}, e.weight FROM ${eventsOf(question, wanted, { table: 'events', kinds: [kind], range })}) views
GROUP BY ${partNames(question)}, weight`
  }
  const measured = rawValues(question, metric, wanted, { range })
  return binned(question, measured, {
    code,
    ...(vital === null ? { good: null, poor: null } : VITALS[vital]),
  })
}

const itself = (time: Sql) => time

/** The bin of a column `value`. */
export const BIN_OF_VALUE = sql`(CASE WHEN value <= 0 THEN ${ZERO_BIN}
      ELSE greatest(-${MAX_BIN}::integer, ceil(ln(value) / ${LN_GAMMA}::double precision)) END)::smallint`

/** Every value of a metric, with its part and weight; `also` adds columns, `moment` says when a row counts. */
export function rawValues(
  question: Question,
  metric: AskedMetric,
  wanted: WantedKeys,
  { range, also = sql``, moment = itself }: { range: Range; also?: Sql; moment?: (time: Sql) => Sql },
): Sql {
  const { column, kind, name } = metric
  const value = eventColumn({ row: column ?? 'value' })
  const navigations = populationsOf(question, metric).flatMap((one) => POPULATIONS[one].navigations)
  return sql`SELECT ${partColumns(question, eventColumn, moment(sql`e.time`))}, e.weight, ${value} AS value${also}
    FROM ${eventsOf(question, wanted, { table: 'events', kinds: [kind], range })}
    AND e.navigation = ANY (${navigations}::text[])
    AND ${value} IS NOT NULL${name === null ? sql`` : sql` AND e.name = ${name}`}`
}

/** Sorts values into the bins of a sketch. `measured` selects the part's columns, weight and value. */
export function binned(
  question: Question,
  measured: Sql,
  { code, good, poor }: { code: number; good: number | null; poor: number | null },
): Sql {
  return binnedBy(partNames(question), measured, { code, good, poor })
}

/** The same by any columns. */
export function binnedBy(
  names: Sql,
  measured: Sql,
  { code, good, poor }: { code: number; good: number | null; poor: number | null },
): Sql {
  return sql`SELECT ${names}, ${code}::smallint AS metric, weight, sum(n)::integer AS n, sum(sum) AS sum,
  min(min) AS min, max(max) AS max, sum(good)::integer AS good, sum(poor)::integer AS poor,
  array_agg(bin) AS bins, array_agg(n) AS counts
FROM (
  SELECT ${names}, weight,
    ${BIN_OF_VALUE} AS bin,
    count(*)::integer AS n, sum(value) AS sum, min(value) AS min, max(value) AS max,
    (count(*) FILTER (WHERE value <= ${good}::double precision))::integer AS good,
    (count(*) FILTER (WHERE value > ${poor}::double precision))::integer AS poor
  FROM (${measured}) measured
  GROUP BY ${names}, weight, bin
) binned
GROUP BY ${names}, weight`
}

/** With a filter or a split by navigation type every population answers; else a vital's headline and all views. */
export function populationsOf({ scope, axes }: Question, { vital }: Pick<AskedMetric, 'vital'>) {
  const fields = [...fieldsOf(scope.where), ...axes.map(fieldOf)]
  const byNavigation = fields.some((field) => 'dimension' in field && field.dimension === 'NAVIGATION_TYPE')
  return vital === null || byNavigation ? POPULATION_NAMES : headlinePopulations(vital)
}
