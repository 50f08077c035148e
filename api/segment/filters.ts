/**
 * The filter of a segment: from the input of GraphQL to a condition, and from a condition to SQL over events, sessions
 * or rollups. Every value is bound. An unknown value fails each comparison, and so passes its negation.
 */
import { type Sql, join, sql } from '../db/sql.ts'
import { userError } from '../problem.ts'
import type { FilterInput } from '../schema.generated.ts'
import type { Dimension } from './dimensions.ts'

/** What a comparison looks at. */
export type Field = { dimension: Dimension } | { flag: string } | { attribute: string }

export type Condition =
  | { op: 'all' | 'any'; of: Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'in'; field: Field; values: string[] }
  | { op: 'prefix' | 'contains'; field: Field; value: string }
  | { op: 'known'; field: Field }

export const EVERYTHING: Condition = { op: 'all', of: [] }

export const MAX_FILTER_DEPTH = 8
export const MAX_VALUES = 1000

const DIMENSION_FIELDS = {
  page: 'PAGE',
  country: 'COUNTRY',
  region: 'REGION',
  city: 'CITY',
  device: 'DEVICE',
  browser: 'BROWSER',
  browserVersion: 'BROWSER_VERSION',
  os: 'OS',
  release: 'RELEASE',
  environment: 'ENVIRONMENT',
  connection: 'CONNECTION',
  language: 'LANGUAGE',
  referrer: 'REFERRER',
  entryPage: 'ENTRY_PAGE',
  navigationType: 'NAVIGATION_TYPE',
  utmSource: 'UTM_SOURCE',
  utmMedium: 'UTM_MEDIUM',
  utmCampaign: 'UTM_CAMPAIGN',
} as const satisfies Partial<Record<keyof FilterInput, Dimension>>

export function parseFilter(input: FilterInput | null | undefined, depth = 0): Condition {
  if (depth > MAX_FILTER_DEPTH) throw userError(`a filter nests deeper than ${MAX_FILTER_DEPTH} levels`)
  if (input === null || input === undefined) return EVERYTHING
  const conditions: Condition[] = []
  for (const [name, dimension] of Object.entries(DIMENSION_FIELDS)) {
    const operators = input[name as keyof typeof DIMENSION_FIELDS]
    if (isGiven(operators)) conditions.push(...comparisons({ dimension }, operators))
  }
  if (isGiven(input.flag)) conditions.push(...keyed({ flag: input.flag.key }, input.flag))
  if (isGiven(input.attribute)) conditions.push(...keyed({ attribute: input.attribute.key }, input.attribute))
  if (isGiven(input.and)) conditions.push(...input.and.map((part) => parseFilter(part, depth + 1)))
  if (isGiven(input.or))
    conditions.push({ op: 'any', of: input.or.map((part) => parseFilter(part, depth + 1)) })
  if (isGiven(input.not)) conditions.push({ op: 'not', of: parseFilter(input.not, depth + 1) })
  return conditions.length === 1 && conditions[0] !== undefined
    ? conditions[0]
    : { op: 'all', of: conditions }
}

type Operators = {
  eq?: string | null
  in?: readonly string[] | null
  notIn?: readonly string[] | null
  prefix?: string | null
  contains?: string | null
  exists?: boolean | null
}

function comparisons(field: Field, operators: Operators): Condition[] {
  const conditions: Condition[] = []
  // PostgreSQL has no NUL in text: such a value could match nothing and would break the statement.
  if (JSON.stringify(operators).includes('\\u0000'))
    throw userError('a filter value holds a NUL character: leave it out')
  const values = (list: readonly string[]): string[] => {
    if (list.length > MAX_VALUES)
      throw userError(`a list of ${list.length} values is longer than ${MAX_VALUES}`)
    return [...list]
  }
  if (isGiven(operators.eq)) conditions.push({ op: 'in', field, values: [operators.eq] })
  if (isGiven(operators.in)) conditions.push({ op: 'in', field, values: values(operators.in) })
  if (isGiven(operators.notIn))
    conditions.push({ op: 'not', of: { op: 'in', field, values: values(operators.notIn) } })
  if (isGiven(operators.prefix)) conditions.push({ op: 'prefix', field, value: operators.prefix })
  if (isGiven(operators.contains)) conditions.push({ op: 'contains', field, value: operators.contains })
  if (operators.exists === true) conditions.push({ op: 'known', field })
  if (operators.exists === false) conditions.push({ op: 'not', of: { op: 'known', field } })
  return conditions
}

/** A flag or attribute without an operator is asked whether it is there. */
function keyed(field: Field, operators: Operators): Condition[] {
  const conditions = comparisons(field, operators)
  return conditions.length === 0 ? [{ op: 'known', field }] : conditions
}

/** Every field that the condition looks at. */
export function fieldsOf(condition: Condition): Field[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf)
    case 'not':
      return fieldsOf(condition.of)
    default:
      return [condition.field]
  }
}

/** Where a field stands. For `equality` it may be a bare column with '' for what is unknown, so that an index serves. */
export type ColumnOf = (field: Field, use?: 'equality') => Sql

/** The condition in SQL for a WHERE. An unknown value passes no comparison, and under a NOT it passes the negation. */
export function conditionSql(condition: Condition, column: ColumnOf, isNegated = false): Sql {
  // What is null does not pass a WHERE; only a NOT above it needs to be told that null is false.
  const comparison = (test: Sql) => (isNegated ? sql`coalesce(${test}, FALSE)` : sql`(${test})`)
  const parts = (of: readonly Condition[], separator: Sql) =>
    sql`(${join(
      of.map((part) => conditionSql(part, column, isNegated)),
      separator,
    )})`
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0 ? sql`TRUE` : parts(condition.of, sql` AND `)
    case 'any':
      return condition.of.length === 0 ? sql`FALSE` : parts(condition.of, sql` OR `)
    case 'not':
      return sql`NOT ${conditionSql(condition.of, column, true)}`
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
  }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
