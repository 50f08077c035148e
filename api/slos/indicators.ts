/**
 * The indicators: what counts as an event, and when it is good. Each gives facts, a row an event or a row a rollup: the
 * part and moment it belongs to, what it stands for, and how much of that is good.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { type Sql, sql } from '../db/sql.ts'
import { userError } from '../problem.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { SloIndicatorInput, SloIndicatorKind } from '../schema.generated.ts'
import { partColumns, partNames } from '../segment/columns.ts'
import { type Condition, allOf } from '../segment/conditions.ts'
import { eventColumn, needsViews, sessionColumn } from '../segment/fields.ts'
import { METRICS, VIEWS } from '../segment/metrics.ts'
import type { Question } from '../segment/planner.ts'
import { rawValues } from '../segment/segment.queries.ts'
import { binOf } from '../segment/sketch.ts'
import { type WantedKeys, eventsOf, sessionsOf } from '../segment/sources.ts'

export type Indicator =
  | { kind: 'VITAL'; metric: VitalName; threshold: number }
  | { kind: 'CRASH_FREE' }
  | { kind: 'REQUESTS'; slowerThan: number | null; endpoint: string | null }
  | { kind: 'PAGE_LOADS' }
  | { kind: 'TRANSACTIONS'; name: string }

type Of<Kind extends SloIndicatorKind> = Extract<Indicator, { kind: Kind }>

/** Which rollup metrics hold it, and what their rows say. */
type Kept = { metrics: { code: number; vital: VitalName | null }[]; good: Sql; total: Sql }

/** `moment` makes of an event's time the one that it counts at: itself, or the beginning of its slice. */
export type Asked = {
  question: Question
  wanted: WantedKeys
  moment: (time: Sql) => Sql
  /** With whose events they are, as `visitor_id`. */
  whose?: boolean
}

type Kind<One extends Indicator> = {
  /** The fields of the input that belong to it, besides `kind`. */
  fields: readonly Exclude<keyof SloIndicatorInput, 'kind'>[]
  parse: (input: SloIndicatorInput) => One
  /** In words: what is good of what. */
  describe: (indicator: One) => string
  /** Facts of single events: columns of the parts, time, good, total, squares. */
  facts: (indicator: One, asked: Asked) => Sql
  /** Null: no rollup holds it. */
  kept: (indicator: One) => Kept | null
  /** What must hold besides the SLO's own filter. */
  also?: Condition
}

const HARD_LOADS: Condition = { op: 'in', field: { dimension: 'NAVIGATION_TYPE' }, values: ['HARD'] }
const LONGEST_NAME = 500
const VISITOR = sql`, visitor_id`

const KINDS: { [K in SloIndicatorKind]: Kind<Of<K>> } = {
  VITAL: {
    fields: ['metric', 'threshold'],
    parse: ({ metric, threshold }) => {
      if (!isGiven(metric)) throw userError('a VITAL needs `metric`, such as LCP')
      const limit = threshold ?? VITALS[metric].good
      if (limit === null)
        throw userError(`${metric} has no agreed rating: give \`threshold\`, in ${VITALS[metric].unit}`)
      return { kind: 'VITAL', metric, threshold: positive('threshold', limit) }
    },
    describe: ({ metric, threshold }) => `${metric} of at most ${threshold}${unitOf(metric)}`,
    facts: ({ metric, threshold }, { question, wanted, moment, whose = false }) => {
      const { range } = question.scope
      const also = sql`, ${moment(sql`e.time`)} AS time${whose ? sql`, e.visitor_id` : sql``}`
      const measured = rawValues(question, { ...METRICS[metric], vital: metric }, wanted, {
        range,
        also,
        moment,
      })
      return sql`SELECT ${partNames(question)}, time,
    CASE WHEN value <= ${threshold}::double precision THEN weight::double precision ELSE 0 END AS good,
    weight::double precision AS total, weight::double precision * weight AS squares${whose ? VISITOR : sql``}
  FROM (${measured}) measured`
    },
    kept: ({ metric, threshold }) => ({
      metrics: [{ code: METRICS[metric].code, vital: metric }],
      good:
        threshold === VITALS[metric].good
          ? sql`good * weight::double precision`
          : sql`(SELECT coalesce(sum(count), 0) FROM unnest(bins, counts) AS kept (bin, count) WHERE bin <= ${binOf(threshold)}) * weight::double precision`,
      total: sql`n * weight::double precision`,
    }),
  },
  CRASH_FREE: {
    fields: [],
    parse: () => ({ kind: 'CRASH_FREE' }),
    describe: () => 'sessions without an unhandled error',
    facts: (_, asked) => sessionFacts(asked),
    kept: () => null,
  },
  REQUESTS: {
    fields: ['slowerThan', 'endpoint'],
    parse: ({ slowerThan, endpoint }) => ({
      kind: 'REQUESTS',
      slowerThan: isGiven(slowerThan) ? positive('slowerThan', slowerThan) : null,
      endpoint: isGiven(endpoint) ? named('endpoint', endpoint) : null,
    }),
    describe: ({ slowerThan, endpoint }) =>
      `requests${endpoint === null ? '' : ` to ${endpoint}`} that did not fail${slowerThan === null ? '' : ` and took at most ${slowerThan} ms`}`,
    facts: ({ slowerThan, endpoint }, asked) =>
      eventFacts(asked, {
        kind: EVENT_KINDS.request,
        only: endpoint === null ? sql`TRUE` : sql`e.name = ${endpoint}`,
        good:
          slowerThan === null
            ? sql`e.outcome IS NULL`
            : sql`e.outcome IS NULL AND coalesce(e.duration <= ${slowerThan}::double precision, FALSE)`,
      }),
    kept: () => null,
  },
  PAGE_LOADS: {
    fields: [],
    parse: () => ({ kind: 'PAGE_LOADS' }),
    describe: () => 'hard loads whose load event ended before the page was left or hidden',
    facts: (_, asked) =>
      eventFacts(asked, {
        kind: EVENT_KINDS.view,
        only: sql`TRUE`,
        good: sql`e.duration IS NOT NULL`,
      }),
    kept: () => ({
      metrics: [
        { code: VIEWS.code, vital: null },
        { code: METRICS.LOAD.code, vital: 'LOAD' },
      ],
      good: sql`CASE metric WHEN ${METRICS.LOAD.code} THEN n * weight::double precision ELSE 0 END`,
      total: sql`CASE metric WHEN ${VIEWS.code} THEN n * weight::double precision ELSE 0 END`,
    }),
    also: HARD_LOADS,
  },
  TRANSACTIONS: {
    fields: ['name'],
    parse: ({ name }) => {
      if (!isGiven(name)) throw userError('TRANSACTIONS need `name`: which transaction')
      return { kind: 'TRANSACTIONS', name: named('name', name) }
    },
    describe: ({ name }) => `transactions "${name}" that succeeded`,
    facts: ({ name }, asked) =>
      eventFacts(asked, {
        kind: EVENT_KINDS.txn,
        only: sql`e.name = ${name}`,
        good: sql`coalesce(e.outcome = 'success', FALSE)`,
      }),
    kept: () => null,
  },
}

