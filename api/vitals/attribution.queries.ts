/** What the raw rows of vitals tell beside their values: what each is owed to, its phases, and who can report it. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type PartRow, nextName, partColumns, partNames } from '../segment/columns.ts'
import { eventColumn } from '../segment/fields.ts'
import { METRICS } from '../segment/metrics.ts'
import type { Question } from '../segment/planner.ts'
import { POPULATIONS } from '../segment/populations.ts'
import { type DistributionRow, binnedBy, populationsOf, rawValues } from '../segment/segment.queries.ts'
import { type WantedKeys, eventsOf } from '../segment/sources.ts'

type Asked = { question: Question; wanted: WantedKeys; metric: VitalName }
type Recorder = (statement: StatementRecord) => void

/** The places in the `attribution` of a report, as clients send it. */
export const ATTRIBUTION_FIELDS = {
  ELEMENT: sql`'element'`,
  URL: sql`'url'`,
  SCRIPT: sql`'script'`,
  EVENT: sql`'event'`,
  LOAD_STATE: sql`'loadState'`,
}
export type AttributionField = keyof typeof ATTRIBUTION_FIELDS

const UNRATED = { code: 0, good: null, poor: null }

/** One distribution for each part and key; the key stands behind the part's own columns. */
export function attributed(
  db: Queryable,
  { question, wanted, metric }: Asked,
  by: AttributionField,
  record: Recorder,
): Promise<DistributionRow[]> {
  const key = sql`, e.detail -> ${metric}::text ->> ${ATTRIBUTION_FIELDS[by]} AS ${nextName(question)}`
  const values = rawValues(question, { ...METRICS[metric], vital: metric }, wanted, {
    range: question.scope.range,
    also: key,
  })
  return db.query<DistributionRow>(
    sql`/* vitals.attributed */
${binnedBy(withNext(question), values, UNRATED)}`,
    record,
  )
}

/** One distribution of durations for each part and phase. */
export function phaseDurations(
  db: Queryable,
  { question, wanted, metric }: Asked,
  record: Recorder,
): Promise<DistributionRow[]> {
  const phases = sql`, e.detail -> ${metric}::text -> 'phases' AS phases`
  const values = rawValues(question, { ...METRICS[metric], vital: metric }, wanted, {
    range: question.scope.range,
    also: phases,
  })
  const measured = sql`SELECT ${partNames(question)}, phase.key AS ${nextName(question)}, weight, phase.value::double precision AS value
  FROM (${values}) reports
  CROSS JOIN LATERAL jsonb_each_text(CASE jsonb_typeof(phases) WHEN 'object' THEN phases END) phase`
  return db.query<DistributionRow>(
    sql`/* vitals.phases */
${binnedBy(withNext(question), measured, UNRATED)}`,
    record,
  )
}

function withNext(question: Question): Sql {
  return sql`${partNames(question)}, ${nextName(question)}`
}

export type SupportRow = PartRow & { views: number; squares: number; unknown: number; supported: number }

/** Sums of weights of the views that the metric is asked of; `squares` is Σ weight² of those that told. */
export function supportingViews(
  db: Queryable,
  { question, wanted, metric }: Asked,
  record: Recorder,
): Promise<SupportRow[]> {
  const populations = populationsOf(question, { ...METRICS[metric], vital: metric })
  const navigations = populations.flatMap((name) => POPULATIONS[name].navigations)
  return db.query<SupportRow>(
    sql`/* vitals.support */
SELECT ${partNames(question)},
  coalesce(sum(weight) FILTER (WHERE supported IS NOT NULL), 0) AS views,
  coalesce(sum(weight * weight) FILTER (WHERE supported IS NOT NULL), 0) AS squares,
  coalesce(sum(weight) FILTER (WHERE supported IS NULL), 0) AS unknown,
  coalesce(sum(weight) FILTER (WHERE supported), 0) AS supported
FROM (
  SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.weight::double precision AS weight,
    e.detail -> 'supported' ? ${metric}::text AS supported
  FROM ${eventsOf(question, wanted, { table: 'events', kinds: [EVENT_KINDS.view] })}
    AND e.navigation = ANY (${navigations}::text[])
) views
GROUP BY ${partNames(question)}`,
    record,
  )
}
