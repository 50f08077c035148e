/**
 * Takes what sessions brought out of the rollups: their counts and bins are subtracted, and the smallest and the largest
 * value of each row that they were in is looked up anew among the others. What others brought stays as it is.
 */
import type { Transaction } from '../../api/db/database.ts'
import { type Sql, join, sql } from '../../api/db/sql.ts'
import { EVENT_KINDS } from '../../api/rows/layout.ts'
import { METRICS, METRIC_NAMES } from '../../api/segment/metrics.ts'
import { POPULATIONS } from '../../api/segment/populations.ts'
import { CUBES, type CubeDimension, DAY_MS, HOUR_MS, type RollupRow } from '../../api/segment/rollups.ts'
import { compactDeltas, mergeRows } from '../compaction/compact.ts'
import { ROLLUP_COLUMN_NAMES, encodeRollups } from '../ingest/encode-rollups.ts'
import { type SampleContext, createRollupDeltas } from '../ingest/rollup-deltas.ts'

export type Span = { siteId: number; sessions: readonly string[]; from: Date; to: Date }

type MetricColumn = 'lcp' | 'inp' | 'cls' | 'fcp' | 'ttfb' | 'value' | 'duration'
type EventRow = Record<MetricColumn, number | null> &
  Omit<SampleContext, 'siteId'> & { time: Date; kind: number; name: string | null }

/** What the stored rows of these sessions count for in the rollups. */
export async function broughtBy(
  transaction: Transaction,
  { siteId, sessions, from, to }: Span,
): Promise<RollupRow[]> {
  const rows = await transaction.query<EventRow>(sql`/* erasure.events */
SELECT time, kind, name, weight, bot, page, navigation, country, device, browser, os, release, environment,
  lcp, inp, cls, fcp, ttfb, value, duration
FROM rum.events
WHERE site_id = ${siteId}
  AND session_id = ANY (${sessions}::uuid[])
  AND time BETWEEN ${from} AND ${to}
  AND kind = ANY (${[EVENT_KINDS.view, EVENT_KINDS.vital, EVENT_KINDS.app]}::smallint[])`)
  const deltas = createRollupDeltas()
  for (const row of rows) {
    const context: SampleContext = { ...row, siteId, weight: Math.fround(row.weight) }
    const time = row.time.getTime()
    if (row.kind === EVENT_KINDS.view) deltas.view(context, time)
    for (const metric of METRIC_NAMES) {
      const { kind, column, name } = METRICS[metric]
      if (kind !== row.kind || column === null || (name !== null && name !== row.name)) continue
      const value = row[column]
      if (value !== null) deltas.vital(context, time, metric, value)
    }
  }
  return deltas.rows()
}

/** Subtracts them. The caller holds the lock of the site's compaction. */
export async function subtract(
  transaction: Transaction,
  siteId: number,
  brought: readonly RollupRow[],
): Promise<void> {
  if (brought.length === 0) return
  await transaction.copy('rum.rollup_delta', ROLLUP_COLUMN_NAMES, [encodeRollups(brought.map(negative))])
  await compactDeltas(transaction, siteId)
}

function negative(row: RollupRow): RollupRow {
  const bins = new Map([...row.bins].map(([bin, count]) => [bin, -count]))
  return { ...row, n: -row.n, sum: -row.sum, min: null, max: null, good: -row.good, poor: -row.poor, bins }
}

const TABLES = [
  { table: sql`rum.rollup_hour`, lengthMs: HOUR_MS },
  { table: sql`rum.rollup_day`, lengthMs: DAY_MS },
]

/** Looks up the extremes anew: one may be theirs, or was until they revised it. The sessions' rows are gone by now. */
export async function renewExtremes(
  transaction: Transaction,
  siteId: number,
  brought: readonly RollupRow[],
): Promise<void> {
  for (const { table, lengthMs } of TABLES) {
    const rows = mergeRows(
      brought.map((row) => ({ ...row, bucket: Math.floor(row.bucket / lengthMs) * lengthMs })),
    ).filter(({ min }) => min !== null)
    for (const { code, dimensions } of CUBES) {
      for (const metric of METRIC_NAMES) {
        const touched = rows.filter((row) => row.cube === code && row.metric === METRICS[metric].code)
        if (touched.length > 0)
          await transaction.query(renewal({ siteId, table, lengthMs, code, dimensions, metric, touched }))
      }
    }
  }
}

type Renewal = {
  siteId: number
  table: Sql
  lengthMs: number
  code: number
  dimensions: readonly CubeDimension[]
  metric: keyof typeof METRICS
  touched: readonly RollupRow[]
}

const COLUMNS: Record<CubeDimension, Sql> = {
  PAGE: sql`e.page`,
  DEVICE: sql`e.device`,
  COUNTRY: sql`e.country`,
  BROWSER: sql`e.browser`,
  OS: sql`e.os`,
  RELEASE: sql`e.release`,
}
const VALUES: Record<MetricColumn, Sql> = {
  lcp: sql`e.lcp`,
  inp: sql`e.inp`,
  cls: sql`e.cls`,
  fcp: sql`e.fcp`,
  ttfb: sql`e.ttfb`,
  value: sql`e.value`,
  duration: sql`e.duration`,
}
const OTHERS = Object.values(POPULATIONS).filter(({ code }) => code !== POPULATIONS.HARD.code)
const POPULATION = sql`CASE e.navigation ${join(
  OTHERS.flatMap(({ code, navigations }) =>
    navigations.map((name) => sql`WHEN ${name} THEN ${code}::smallint`),
  ),
  sql` `,
)} ELSE ${POPULATIONS.HARD.code}::smallint END`

function renewal({ siteId, table, lengthMs, code, dimensions, metric, touched }: Renewal): Sql {
  const { kind, column, name } = METRICS[metric]
  const value = VALUES[column ?? 'value']
  const [k1, k2] = dimensions.map((dimension) => COLUMNS[dimension])
  return sql`/* erasure.renewExtremes */
UPDATE ${table} r
SET min = coalesce(raw.min, r.min), max = coalesce(raw.max, r.max)
FROM unnest(
  ${touched.map(({ bucket }) => new Date(bucket))}::timestamptz[],
  ${touched.map((row) => row.k1)}::text[],
  ${touched.map((row) => row.k2)}::text[],
  ${touched.map(({ population }) => population)}::smallint[],
  ${touched.map(({ environment }) => environment)}::text[],
  ${touched.map(({ weight }) => weight)}::real[]
) AS touched (bucket, k1, k2, population, environment, weight)
CROSS JOIN LATERAL (
  SELECT min(${value}), max(${value})
  FROM rum.events e
  WHERE e.site_id = ${siteId}
    AND e.kind = ${kind}
    AND e.time >= touched.bucket
    AND e.time < touched.bucket + ${`${lengthMs} milliseconds`}::interval
    AND NOT e.bot
    AND e.weight = touched.weight
    AND coalesce(e.environment, '') = touched.environment
    AND ${POPULATION} = touched.population
    AND ${name === null ? sql`TRUE` : sql`e.name = ${name}`}
    AND ${k1 === undefined ? sql`TRUE` : sql`coalesce(${k1}, '') = touched.k1`}
    AND ${k2 === undefined ? sql`TRUE` : sql`coalesce(${k2}, '') = touched.k2`}
) raw
WHERE r.site_id = ${siteId}
  AND r.cube = ${code}
  AND r.metric = ${METRICS[metric].code}
  AND r.k1 = touched.k1
  AND r.k2 = touched.k2
  AND r.bucket = touched.bucket
  AND r.population = touched.population
  AND r.environment = touched.environment
  AND r.weight = touched.weight`
}
