/** The operators of a filter on one field, made conditions. */
import { userError } from '../problem.ts'
import type { Condition, Field } from './conditions.ts'

export const MOST_FILTER_VALUES = 1000

export type Operators = {
  eq?: string | null
  in?: readonly string[] | null
  notIn?: readonly string[] | null
  prefix?: string | null
  contains?: string | null
  exists?: boolean | null
}

/** The conditions that the operators put on a field; all must hold. */
export function comparisons(field: Field, operators: Operators): Condition[] {
  const conditions: Condition[] = []
  // PostgreSQL has no NUL in text: such a value could match nothing and would break the statement.
  if (JSON.stringify(operators).includes('\\u0000'))
    throw userError('a filter value holds a NUL character: leave it out')
  const values = (list: readonly string[]): string[] => {
    if (list.length > MOST_FILTER_VALUES)
      throw userError(`a list of ${list.length} values is longer than ${MOST_FILTER_VALUES}`)
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
export function keyed(field: Field, operators: Operators): Condition[] {
  const conditions = comparisons(field, operators)
  return conditions.length === 0 ? [{ op: 'known', field }] : conditions
}

export function between(field: Field, bounds: { min?: number | null; max?: number | null }): Condition {
  const { min = null, max = null } = bounds
  if (min === null && max === null) throw userError('a range of numbers needs `min`, `max` or both')
  if (min !== null && max !== null && min > max)
    throw userError(`\`min\` (${min}) is more than \`max\` (${max})`)
  return { op: 'between', field, min, max }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
