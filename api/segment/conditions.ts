/**
 * A filter as a tree of conditions, and that tree as SQL over events, sessions or rollups. Every value is bound. An
 * unknown value fails each comparison, and so passes its negation.
 */
import { type Sql, join, sql } from '../db/sql.ts'
import type { Dimension } from './dimensions.ts'
import type { Range } from './range.ts'

/** What of a session can be compared with a number; its duration is in ms. */
export type SessionNumber = 'views' | 'errors' | 'interactions' | 'frustrations' | 'duration'

/** A column of the event itself. */
export type RowColumn =
  | 'name'
  | 'outcome'
  | 'value'
  | 'duration'
  | 'lcp'
  | 'inp'
  | 'cls'
  | 'fcp'
  | 'ttfb'
  | 'target'
  | 'label'
  | 'fingerprint'
  | 'type'
  | 'message'
  | 'source'
  | 'handled'
  | 'initiator'
  | 'url'
  | 'thirdParty'
  | 'script'
  | 'scriptHost'

/** Something that may happen. `kind` is null in the table of errors, which holds one kind. */
export type Predicate =
  | { table: 'events'; kind: number; condition: Condition }
  | { table: 'errors'; kind: null; condition: Condition }

/** What a comparison looks at: `row` is a column of the event itself, `id` says whose event it is. */
export type Field =
  | { dimension: Dimension }
  | { flag: string }
  | { attribute: string }
  | { session: SessionNumber }
  | { id: 'session' | 'visitor' }
  | { row: RowColumn }

/** Sessions or visitors by their ids, which may be many: known by a name where conditions are compared. */
export type IdSet = { name: string; ids: readonly string[]; toJSON: () => string }

export function idSet(name: string, ids: readonly string[]): IdSet {
  return { name, ids, toJSON: () => name }
}

export type Condition =
  | { op: 'all' | 'any'; of: Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'in'; field: Field; values: string[] }
  | { op: 'prefix' | 'contains'; field: Field; value: string }
  | { op: 'known'; field: Field }
  /** min ≤ the number ≤ max; with `exclusive` min < the number. */
  | { op: 'between'; field: Field; min: number | null; max: number | null; exclusive?: true }
  /** A session in which this happened, at any time of it. */
  | { op: 'had'; predicate: Predicate }
  | { op: 'among'; id: 'session' | 'visitor'; set: IdSet }
  /** Of a session that saw one variant of the flag: itself, and what happened in it since the first evaluation. */
  | { op: 'exposed'; flag: string }

export const EVERYTHING: Condition = { op: 'all', of: [] }

export function allOf(conditions: Condition[]): Condition {
  const [first, ...more] = conditions
  return first !== undefined && more.length === 0 ? first : { op: 'all', of: conditions }
}

/** Every field that the condition looks at. */
export function fieldsOf(condition: Condition): Field[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf)
    case 'not':
      return fieldsOf(condition.of)
    case 'had':
      return [{ id: 'session' }]
    case 'among':
      return [{ id: condition.id }]
    case 'exposed':
      return [{ flag: condition.flag }]
    default:
      return [condition.field]
  }
}

/** Where a field stands. For `equality` it may be a bare column with '' for what is unknown, so that an index serves. */
export type ColumnOf = (field: Field, use?: 'equality') => Sql

/** Where a condition is asked: the columns there, and the events of the sessions that it may ask for. */
export type Place = {
  column: ColumnOf
  siteId: number
  range: Range
  happened: Happened
  exposed: Exposed
}

/** Whether a row is of a session that was exposed to the flag, and counts since then. */
export type Exposed = (flag: string, place: Pick<Place, 'siteId' | 'range'>) => Sql

/** The events of a site around a period that a predicate means: what stands behind FROM. */
export type Happened = (predicate: Predicate, siteId: number, range: Range) => Sql

/** The condition in SQL for a WHERE. An unknown value passes no comparison, and under a NOT it passes the negation. */
export function conditionSql(condition: Condition, place: Place, isNegated = false): Sql {
  const { column } = place
  // What is null does not pass a WHERE; only a NOT above it needs to be told that null is false.
  const comparison = (test: Sql) => (isNegated ? sql`coalesce(${test}, FALSE)` : sql`(${test})`)
  const parts = (of: readonly Condition[], separator: Sql) =>
    sql`(${join(
      of.map((part) => conditionSql(part, place, isNegated)),
      separator,
    )})`
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0 ? sql`TRUE` : parts(condition.of, sql` AND `)
    case 'any':
      return condition.of.length === 0 ? sql`FALSE` : parts(condition.of, sql` OR `)
    case 'not':
      return sql`NOT ${conditionSql(condition.of, place, true)}`
    case 'in': {
      const known = condition.values.filter((value) => value !== '')
      return comparison(sql`${column(condition.field, 'equality')} = ANY (${known}::text[])`)
    }
    case 'prefix':
      return comparison(sql`starts_with(${column(condition.field)}, ${condition.value}::text)`)
    case 'contains':
      return comparison(sql`strpos(${column(condition.field)}, ${condition.value}::text) > 0`)
    case 'known':
      return sql`(${column(condition.field)} IS NOT NULL)`
    case 'between':
      return comparison(betweenSql(condition, column(condition.field)))
    case 'had':
      return sql`(${column({ id: 'session' })} IN (SELECT e.session_id FROM ${place.happened(condition.predicate, place.siteId, place.range)}))`
    case 'among':
      return sql`(${column({ id: condition.id })} = ANY (${condition.set.ids}::uuid[]))`
    case 'exposed':
      return comparison(place.exposed(condition.flag, place))
  }
}

function betweenSql({ min, max, exclusive }: Extract<Condition, { op: 'between' }>, column: Sql): Sql {
  const isMore = exclusive === true ? sql`>` : sql`>=`
  const bounds = [
    ...(min === null ? [] : [sql`${column} ${isMore} ${min}::double precision`]),
    ...(max === null ? [] : [sql`${column} <= ${max}::double precision`]),
  ]
  return join(bounds, sql` AND `)
}
