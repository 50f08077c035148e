/** Whether a filter holds for a view or a session, read off the definitions. */
import { type VitalName, rateVital } from '../../sdk/wire/vitals.ts'
import type { Happened, Session, Text, View } from './naive-facts.ts'

/** A filter as the API takes it. */
export type Filter = { [field: string]: unknown }

export type Condition = (read: Reader) => boolean
export type Reader = { session: Session; value: (field: string) => Text }

/** A view is known by its own traits, and by its session's where it has none. */
export function readView({ traits, session }: View): Reader {
  return {
    session,
    value: (field) => (field in traits ? (traits[field] ?? null) : readOfSession(session, field)),
  }
}

export function readSession(session: Session, view?: View): Reader {
  return {
    session,
    value: (field) =>
      field === 'PAGE' || field === 'NAVIGATION_TYPE' || field === 'PAGE_GROUP'
        ? (view?.traits[field] ?? null)
        : readOfSession(session, field),
  }
}

function readOfSession(session: Session, field: string): Text {
  if (field === 'ENTRY_PAGE') return session.entry?.page ?? null
  if (field.startsWith('flag ')) return firstVariant(session, field.slice(5))
  if (field.startsWith('attribute ')) return session.attributes[field.slice(10)] ?? null
  return session.traits[field] ?? null
}

function firstVariant({ exposures }: Session, key: string): Text {
  const [first] = exposures
    .filter((exposure) => exposure.key === key)
    .sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1))
  return first?.variant ?? null
}

/** Whether a filter holds: all that it names must, an unknown value fails each comparison and passes its negation. */
export function holds(filter: Filter, read: Reader): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === 'and') return (condition as Filter[]).every((part) => holds(part, read))
    if (field === 'or') return (condition as Filter[]).some((part) => holds(part, read))
    if (field === 'not') return !holds(condition as Filter, read)
    if (field === 'session') return sessionHolds(condition as Filter, read.session)
    const { key, ...operators } = condition as { key?: string }
    const value = read.value(fieldName(field, key))
    if (key !== undefined && Object.keys(operators).length === 0) return value !== null
    return Object.entries(operators).every(([operator, expected]) => compare(value, operator, expected))
  })
}

/** What a session must have been like, or must have in it. */
function sessionHolds(filter: Filter, session: Session): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === 'has') return session.happened.some((one) => isMeant(condition as Filter, one, session))
    if (field === 'hasNot') return !session.happened.some((one) => isMeant(condition as Filter, one, session))
    if (field === 'bounced') return isBounced(session) === condition
    const { min = -Infinity, max = Infinity } = condition as { min?: number; max?: number }
    const value = field === 'duration' ? durationOf(session) : count(session, field)
    return value >= min && value <= max
  })
}

/** Whether this is what the predicate means. */
function isMeant(predicate: Filter, { what, facts, traits }: Happened, session: Session): boolean {
  const { where, ...named } = predicate
  const [kind, asked] = Object.entries(named)[0] as [string, unknown]
  if (what !== kind) return false
  const read: Reader = {
    session,
    value: (field) => (field in traits ? (traits[field] ?? null) : readOfSession(session, field)),
  }
  if (where !== undefined && !holds(where as Filter, read)) return false
  if (kind === 'page') return holds({ page: asked }, read)
  if (kind === 'event') return facts['name'] === asked
  if (kind !== 'vital') return Object.entries(asked as object).every(([name, value]) => facts[name] === value)
  const { metric, rating } = asked as { metric: VitalName; rating: string }
  const rated = facts['metric'] === metric ? rateVital(metric, facts['value'] as number) : null
  return rated !== null && rated.toLowerCase() === rating.replace('_', '').toLowerCase()
}

function compare(value: Text, operator: string, expected: unknown): boolean {
  switch (operator) {
    case 'eq':
      return value === expected
    case 'in':
      return value !== null && (expected as string[]).includes(value)
    case 'notIn':
      return value === null || !(expected as string[]).includes(value)
    case 'prefix':
      return value !== null && value.startsWith(expected as string)
    case 'contains':
      return value !== null && value.includes(expected as string)
    case 'exists':
      return (value !== null) === expected
    default:
      throw new Error(`the operator ${operator} is not known`)
  }
}

export function mentioned(filter: Filter): string[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === 'and' || field === 'or') return (condition as Filter[]).flatMap(mentioned)
    if (field === 'not') return mentioned(condition as Filter)
    if (field === 'session') return []
    return [fieldName(field, (condition as { key?: string }).key)]
  })
}

const fieldNames = new Map<string, string>()

/** `entryPage` → `ENTRY_PAGE`; flags and attributes by their key. */
function fieldName(field: string, key: string | undefined): string {
  if (field === 'flag' || field === 'attribute') return `${field} ${key}`
  const known = fieldNames.get(field)
  if (known !== undefined) return known
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  fieldNames.set(field, name)
  return name
}

export function durationOf({ startedAt, lastAt }: Session): number {
  return lastAt - startedAt
}

export function isBounced(session: Session): boolean {
  return session.views.length === 1 && count(session, 'interactions') === 0
}

const INTERACTIONS = ['CLICK', 'SUBMIT', 'SCROLL']

export function count({ views, happened }: Session, what: string): number {
  const actions = happened.filter((one) => one.what === 'action').map(({ facts }) => facts['kind'] as string)
  if (what === 'views') return views.length
  if (what === 'errors') return happened.filter((one) => one.what === 'error').length
  const interactions = actions.filter((kind) => INTERACTIONS.includes(kind)).length
  return what === 'interactions' ? interactions : actions.length - interactions
}
