/**
 * How many events of an SLO were good, by bucket and by part, in one statement: whole days and hours from rollups where
 * they hold the indicator, the ragged ends beside edges that are no whole hour from rows.
 */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Axis } from '../segment/axes.ts'
import { type PartRow, partColumns, partNames } from '../segment/columns.ts'
import { type Condition, conditionSql } from '../segment/conditions.ts'
import { rollupColumn } from '../segment/fields.ts'
import { type Question, plan } from '../segment/planner.ts'
import type { Range } from '../segment/range.ts'
import { POPULATIONS } from '../segment/populations.ts'
import { type Cube, DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import { wholeScope } from '../segment/segment.ts'
import { DAY_TABLE, DELTA_TABLE, HOUR_TABLE, populationsOf } from '../segment/segment.queries.ts'
import { rollupPlace } from '../segment/sources.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Budgeting, slicesFitRollups } from './definition.ts'
import { type Indicator, factsOf, keptOf, wholeFilter } from './indicators.ts'

/** Sums of weights; `squares` is Σ weight², for the effective number. Of slices they count slices. */
export type SloCountRow = PartRow & { good: number; total: number; squares: number }

export type Counting = {
  site: SiteRow
  indicator: Indicator
  where: Condition
  budgeting: Budgeting
  /** Epoch ms, ascending: bucket i is edges[i] ≤ time < edges[i + 1]. */
  edges: readonly number[]
  axes?: readonly Axis[]
}

export function sloCounts(
  db: Queryable,
  counting: Counting,
  record: (statement: StatementRecord) => void,
): Promise<SloCountRow[]> {
  const { budgeting } = counting
  const question = questionOf(counting)
  const names = partNames(question)
  const facts = factsSql(question, counting)
  return db.query<SloCountRow>(
    budgeting.method === 'OCCURRENCES'
      ? sql`/* slos.counts */
SELECT ${names}, sum(good) AS good, sum(total) AS total, sum(squares) AS squares
FROM (
${facts}
) facts
GROUP BY ${names}`
      : sql`/* slos.slices */
SELECT ${names}, sum(${sliceGood(budgeting)})::double precision AS good, count(*) AS total, count(*) AS squares
FROM (
  SELECT ${names}, time, sum(good) / sum(total) AS share
  FROM (
${facts}
  ) facts
  GROUP BY ${names}, time
  HAVING sum(total) > 0
) slices
GROUP BY ${names}`,
    record,
  )
}

function sliceGood(budgeting: Exclude<Budgeting, { method: 'OCCURRENCES' }>): Sql {
  if (budgeting.method === 'RATIO_TIMESLICES') return sql`share`
  // What weights leave behind the twelfth digit decides nothing.
  return sql`CASE WHEN share >= ${budgeting.target - 1e-12}::double precision THEN 1 ELSE 0 END`
}

function questionOf({ site, indicator, where, edges, axes = [] }: Counting): Question {
  const range = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 }
  // The door of every scope: what narrows the caller narrows the SLO.
  const { scope } = wholeScope({ site, range, where: wholeFilter(indicator, where), includeBots: false })
  return { scope, axes, edges }
}

const EPOCH = new Date(0)

function factsSql(question: Question, { indicator, budgeting }: Counting): Sql {
  const moment = (time: Sql) =>
    budgeting.method === 'OCCURRENCES'
      ? time
      : sql`date_bin(${`${budgeting.widthMs} milliseconds`}::interval, ${time}, ${EPOCH}::timestamptz)`
  const kept = slicesFitRollups(budgeting) ? keptOf(indicator) : null
  const { cube, ...sources } = kept === null ? rowsOnly(question) : sourcesOf(question, budgeting)
  const rows = sources.raw.map((range) =>
    factsOf(indicator, {
      question: { ...question, scope: { ...question.scope, range } },
      wanted: new Map(),
      moment,
    }),
  )
  const rollups =
    cube === null || kept === null
      ? []
      : [
          { table: DAY_TABLE, ranges: sources.days },
          { table: HOUR_TABLE, ranges: sources.hours },
          { table: DELTA_TABLE, ranges: sources.deltas },
        ].flatMap(({ table, ranges }) =>
          ranges.length === 0 ? [] : [rollupFacts(question, kept, { cube, table, ranges, moment })],
        )
  return join(
    [...rollups, ...rows],
    sql`
UNION ALL
`,
  )
}

