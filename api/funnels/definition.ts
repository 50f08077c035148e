/** A funnel as GraphQL brings it, parsed: what cannot be is refused with the value and the remedy. */
import { userError } from '../problem.ts'
import type {
  Entrant,
  FunnelExclusionInput,
  FunnelOrder,
  FunnelStepInput,
  PredicateInput,
} from '../schema.generated.ts'
import type { Predicate } from '../segment/conditions.ts'
import { parseFilter } from '../segment/filters.ts'
import { parsePredicate } from '../segment/predicates.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { SESSION_SPAN_MS } from '../segment/sources.ts'
import { MOST_EXCLUSIONS, MOST_STEPS, type Rules } from './rules.ts'
import { stepName } from './step-name.ts'

export type FunnelDefinition = {
  names: string[]
  countBy: Entrant
  steps: Predicate[]
  /** In the order of `rules.exclusions`. */
  excluded: Predicate[]
  rules: Rules
}

export type FunnelInput = {
  steps: readonly FunnelStepInput[]
  order?: FunnelOrder | null | undefined
  countBy?: Entrant | null | undefined
  /** ms */
  window?: number | null | undefined
  exclude?: readonly FunnelExclusionInput[] | null | undefined
}

/** A session ends after 4 hours: a longer window looks no further. */
const REACH = { SESSION: SESSION_SPAN_MS, VISITOR: Infinity }
const DEFAULT_WINDOW = { SESSION: SESSION_SPAN_MS, VISITOR: 7 * DAY_MS }
const LONGEST_WINDOW_MS = 90 * DAY_MS
const LONGEST_NAME = 200

export function parseFunnel({ steps, order, countBy, window, exclude }: FunnelInput): FunnelDefinition {
  if (steps.length < 1 || steps.length > MOST_STEPS)
    throw userError(`a funnel of ${steps.length} steps: give 1 to ${MOST_STEPS}`)
  const exclusions = exclude ?? []
  if (exclusions.length > MOST_EXCLUSIONS)
    throw userError(`${exclusions.length} exclusions: give ${MOST_EXCLUSIONS} at most`)
  const by = countBy ?? 'SESSION'
  const names = namesOf(steps)
  const rules: Rules = {
    steps: steps.length,
    order: order ?? 'ORDERED',
    window: Math.min(checkWindow('window', window) ?? DEFAULT_WINDOW[by], REACH[by]),
    gaps: steps.map((step, i) => checkWindow(`steps[${i}].window`, step.window) ?? Infinity),
    exclusions: exclusions.map((exclusion) => between(names, exclusion)),
  }
  checkOrder(rules)
  return {
    names,
    countBy: by,
    steps: steps.map(predicateOf),
    excluded: exclusions.map(predicateOf),
    rules,
  }
}

function predicateOf(input: PredicateInput): Predicate {
  return parsePredicate(input, parseFilter(input.where))
}

/** The names that were given, and for the others what they look for; each is different. */
function namesOf(steps: readonly FunnelStepInput[]): string[] {
  const given = steps.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  const names = new Set<string>()
  for (const name of given) {
    if (name.trim() === '' || name.length > LONGEST_NAME)
      throw userError(`a step's name has ${name.length} characters: expected 1 to ${LONGEST_NAME}`)
    if (names.has(name)) throw userError(`two steps are named "${name}": give each a name of its own`)
    names.add(name)
  }
  return steps.map((step) => {
    if (typeof step.name === 'string') return step.name
    const base = stepName(step)
    let name = base
    for (let i = 2; names.has(name); i++) name = `${base} (${i})`
    names.add(name)
    return name
  })
}

function checkWindow(path: string, window: number | null | undefined): number | null {
  if (window === null || window === undefined) return null
  if (!(window > 0 && window <= LONGEST_WINDOW_MS))
    throw userError(`\`${path}\` is ${window} ms: expected more than 0 and 90 days at most, such as PT30M`)
  return window
}

function between(names: readonly string[], { from, to }: FunnelExclusionInput): { from: number; to: number } {
  const place = (name: string) => {
    const found = names.indexOf(name)
    if (found === -1) throw userError(`there is no step "${name}": the steps are ${names.join(', ')}`)
    return found
  }
  const steps = { from: place(from), to: place(to) }
  if (steps.from >= steps.to)
    throw userError(`an exclusion from "${from}" to "${to}": \`from\` must be a step before \`to\``)
  return steps
}

function checkOrder({ order, gaps, exclusions, steps }: Rules): void {
  if (Number.isFinite(gaps[0])) throw userError('`steps[0].window`: the first step has none before it')
  if (order !== 'UNORDERED' || steps === 1) return
  if (exclusions.length > 0) throw userError('UNORDERED steps have nothing between them: leave out `exclude`')
  if (gaps.some(Number.isFinite))
    throw userError("UNORDERED steps have no step before them: leave out the steps' windows")
}
