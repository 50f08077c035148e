/** The rules of an SLO: those of others, fitted to its objective and window, or one's own, refused where they cannot fire. */
import { type BurnRateRule, EVALUATION_MS, ceilingOf, shown, spanText, tidy } from './burn-rate.ts'

/** Of the highest burn rate that there can be: a rule above it would need more than four failures in five. */
export const HIGHEST_SHARE_OF_CEILING = 0.8
/** A rule below it would call while the budget lasts. */
const LEAST_FACTOR = 1
const LEAST_LONG_MS = 5 * EVALUATION_MS
const SHORT_OF_LONG = 1 / 12

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The rules that others use, by the length of the SLO's window; for other lengths the nearest ones, scaled. */
export const PRESETS = {
  /** The workbook's table 5-8. */
  GOOGLE: [
    {
      days: 30,
      rules: [
        { name: 'fast', severity: 'PAGE', longMs: HOUR_MS, budgetShare: 0.02 },
        { name: 'slow', severity: 'PAGE', longMs: 6 * HOUR_MS, budgetShare: 0.05 },
        { name: 'steady', severity: 'TICKET', longMs: 3 * DAY_MS, budgetShare: 0.1 },
      ],
    },
  ],
  SLOTH: [
    {
      days: 30,
      rules: [
        { name: 'fast', severity: 'PAGE', longMs: HOUR_MS, budgetShare: 0.02 },
        { name: 'slow', severity: 'PAGE', longMs: 6 * HOUR_MS, budgetShare: 0.05 },
        { name: 'daily', severity: 'TICKET', longMs: DAY_MS, budgetShare: 0.1 },
        { name: 'steady', severity: 'TICKET', longMs: 3 * DAY_MS, budgetShare: 0.1 },
      ],
    },
  ],
  OPENOBSERVE: [
    { days: 7, rules: openObserveRules(0.1, 0.2, 0.4) },
    { days: 30, rules: openObserveRules(0.02, 0.05, 0.1) },
    { days: 90, rules: openObserveRules(0.01, 0.03, 0.05) },
  ],
} as const satisfies Record<string, readonly { days: number; rules: readonly PresetRule[] }[]>

export type Preset = keyof typeof PRESETS

type PresetRule = Pick<BurnRateRule, 'name' | 'severity' | 'longMs' | 'budgetShare'>

function openObserveRules(fast: number, slow: number, daily: number): readonly PresetRule[] {
  return [
    { name: 'fast', severity: 'PAGE', longMs: HOUR_MS, budgetShare: fast },
    { name: 'slow', severity: 'PAGE', longMs: 6 * HOUR_MS, budgetShare: slow },
    { name: 'daily', severity: 'TICKET', longMs: DAY_MS, budgetShare: daily },
  ]
}

export type Goal = { objective: number; windowDays: number }

/** The rules of a preset for this objective and window. All of them can fire. */
export function burnRateRules({ preset = 'GOOGLE', ...goal }: Goal & { preset?: Preset }): BurnRateRule[] {
  const away = ({ days }: { days: number }) => Math.abs(Math.log(days / goal.windowDays))
  const [nearest] = [...PRESETS[preset]].sort((a, b) => away(a) - away(b))
  return (nearest?.rules ?? []).map((rule) => fitted(rule, goal))
}

/**
 * A factor that the objective cannot reach is lowered to what it can, and the long window is shortened alike: so high a
 * rate is nearly a total failure there, and asking it of the whole window would find it after hours. (To keep the share of
 * the budget instead would lengthen the window: 3.4 hours to see a total failure at 75 % of 28 days.) A factor under 1 is
 * raised to it, with the window that keeps the share.
 */
function fitted({ name, severity, longMs, budgetShare }: PresetRule, goal: Goal): BurnRateRule {
  const highest = highestFactor(goal.objective)
  const scaled = (budgetShare * goal.windowDays * DAY_MS) / longMs
  const factor = Math.min(highest, Math.max(LEAST_FACTOR, scaled))
  const wanted = longMs * Math.min(factor / scaled, scaled / factor)
  const long = Math.max(LEAST_LONG_MS, wholeMinutes(wanted))
  return completed({ name, severity, longMs: long, shortMs: shortOf(long), factor: tidy(factor) }, goal)
}

/** A rule with the share of the budget that it stands for. */
export function completed(
  rule: Omit<BurnRateRule, 'budgetShare'>,
  { windowDays }: Pick<Goal, 'windowDays'>,
): BurnRateRule {
  return { ...rule, budgetShare: tidy((rule.factor * rule.longMs) / (windowDays * DAY_MS)) }
}

export function shortOf(longMs: number): number {
  return Math.max(EVALUATION_MS, wholeMinutes(longMs * SHORT_OF_LONG))
}

/** The highest factor that rules are given by default. */
export function highestFactor(objective: number): number {
  return tidy(HIGHEST_SHARE_OF_CEILING * ceilingOf(objective))
}

/** Why a rule of somebody's own cannot be, with the remedy; null if it can. */
export function whyRefused(
  { factor, longMs, shortMs }: Pick<BurnRateRule, 'factor' | 'longMs' | 'shortMs'>,
  { objective, windowDays }: Goal,
): string | null {
  const ceiling = ceilingOf(objective)
  if (!(factor > 0)) return `a factor of ${factor}: expected more than 0`
  if (factor >= ceiling)
    return `a factor of ${shown(factor)} can never be exceeded: with an objective of ${objective} the burn rate is ${shown(ceiling)} when everything fails. The highest factor that leaves room is ${shown(highestFactor(objective))}`
  if (longMs > windowDays * DAY_MS)
    return `a long window of ${spanText(longMs)} is longer than the SLO's window of ${windowDays} days: shorten it`
  if (longMs < LEAST_LONG_MS)
    return `a long window of ${spanText(longMs)}: expected ${spanText(LEAST_LONG_MS)} or longer`
  if (shortMs < EVALUATION_MS || shortMs >= longMs)
    return `a short window of ${spanText(shortMs)}: expected ${spanText(EVALUATION_MS)} or longer, and shorter than the long one of ${spanText(longMs)}`
  return null
}

function wholeMinutes(ms: number): number {
  return Math.round(ms / MINUTE_MS) * MINUTE_MS
}