function rollupFacts(
  question: Question,
  { metrics, good, total }: NonNullable<ReturnType<typeof keptOf>>,
  {
    cube,
    table,
    ranges,
    moment,
  }: { cube: Cube; table: Sql; ranges: readonly Range[]; moment: (time: Sql) => Sql },
): Sql {
  const { scope } = question
  const time = moment(sql`bucket`)
  const within = ranges.map(({ from, to }) => sql`bucket >= ${new Date(from)} AND bucket < ${new Date(to)}`)
  const populations = metrics.map(({ code, vital }) => {
    const codes = populationsOf(question, { vital }).map((name) => POPULATIONS[name].code)
    return sql`(metric = ${code} AND population = ANY (${codes}::smallint[]))`
  })
  return sql`SELECT ${partColumns(question, rollupColumn(cube), time)}, ${time} AS time,
  ${good} AS good, ${total} AS total, ${total} * weight AS squares
FROM ${table}
WHERE site_id = ${scope.site.id}
  AND cube = ${cube.code}
  AND (${join(within, sql` OR `)})
  AND (${join(populations, sql` OR `)})
  AND ${conditionSql(scope.where, rollupPlace(scope, cube))}`
}

type Sources = { cube: Cube | null; days: Range[]; hours: Range[]; deltas: Range[]; raw: Range[] }

function rowsOnly({ scope }: Question): Sources {
  return { cube: null, days: [], hours: [], deltas: [], raw: [scope.range] }
}

/** The plan of each stretch between edges that are no whole hour, put together. */
function sourcesOf(question: Question, budgeting: Budgeting): Sources {
  const { scope, axes } = question
  const edges = question.edges ?? []
  const isCut = (edge: number, i: number) => i === 0 || i === edges.length - 1 || edge % HOUR_MS !== 0
  const cuts = edges.filter(isCut)
  const plans = cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? to
    const inside = edges.filter((edge) => edge >= from && edge <= to)
    return plan({ scope: { ...scope, range: { from, to } }, axes, edges: inside })
  })
  const days = plans.flatMap(({ days }) => days ?? [])
  const hours = plans.flatMap(({ hours }) => hours)
  // A row of a whole day does not say which of its slices were good.
  const wholeDays = budgeting.method === 'OCCURRENCES' || budgeting.widthMs === DAY_MS
  return {
    cube: plans.find(({ cube }) => cube !== null)?.cube ?? null,
    days: wholeDays ? days : [],
    hours: wholeDays ? hours : [...hours, ...days],
    deltas: plans.flatMap(({ deltas }) => deltas ?? []),
    raw: joined(plans.flatMap(({ raw }) => raw)),
  }
}

/** Stretches that follow each other, as one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of ranges) {
    const last = all.at(-1)
    if (last?.to === range.from) last.to = range.to
    else all.push({ ...range })
  }
  return all
}

/** So many views tell how often one comes. */
const SIGNS = 50

export type LastSigns = { newest: Date | null; oldest: Date | null; n: number }

/** When the last views of the site came before a moment. */
export async function lastSigns(
  db: Queryable,
  { siteId, at, lookBackMs }: { siteId: number; at: number; lookBackMs: number },
  record: (statement: StatementRecord) => void,
): Promise<LastSigns> {
  const [signs] = await db.query<LastSigns>(
    sql`/* slos.lastSigns */
SELECT max(time) AS newest, min(time) AS oldest, count(*) AS n
FROM (
  SELECT e.time
  FROM rum.events e
  WHERE e.site_id = ${siteId}
    AND e.kind = ${EVENT_KINDS.view}
    AND e.time >= ${new Date(at - lookBackMs)}
    AND e.time < ${new Date(at)}
  ORDER BY e.time DESC
  LIMIT ${SIGNS}
) latest`,
    record,
  )
  return signs ?? { newest: null, oldest: null, n: 0 }
}
