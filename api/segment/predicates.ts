/**
 * One thing that may happen in a session: a view of a page, a custom event, an action, an error, a vital, a request or a
 * transaction. Funnels step by predicates, and filters choose sessions by them.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { userError } from '../problem.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type {
  ActionPredicate,
  ErrorPredicate,
  PredicateInput,
  RequestPredicate,
  TransactionPredicate,
  VitalPredicate,
} from '../schema.generated.ts'
import { between, comparisons } from './comparisons.ts'
import { type Condition, type Field, type Predicate, type RowColumn, allOf } from './conditions.ts'
import { METRICS } from './metrics.ts'

const KINDS_OF_PREDICATE = ['page', 'event', 'action', 'error', 'vital', 'request', 'transaction'] as const

/** Exactly one thing that happened; `where` is the input's own filter, parsed. */
export function parsePredicate(input: PredicateInput, where: Condition): Predicate {
  const given = KINDS_OF_PREDICATE.filter((kind) => input[kind] !== null && input[kind] !== undefined)
  if (given.length !== 1) {
    const what = given.length === 0 ? 'nothing' : given.map((kind) => `\`${kind}\``).join(' and ')
    throw userError(`a predicate names ${what}: give exactly one of ${KINDS_OF_PREDICATE.join(', ')}`)
  }
  const predicate = whatHappened(input)
  return { ...predicate, condition: allOf([predicate.condition, where]) }
}

function whatHappened(input: PredicateInput): Predicate {
  const { page, event, action, error, vital, request, transaction } = input
  if (page) return happening('view', comparisons({ dimension: 'PAGE' }, page))
  if (typeof event === 'string') return happening('custom', [isOneOf('name', event)])
  if (action) return happening('action', actionConditions(action))
  if (error) return { table: 'errors', kind: null, condition: allOf(errorConditions(error)) }
  if (vital) return vitalPredicate(vital)
  if (request) return happening('request', requestConditions(request))
  return happening('txn', transactionConditions(transaction ?? {}))
}

function happening(kind: keyof typeof EVENT_KINDS, conditions: Condition[]): Predicate {
  return { table: 'events', kind: EVENT_KINDS[kind], condition: allOf(conditions) }
}

function isOneOf(row: RowColumn, value: string): Condition {
  return allOf(comparisons({ row }, { eq: value }))
}

function actionConditions({ kind, target, label }: ActionPredicate): Condition[] {
  return [
    ...(kind ? [isOneOf('name', kind.toLowerCase())] : []),
    ...(target ? comparisons({ row: 'target' }, target) : []),
    ...(label ? comparisons({ row: 'label' }, label) : []),
  ]
}

function errorConditions({ fingerprint, type, message, handled }: ErrorPredicate): Condition[] {
  return [
    ...(typeof fingerprint === 'string' ? [isOneOf('fingerprint', fingerprint)] : []),
    ...(type ? comparisons({ row: 'type' }, type) : []),
    ...(message ? comparisons({ row: 'message' }, message) : []),
    ...(typeof handled === 'boolean' ? [isOneOf('handled', String(handled))] : []),
  ]
}

function requestConditions({ endpoint, failed, duration }: RequestPredicate): Condition[] {
  const hasFailed: Condition = { op: 'known', field: { row: 'outcome' } }
  return [
    ...(endpoint ? comparisons({ row: 'name' }, endpoint) : []),
    ...(typeof failed === 'boolean' ? [failed ? hasFailed : ({ op: 'not', of: hasFailed } as const)] : []),
    ...(duration ? [between({ row: 'duration' }, duration)] : []),
  ]
}

function transactionConditions({ name, outcome }: TransactionPredicate): Condition[] {
  return [
    ...(typeof name === 'string' ? [isOneOf('name', name)] : []),
    ...(outcome ? [isOneOf('outcome', outcome.toLowerCase())] : []),
  ]
}

/** A value of the metric, with a rating or between bounds. */
function vitalPredicate({ metric, rating, min, max }: VitalPredicate): Predicate {
  const { kind, column, name } = METRICS[metric]
  const field: Field = { row: column ?? 'value' }
  const conditions: Condition[] = [{ op: 'known', field }]
  if (name !== null) conditions.push(isOneOf('name', name))
  if (rating) conditions.push(ratingCondition(metric, field, rating))
  if (typeof min === 'number' || typeof max === 'number') {
    conditions.push(between(field, { min: min ?? null, max: max ?? null }))
  }
  return { table: 'events', kind, condition: allOf(conditions) }
}

function ratingCondition(
  metric: VitalName,
  field: Field,
  rating: NonNullable<VitalPredicate['rating']>,
): Condition {
  const { good, poor } = VITALS[metric]
  if (good === null || poor === null) {
    throw userError(`${metric} has no ratings: give \`min\` or \`max\` instead`)
  }
  const above = (min: number, max: number | null): Condition => ({
    op: 'between',
    field,
    min,
    max,
    exclusive: true,
  })
  if (rating === 'GOOD') return { op: 'between', field, min: null, max: good }
  return rating === 'POOR' ? above(poor, null) : above(good, poor)
}