/** The indicator, complete. What does not belong to its kind is refused, so that nobody believes in it. */
export function indicatorOf(input: SloIndicatorInput): Indicator {
  const { kind, ...given } = input
  const { fields, parse } = KINDS[kind]
  for (const [field, value] of Object.entries(given)) {
    if (isGiven(value) && !(fields as readonly string[]).includes(field))
      throw userError(
        `\`${field}\` says nothing about ${kind}: leave it out${fields.length === 0 ? '' : `; it takes ${fields.join(' and ')}`}`,
      )
  }
  return parse(input)
}

export function describeIndicator(indicator: Indicator): string {
  return kindOf(indicator).describe(indicator)
}

export function factsOf(indicator: Indicator, asked: Asked): Sql {
  return kindOf(indicator).facts(indicator, asked)
}

/** Whose each event was and when, as `visitor_id` and `time`. */
export function visitorFacts(indicator: Indicator, question: Question): Sql {
  const facts = factsOf(indicator, { question, wanted: new Map(), moment: (time) => time, whose: true })
  return sql`SELECT visitor_id, time FROM (${facts}) whole`
}

export function keptOf(indicator: Indicator): Kept | null {
  return kindOf(indicator).kept(indicator)
}

/** The SLO's filter with what its indicator adds. */
export function wholeFilter(indicator: Indicator, where: Condition): Condition {
  const { also } = kindOf(indicator)
  return also === undefined ? where : allOf([where, also])
}

function kindOf({ kind }: Indicator): Kind<Indicator> {
  // Each line of the table belongs to its key, which the compiler does not follow through a union.
  return KINDS[kind] as unknown as Kind<Indicator>
}

function eventFacts(
  { question, wanted, moment, whose = false }: Asked,
  { kind, only, good }: { kind: number; only: Sql; good: Sql },
): Sql {
  const time = moment(sql`e.time`)
  return sql`SELECT ${partColumns(question, eventColumn, time)}, ${time} AS time,
    CASE WHEN ${good} THEN e.weight::double precision ELSE 0 END AS good,
    e.weight::double precision AS total, e.weight::double precision * e.weight AS squares${whose ? sql`, e.visitor_id` : sql``}
  FROM ${eventsOf(question, wanted, { table: 'events', kinds: [kind] })} AND ${only}`
}

/** A session counts when it began. Joined views may repeat it in a part: those are taken together. */
function sessionFacts({ question, wanted, moment, whose = false }: Asked): Sql {
  const time = moment(sql`s.started_at`)
  const isRepeated = needsViews(question.scope.where, [...question.axes, ...wanted.keys()])
  return sql`SELECT ${partNames(question)}, time, CASE WHEN unhandled_errors = 0 THEN weight ELSE 0 END AS good,
    weight AS total, weight * weight AS squares${whose ? VISITOR : sql``}
  FROM (
    SELECT ${isRepeated ? sql`DISTINCT ` : sql``}${partColumns(question, sessionColumn, time)}, s.session_id,
      ${time} AS time, s.weight::double precision AS weight, s.unhandled_errors${whose ? sql`, s.visitor_id` : sql``}
    FROM ${sessionsOf(question, wanted)} AND s.weight > 0
  ) began`
}

function unitOf(metric: VitalName): string {
  return VITALS[metric].unit === 'ms' ? ' ms' : ''
}

function positive(field: string, value: number): number {
  if (!(value > 0 && Number.isFinite(value)))
    throw userError(`\`${field}\` is ${value}: expected more than 0`)
  return value
}

function named(field: string, value: string): string {
  if (value.trim() === '' || value.length > LONGEST_NAME || value.includes('\0'))
    throw userError(`\`${field}\` has ${value.trim().length} characters: expected 1 to ${LONGEST_NAME}`)
  return value
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
