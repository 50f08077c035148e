/**
 * The events that a funnel's steps look for, packed for the engine: 52 bytes each, in groups by visitor, so that a group
 * can be worked off as it arrives and be forgotten. For 1.9 M of 5 M events (two cores, warm) that takes 2.0 s, a bare
 * count of the same rows 0.8 s; `COPY TO` with its own fields takes 2.4 s and cannot be given bound values, a row for each
 * event 3.0 s as bytes and 4.4 s through the driver's values.
 */
import type { Database, StatementRecord } from '../db/database.ts'
import { type Sql, join, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type Axis, fieldOf } from '../segment/axes.ts'
import { type Predicate, conditionSql } from '../segment/conditions.ts'
import { eventColumn, needsSession } from '../segment/fields.ts'
import type { Range } from '../segment/range.ts'
import { type Segment, during, segmentRange } from '../segment/segment.ts'
import { eventPlace, wantedSql } from '../segment/sources.ts'
import type { FunnelDefinition } from './definition.ts'
import { EXCLUDED } from './rules.ts'

/** A group of visitors, and with a breakdown those of their events that share a value. */
export type EventGroupRow = { part: number; key: string | null; events: Buffer }

export const PARTS = 256
export const SAMPLE_FACTOR = 16
/** Where the kind of the event begins in its marks: the last word on the order of two events of one instant. */
export const KIND_SHIFT = 20

export type FunnelQuestion = {
  segment: Segment
  definition: FunnelDefinition
  /** A sixteenth of the visitors. */
  isSampled: boolean
}

const ENTRANT_IDS = { SESSION: sql`e.session_id`, VISITOR: sql`e.visitor_id` }

/** Events by group; with an axis also by its value, a group's rows one after the other. */
export function funnelEvents(
  db: Database,
  { question, axis }: { question: FunnelQuestion; axis: Axis | null },
  visit: (row: EventGroupRow) => void,
  record: (statement: StatementRecord) => void,
): Promise<void> {
  const id = ENTRANT_IDS[question.definition.countBy]
  const key = axis === null ? sql`NULL::text` : eventColumn(fieldOf(axis))
  const pieces = tablesOf(question.definition).map(
    (table) => sql`SELECT uuid_hash(e.visitor_id) >> 4 & ${PARTS - 1} AS part, ${key} AS key,
    uuid_send(${id}) || uuid_send(coalesce(e.view_id, '00000000-0000-0000-0000-000000000000')) || timestamptz_send(e.time)
      || int8send(e.seq::bigint << 32 | ${marks(question, table)}) || float4send(e.weight) AS packed
  FROM ${matching(question, table, axis === null ? [] : [axis])}`,
  )
  return db.stream(
    sql`/* funnels.events */
SELECT part, key, string_agg(packed, ''::bytea) AS events
FROM (
  ${join(
    pieces,
    sql`
  UNION ALL
  `,
  )}
) happened
GROUP BY part, key${
      axis === null
        ? sql``
        : sql`
ORDER BY part`
    }`,
    visit,
    record,
  )
}

/** How many events the funnel would read, as a sixteenth of the visitors tells it: read off an index of its own. */
export async function funnelSize(
  db: Database,
  question: FunnelQuestion,
  record: (statement: StatementRecord) => void,
): Promise<number> {
  const sampled = { ...question, isSampled: true }
  const pieces = tablesOf(question.definition).map(
    (table) => sql`SELECT count(*) AS n FROM ${matching(sampled, table, [])}`,
  )
  const [row] = await db.query<{ n: number }>(
    sql`/* funnels.size */
SELECT sum(n)::double precision AS n FROM (${join(pieces, sql` UNION ALL `)}) sizes`,
    record,
  )
  return SAMPLE_FACTOR * (row?.n ?? 0)
}

type Table = Predicate['table']

const TABLES: Record<Table, Sql> = { events: sql`rum.events`, errors: sql`rum.errors` }

function tablesOf({ steps, excluded }: FunnelDefinition): Table[] {
  return [...new Set([...steps, ...excluded].map(({ table }) => table))]
}

