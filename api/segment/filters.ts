/** The filter of a segment as GraphQL brings it, made a condition. A mistake is refused with the value and the remedy. */
import { userError } from '../problem.ts'
import type { FilterInput, PredicateInput, SessionFilter } from '../schema.generated.ts'
import { between, comparisons, keyed } from './comparisons.ts'
import { type Condition, EVERYTHING, type SessionNumber, allOf } from './conditions.ts'
import type { Dimension } from './dimensions.ts'
import { parsePredicate } from './predicates.ts'

export const MOST_FILTER_LEVELS = 8

const DIMENSION_FIELDS = {
  page: 'PAGE',
  pageGroup: 'PAGE_GROUP',
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
  if (depth > MOST_FILTER_LEVELS) throw userError(`a filter nests deeper than ${MOST_FILTER_LEVELS} levels`)
  if (input === null || input === undefined) return EVERYTHING
  const conditions: Condition[] = []
  for (const [name, dimension] of Object.entries(DIMENSION_FIELDS)) {
    const operators = input[name as keyof typeof DIMENSION_FIELDS]
    if (isGiven(operators)) conditions.push(...comparisons({ dimension }, operators))
  }
  if (isGiven(input.flag)) conditions.push(...keyed({ flag: input.flag.key }, input.flag))
  if (isGiven(input.attribute)) conditions.push(...keyed({ attribute: input.attribute.key }, input.attribute))
  if (isGiven(input.session)) conditions.push(...sessionConditions(input.session, depth + 1))
  if (isGiven(input.and)) conditions.push(...input.and.map((part) => parseFilter(part, depth + 1)))
  if (isGiven(input.or))
    conditions.push({ op: 'any', of: input.or.map((part) => parseFilter(part, depth + 1)) })
  if (isGiven(input.not)) conditions.push({ op: 'not', of: parseFilter(input.not, depth + 1) })
  return allOf(conditions)
}

const SESSION_NUMBERS = {
  views: 'views',
  errors: 'errors',
  interactions: 'interactions',
  frustrations: 'frustrations',
  duration: 'duration',
} as const satisfies Partial<Record<keyof SessionFilter, SessionNumber>>

/** What a session must have been like, or must have in it. */
function sessionConditions(input: SessionFilter, depth: number): Condition[] {
  const conditions: Condition[] = []
  const had = (predicate: PredicateInput): Condition => ({
    op: 'had',
    predicate: parsePredicate(predicate, parseFilter(predicate.where, depth + 1)),
  })
  if (isGiven(input.has)) conditions.push(had(input.has))
  if (isGiven(input.hasNot)) conditions.push({ op: 'not', of: had(input.hasNot) })
  for (const [name, session] of Object.entries(SESSION_NUMBERS)) {
    const bounds = input[name as keyof typeof SESSION_NUMBERS]
    if (isGiven(bounds)) conditions.push(between({ session }, bounds))
  }
  if (isGiven(input.bounced)) conditions.push(input.bounced ? BOUNCED : { op: 'not', of: BOUNCED })
  return conditions
}

/** One view and no interaction. */
const BOUNCED: Condition = {
  op: 'all',
  of: [
    { op: 'between', field: { session: 'views' }, min: 1, max: 1 },
    { op: 'between', field: { session: 'interactions' }, min: 0, max: 0 },
  ],
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
