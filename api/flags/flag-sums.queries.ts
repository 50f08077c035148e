/**
 * What the means and shares of a comparison rest on: by variant and metric the sums over visitors, whose values hang
 * together. One statement for all metrics, variants and parts of a question.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type PartRow, partColumns, partNames } from '../segment/columns.ts'
import { allOf } from '../segment/conditions.ts'
import { eventColumn } from '../segment/fields.ts'
import { METRICS } from '../segment/metrics.ts'
import type { Question } from '../segment/planner.ts'
import { POPULATIONS } from '../segment/populations.ts'
import { populationsOf, rawValues } from '../segment/segment.queries.ts'
import { HOW_IT_WENT, began } from '../segment/session-figures.queries.ts'
import { type WantedKeys, eventsOf, happened } from '../segment/sources.ts'
import type { ClusterSums } from '../statistics/cluster-ratio.ts'
import type { MetricOf, SessionFigure } from './flag-metrics.ts'

/** What one pass over the rows can sum up. */
export type Summed = Exclude<MetricOf, { source: 'funnel' }>

export type SumsQuestion = {
  question: Question
  wanted: WantedKeys
  /** The flag: what happened before its first evaluation converts nobody. */
  key: string
  summed: readonly Summed[]
  /** By place in `summed` and part (`partText`): up to which value a quantile counts. */
  upTo: Readonly<Record<number, Readonly<Record<string, number>>>>
}

export type SumsRow = PartRow & ClusterSums & { test: number }

export function flagSums(
  db: Queryable,
  asked: SumsQuestion,
  record: (statement: StatementRecord) => void,
): Promise<SumsRow[]> {
  const parts = partNames(asked.question)
  return db.query<SumsRow>(
    sql`/* flags.sums */
SELECT ${parts}, test, count(*) AS clusters, sum(y) AS y, sum(x) AS x, sum(y * y) AS yy, sum(x * y) AS xy, sum(x * x) AS xx
FROM (
  SELECT ${parts}, test, visitor_id, sum(weight * value) AS y, sum(weight) AS x
  FROM (
${join(
  piecesOf(asked),
  sql`
    UNION ALL
`,
)}
  ) tested
  GROUP BY ${parts}, test, visitor_id
) visitors
GROUP BY ${parts}, test`,
    record,
  )
}

/** A part as the statement writes it. */
export function partText(keys: readonly (string | null)[], bucket: number): string {
  return `[${[...keys.map((key) => JSON.stringify(key)), bucket].join(', ')}]`
}

type Numbered<Of extends Summed = Summed> = { test: number; of: Of }

/** A piece for each place where values come from: its rows are read once for all metrics. */
function piecesOf(asked: SumsQuestion): Sql[] {
  const numbered = asked.summed.map((of, test): Numbered => ({ test, of }))
  const vitals = numbered.filter(isOf('vital'))
  const columns = vitals.filter(({ of }) => isColumn(of.vital))
  const named = vitals.filter(({ of }) => !isColumn(of.vital))
  const sessions = numbered.filter(isOf('sessions', 'conversion'))
  const requests = numbered.filter(isOf('requests'))
  return [
    ...(columns.length === 0 ? [] : [columnsPiece(asked, columns)]),
    ...[...new Set(named.map(({ of }) => of.vital))].map((name) =>
      vitalPiece(
        asked,
        name,
        named.filter(({ of }) => of.vital === name),
      ),
    ),
    ...(sessions.length === 0 ? [] : [sessionPiece(asked, sessions)]),
    ...(requests.length === 0 ? [] : [requestPiece(asked, requests)]),
  ]
}

function isOf<Source extends Summed['source']>(...sources: Source[]) {
  return (one: Numbered): one is Numbered<Extract<Summed, { source: Source }>> =>
    (sources as Summed['source'][]).includes(one.of.source)
}

type VitalTest = Numbered<Extract<Summed, { source: 'vital' }>>

/** Of one row each view: read once for all of them, for whether a report counts may have to be looked up. */
function isColumn(vital: VitalName): boolean {
  const { kind, name } = METRICS[vital]
  return kind === EVENT_KINDS.vital && name === null
}

