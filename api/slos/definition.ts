/** An SLO as it is given, checked and completed: what cannot be is told with the field, the value and the remedy. */
import { GraphQLError } from 'graphql'
import { IANAZone } from 'luxon'
import { type Axis, parseAxis } from '../segment/axes.ts'
import type { Condition } from '../segment/conditions.ts'
import { parseFilter } from '../segment/filters.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import type {
  SloBudgetingInput,
  SloDefinitionInput,
  SloFanOutInput,
  SloWindowInput,
} from '../schema.generated.ts'
import type { UserError } from '../user-errors.ts'
import { type BurnRateRule, spanText } from './burn-rate.ts'
import { type Goal, type Preset, burnRateRules, completed, shortOf, whyRefused } from './burn-rate-rules.ts'
import { type Indicator, indicatorOf } from './indicators.ts'
import { type SloWindow, lengthDays, windowOf } from './windows.ts'

export type Budgeting =
  | { method: 'OCCURRENCES' }
  /** A slice is good if at least `target` of its events are. */
  | { method: 'TIMESLICES'; target: number; widthMs: number }
  /** Each slice counts with its share of good events. */
  | { method: 'RATIO_TIMESLICES'; widthMs: number }

export type SloDefinition = {
  objective: number
  indicator: Indicator
  where: Condition
  window: SloWindow
  budgeting: Budgeting
  /** By what burners are named; null: they are not. */
  fanOut: Axis | null
  preset: Preset | null
  rules: BurnRateRule[]
}

/** As it is stored and sent back: the input, without what was not given. */
export type DefinitionInput = Pick<SloDefinitionInput, 'objective' | 'indicator'> &
  Partial<SloDefinitionInput>

type Mistakes = UserError[]

const MOST_RULES = 8

/** Null where there are mistakes; those are added to the list. */
export function parseDefinition(input: DefinitionInput, mistakes: Mistakes): SloDefinition | null {
  const before = mistakes.length
  const { objective } = input
  if (!(objective >= 0.001 && objective <= 0.99999))
    told(
      mistakes,
      ['objective'],
      `an objective of ${objective}: expected a share between 0.001 and 0.99999, such as 0.99 for 99 %`,
    )
  const indicator = attempted(mistakes, ['indicator'], () => indicatorOf(input.indicator))
  const where = attempted(mistakes, ['where'], () => parseFilter(input.where))
  const window = windowFrom(input.window, mistakes)
  const budgeting = budgetingFrom(input.budgeting, mistakes)
  const fanOut = attempted(mistakes, ['fanOut'], () => fanOutFrom(input.fanOut))
  if (mistakes.length > before) return null
  if (indicator === null || where === null || window === null || budgeting === null) return null
  const goal = { objective, windowDays: lengthDays(window) }
  const sliceMs = budgeting.method === 'OCCURRENCES' ? 0 : budgeting.widthMs
  const rules = rulesFrom(input, { ...goal, sliceMs }, mistakes)
  if (mistakes.length > before) return null
  const preset = isGiven(input.rules) ? null : (input.preset ?? 'GOOGLE')
  return { objective, indicator, where, window, budgeting, fanOut, preset, rules }
}

/** What was stored is right: it was checked when it was saved. */
export function storedDefinition(input: DefinitionInput): SloDefinition {
  const mistakes: Mistakes = []
  const definition = parseDefinition(input, mistakes)
  if (definition === null) throw new TypeError(mistakes.map(({ message }) => message).join('; '))
  return definition
}

function windowFrom(input: SloWindowInput | null | undefined, mistakes: Mistakes): SloWindow | null {
  const { window, problem } = windowOf(input ?? {})
  if (problem !== null) told(mistakes, ['window', problem.field], problem.message)
  if (isGiven(input?.timeZone) && !IANAZone.isValidZone(input.timeZone))
    told(
      mistakes,
      ['window', 'timeZone'],
      `unknown time zone "${input.timeZone.slice(0, 60)}": expected a name such as Europe/Berlin`,
    )
  return window
}