/** The events of the segment that serve a step, meet an exclusion or, in STRICT order, are of a type that a step names. */
function matching(
  { segment, definition, isSampled }: FunnelQuestion,
  table: Table,
  axes: readonly Axis[],
): Sql {
  const { from, to } = readRange(segment, definition)
  const { scope } = during(segment, { from, to })
  const wanted = new Map([...segment.keys].map(([axis, key]) => [axis, new Set([key])]))
  const predicates = [...definition.steps, ...definition.excluded].filter((one) => one.table === table)
  const conditions = predicates.map((predicate) => isMet(predicate, scope))
  if (definition.rules.order === 'STRICT') conditions.push(isInStream(definition.steps, table))
  const looksAt = [scope.where, ...predicates.map(({ condition }) => condition)]
  const session = looksAt.some((where) => needsSession(where, [...axes, ...wanted.keys()]))
    ? sql` JOIN rum.sessions s USING (site_id, session_id)`
    : sql``
  return sql`${TABLES[table]} e${session}
  WHERE e.site_id = ${scope.site.id}${kindsOf(definition, table)}
    AND e.time >= ${new Date(from)}
    AND e.time < ${new Date(to)}
    AND e.weight > 0
    AND (${scope.includeBots} OR NOT e.bot)${isSampled ? SAMPLED : sql``}
    AND (${join(conditions, sql` OR `)})
    AND ${conditionSql(scope.where, eventPlace(scope, table))}${wantedSql(wanted, eventColumn)}`
}

/** As the index events_sample says it. A session is sampled with its visitor. */
const SAMPLED = sql`
    AND uuid_hash(e.visitor_id) & 15 = 0`

/** A way begins in the period; what follows may lie so far behind its end as the window reaches. */
export function readRange(segment: Segment, { rules }: FunnelDefinition): Range {
  const { from, to } = segmentRange(segment)
  return { from, to: to + rules.window }
}

function kindsOf({ steps, excluded }: FunnelDefinition, table: Table): Sql {
  if (table === 'errors') return sql``
  const kinds = new Set([...steps, ...excluded].flatMap(({ kind }) => (kind === null ? [] : [kind])))
  // A report of vitals that later ones replaced altogether is an empty row: nothing happened there.
  const isReport = kinds.has(EVENT_KINDS.vital)
    ? sql`
    AND (e.kind <> ${EVENT_KINDS.vital} OR num_nonnulls(e.lcp, e.inp, e.cls, e.fcp, e.ttfb, e.value) > 0)`
    : sql``
  return sql`
    AND e.kind = ANY (${[...kinds]}::smallint[])${isReport}`
}

function isMet({ table, kind, condition }: Predicate, scope: Segment['scope']): Sql {
  const met = conditionSql(condition, eventPlace(scope, table))
  return kind === null ? met : sql`(e.kind = ${kind} AND ${met})`
}

function isInStream(steps: readonly Predicate[], table: Table): Sql {
  const kinds = steps.flatMap((step) => (step.table === table && step.kind !== null ? [step.kind] : []))
  if (table === 'errors') return steps.some((step) => step.table === 'errors') ? sql`TRUE` : sql`FALSE`
  return sql`e.kind = ANY (${kinds}::smallint[])`
}

/** The bits of rules.ts that only SQL can tell, and the event's kind. */
function marks({ segment, definition }: FunnelQuestion, table: Table): Sql {
  const { scope } = during(segment, readRange(segment, definition))
  const bits = [
    ...definition.steps.map((predicate, i) => ({ predicate, bit: 1 << i })),
    ...definition.excluded.map((predicate, x) => ({ predicate, bit: EXCLUDED << x })),
  ].filter(({ predicate }) => predicate.table === table)
  const kind = table === 'errors' ? sql`0` : sql`e.kind::integer << ${KIND_SHIFT}`
  return join(
    [
      kind,
      ...bits.map(
        ({ predicate, bit }) => sql`(CASE WHEN ${isMet(predicate, scope)} THEN ${bit}::integer ELSE 0 END)`,
      ),
    ],
    sql` | `,
  )
}