function columnsPiece(asked: SumsQuestion, tests: readonly VitalTest[]): Sql {
  const { question, wanted } = asked
  const names = [...new Set(tests.map(({ of }) => of.vital))]
  const measured = names.map((name) => eventColumn({ row: METRICS[name].column ?? 'value' }))
  const rows = sql`SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.visitor_id, e.weight, e.navigation,
      ARRAY[${join(measured, sql`, `)}]::double precision[] AS measured
    FROM ${eventsOf(question, wanted, { table: 'events', kinds: [EVENT_KINDS.vital] })}`
  const values = tests.map((one) => {
    const { vital } = one.of
    const navigations = populationsOf(question, { vital }).flatMap((name) => POPULATIONS[name].navigations)
    const value = sql`rows.measured[${names.indexOf(vital) + 1}::integer]`
    return {
      test: one.test,
      value: sql`CASE WHEN rows.navigation = ANY (${navigations}::text[]) AND ${value} IS NOT NULL
        THEN ${counted(asked, one, value)} END`,
    }
  })
  return tested(question, rows, values)
}

function vitalPiece(asked: SumsQuestion, vital: VitalName, tests: readonly VitalTest[]): Sql {
  const { question, wanted } = asked
  const values = rawValues(question, { ...METRICS[vital], vital }, wanted, {
    range: question.scope.range,
    also: sql`, e.visitor_id`,
  })
  return tested(
    question,
    values,
    tests.map((one) => ({ test: one.test, value: counted(asked, one, sql`rows.value`) })),
  )
}

/** With what a measured value counts: with itself, or with whether it is good, or below what is asked about. */
function counted(
  { question, upTo }: SumsQuestion,
  { test, of: { vital, figure } }: VitalTest,
  value: Sql,
): Sql {
  if (figure === 'mean') return sql`${value}::double precision`
  if (figure === 'good') return isTrue(sql`${value} <= ${VITALS[vital].good}::double precision`)
  const part = sql`jsonb_build_array(${partNames(question)})::text`
  return isTrue(sql`${value} <= (${JSON.stringify(upTo[test] ?? {})}::jsonb ->> ${part})::double precision`)
}

const SESSION_VALUES: Record<SessionFigure, Sql> = {
  crashFree: isTrue(sql`NOT (${HOW_IT_WENT.crashed})`),
  bounced: isTrue(HOW_IT_WENT.bounced),
  engaged: isTrue(HOW_IT_WENT.engaged),
  frustrated: isTrue(HOW_IT_WENT.frustrated),
  errors: sql`errors::double precision`,
  views: sql`views::double precision`,
}

function sessionPiece(
  { question, wanted, key }: SumsQuestion,
  tests: readonly Numbered<Extract<Summed, { source: 'sessions' | 'conversion' }>>[],
): Sql {
  const { site, range } = question.scope
  const values = tests.map(({ test, of }) => {
    if (of.source === 'sessions') return { test, value: SESSION_VALUES[of.figure] }
    const { predicate } = of
    const since = { ...predicate, condition: allOf([predicate.condition, { op: 'exposed', flag: key }]) }
    return {
      test,
      value: isTrue(sql`session_id IN (SELECT e.session_id FROM ${happened(since, site.id, range)})`),
    }
  })
  return tested(question, began({ question, wanted }), values)
}

function requestPiece({ question, wanted }: SumsQuestion, tests: readonly Numbered[]): Sql {
  const rows = sql`SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.visitor_id, e.weight, e.outcome
    FROM ${eventsOf(question, wanted, { table: 'events', kinds: [EVENT_KINDS.request] })}`
  return tested(
    question,
    rows,
    tests.map(({ test }) => ({ test, value: isTrue(sql`outcome IS NOT NULL`) })),
  )
}

/** Each row once for each test, with what it counts for there. */
function tested(question: Question, rows: Sql, values: readonly { test: number; value: Sql }[]): Sql {
  const list = values.map(({ test, value }) => sql`(${test}::integer, ${value})`)
  return sql`    SELECT ${partNames(question)}, tests.test, rows.visitor_id, rows.weight::double precision AS weight, tests.value
    FROM (${rows}) rows
    CROSS JOIN LATERAL (VALUES ${join(list, sql`, `)}) tests (test, value)
    WHERE tests.value IS NOT NULL`
}

function isTrue(condition: Sql): Sql {
  return sql`(CASE WHEN ${condition} THEN 1 ELSE 0 END)::double precision`
}