const SLICE_WIDTHS_MS = { least: 60_000, most: DAY_MS }

function budgetingFrom(input: SloBudgetingInput | null | undefined, mistakes: Mistakes): Budgeting | null {
  const method = input?.method ?? 'OCCURRENCES'
  const path = (field: string) => ['budgeting', field]
  if (method === 'OCCURRENCES') {
    if (isGiven(input?.target) || isGiven(input?.width))
      told(mistakes, ['budgeting'], 'OCCURRENCES have no slices: leave out `target` and `width`')
    return { method }
  }
  const widthMs = input?.width ?? 60_000
  const { least, most } = SLICE_WIDTHS_MS
  if (!(widthMs >= least && widthMs <= most && DAY_MS % widthMs === 0 && widthMs % least === 0))
    told(
      mistakes,
      path('width'),
      `slices of ${widthMs} ms: expected whole minutes that divide a day, such as PT1M, PT5M or PT1H`,
    )
  if (method === 'RATIO_TIMESLICES') {
    if (isGiven(input?.target))
      told(mistakes, path('target'), 'RATIO_TIMESLICES count each slice with its share: leave out `target`')
    return { method, widthMs }
  }
  const target = input?.target ?? null
  if (target === null || !(target > 0 && target <= 1))
    told(
      mistakes,
      path('target'),
      `a slice's target of ${target}: expected the share of good events from which a slice is good, such as 0.95`,
    )
  return { method, target: target ?? 1, widthMs }
}

function fanOutFrom(input: SloFanOutInput | null | undefined): Axis | null {
  return isGiven(input) ? parseAxis(input.dimension, input.key) : null
}

function rulesFrom(
  { rules: given, preset }: DefinitionInput,
  goal: Goal & { sliceMs: number },
  mistakes: Mistakes,
): BurnRateRule[] {
  const { sliceMs } = goal
  if (!isGiven(given))
    return burnRateRules({ ...goal, preset: preset ?? 'GOOGLE' }).map((rule) => widened(rule, goal))
  if (isGiven(preset)) told(mistakes, ['preset'], 'give either a preset or rules, not both')
  if (given.length > MOST_RULES)
    told(mistakes, ['rules'], `${given.length} rules: give ${MOST_RULES} at most`)
  const names = new Set<string>()
  return given.map(({ name, severity, long, short, factor }, i) => {
    const at = String(i)
    const rule = { name: name.trim(), severity, longMs: long, shortMs: short ?? shortOf(long), factor }
    if (rule.name === '' || rule.name.length > 60 || names.has(rule.name))
      told(
        mistakes,
        ['rules', at, 'name'],
        `a rule named "${rule.name.slice(0, 60)}": give each a name of its own`,
      )
    names.add(rule.name)
    const refused = whyRefused(rule, goal)
    if (refused !== null) told(mistakes, ['rules', at], refused)
    else if (rule.shortMs < sliceMs)
      told(
        mistakes,
        ['rules', at, 'short'],
        `a short window of ${spanText(rule.shortMs)} holds no slice of ${spanText(sliceMs)}: give \`short\` that long at least`,
      )
    return completed(rule, goal)
  })
}

/** A preset's windows hold whole slices: one in the short, three in the long at least. */
function widened(rule: BurnRateRule, goal: Goal & { sliceMs: number }): BurnRateRule {
  const [shortMs, longMs] = [Math.max(rule.shortMs, goal.sliceMs), Math.max(rule.longMs, 3 * goal.sliceMs)]
  return completed({ ...rule, shortMs, longMs }, goal)
}

/** Rollups hold whole hours: slices of those can come from them. */
export function slicesFitRollups(budgeting: Budgeting): boolean {
  return budgeting.method === 'OCCURRENCES' || budgeting.widthMs % HOUR_MS === 0
}

function attempted<T>(mistakes: Mistakes, path: string[], parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    told(mistakes, path, error.message)
    return null
  }
}

function told(mistakes: Mistakes, path: string[], message: string): void {
  mistakes.push({ path, code: 'INVALID', message })
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
