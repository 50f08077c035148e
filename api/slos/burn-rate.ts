/**
 * When a burning error budget calls somebody (Google, The Site Reliability Workbook, chapter 5). A burn rate of 1 uses up
 * the budget exactly by the end of the SLO's window. A rule burns while the rates of its long and of its short window
 * both exceed its factor, so that it ends soon after the trouble.
 *
 *            both above the factor, with enough evidence in the long window
 *    CALM ──────────────────────────────────────────────────────────────────▶ BURNING
 *      ◀────────────────────────── either at or below it ───────────────────────┘
 *    FROZEN: no events, late data or too little of it. Whoever keeps a state keeps the one it had.
 */
import { wilson } from '../statistics/proportion.ts'

export type Severity = 'PAGE' | 'TICKET'

export type BurnRateRule = {
  name: string
  severity: Severity
  longMs: number
  shortMs: number
  /** The burn rate that both windows must exceed. */
  factor: number
  /** What of the window's budget is gone once a rate of `factor` lasted for the long window, 0…1. */
  budgetShare: number
}

/** Rules are judged once in so long; no window is shorter. */
export const EVALUATION_MS = 60_000
/** Data may be so late before rules freeze. */
export const ALLOWED_LATE_MS = 2 * 60_000
/** Less of what browsers sent than this says too little. */
export const LEAST_COVERAGE = 0.9
/** One failure is no rate: Wilson's bound for 1 of 20 is 0.9 %, which would page at 99.9 %. */
const LEAST_FAILURES = 2
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

/** The share of events that may be bad. */
export function allowanceOf(objective: number): number {
  return tidy(1 - objective)
}

/** From which share of bad events a rule burns. */
export function errorRatioOf({ factor }: Pick<BurnRateRule, 'factor'>, objective: number): number {
  return tidy(factor * allowanceOf(objective))
}

/** The burn rate when everything fails: nothing burns faster. */
export function ceilingOf(objective: number): number {
  return tidy(1 / allowanceOf(objective))
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

type Foreseen = { rule: BurnRateRule; objective: number; errorRatio: number }

/** How long this share of failures (0…1) lasts, beginning from none, before the rule burns; null: for ever. */
export function detectionMs({ rule, objective, errorRatio }: Foreseen): number | null {
  const threshold = errorRatioOf(rule, objective)
  return errorRatio > threshold ? (rule.longMs * threshold) / errorRatio : null
}

/** How long it burns on after such failures end; null where it never burned. */
export function resetMs({ rule, objective, errorRatio }: Foreseen): number | null {
  const threshold = errorRatioOf(rule, objective)
  return errorRatio > threshold ? rule.shortMs * (1 - threshold / errorRatio) : null
}

/** `effective`: how many unweighted events say as much; the total where sessions are not sampled. */
export type EventCount = { bad: number; total: number; effective?: number }

export type Judged = {
  rule: BurnRateRule
  objective: number
  long: EventCount
  short: EventCount
  /** The moment for which it is judged, epoch ms; both windows end there. */
  at: number
  /** Everything that happened until then is counted, epoch ms; null: that is not known. */
  watermark: number | null
  /** What was received of what was sent, 0…1; null: that is not known, and holds nothing up. */
  coverage?: number | null
  allowedLateMs?: number
  leastCoverage?: number
}

export type Judgement = {
  state: 'BURNING' | 'CALM' | 'FROZEN'
  reason: string
  /** Burn rates; null without events. */
  longRate: number | null
  shortRate: number | null
}

export function judge(judged: Judged): Judgement {
  const { rule, objective, long, short } = judged
  const rates = { longRate: burnRate(long, objective), shortRate: burnRate(short, objective) }
  const frozen = whyFrozen(judged)
  if (frozen !== null) return { state: 'FROZEN', reason: frozen, ...rates }
  const { longRate, shortRate } = { longRate: rates.longRate ?? 0, shortRate: rates.shortRate ?? 0 }
  const calm = (reason: string): Judgement => ({ state: 'CALM', reason, ...rates })
  const limit = shown(rule.factor)
  if (longRate <= rule.factor)
    return calm(`burns at ${shown(longRate)} over ${spanText(rule.longMs)}, not above ${limit}`)
  if (shortRate <= rule.factor)
    return calm(`burns at ${shown(shortRate)} over the last ${spanText(rule.shortMs)}, not above ${limit}`)
  const [ratio, n] = [Math.min(1, long.bad / long.total), long.effective ?? long.total]
  if (Math.round(ratio * n) < LEAST_FAILURES)
    return calm(`one failure in ${spanText(rule.longMs)} is no rate`)
  const sure = wilson(ratio, n).low / allowanceOf(objective)
  if (sure <= rule.factor)
    return calm(
      `${Math.round(long.total)} events in ${spanText(rule.longMs)} are too few: the rate is above ${shown(sure)}, which is not above ${limit}`,
    )
  return {
    state: 'BURNING',
    reason: `burns at ${shown(longRate)} over ${spanText(rule.longMs)} and ${shown(shortRate)} over the last ${spanText(rule.shortMs)}, above ${limit}`,
    ...rates,
  }
}

/** Null without events: that is not a rate of 0. */
export function burnRate({ bad, total }: EventCount, objective: number): number | null {
  return total > 0 ? bad / total / allowanceOf(objective) : null
}

function whyFrozen({
  rule,
  long,
  short,
  at,
  watermark,
  coverage = null,
  allowedLateMs = ALLOWED_LATE_MS,
  leastCoverage = LEAST_COVERAGE,
}: Judged): string | null {
  if (!(long.total > 0)) return `no events in ${spanText(rule.longMs)}`
  if (watermark === null) return 'up to when the data are whole is not known'
  if (at - watermark > allowedLateMs)
    return `data are ${spanText(at - watermark)} late, more than ${spanText(allowedLateMs)}`
  if (coverage !== null && coverage < leastCoverage)
    return `only ${shown(coverage * 100)} % of what was sent arrived, less than ${shown(leastCoverage * 100)} %`
  if (!(short.total > 0)) return `no events in the last ${spanText(rule.shortMs)}`
  return null
}

/** `3 d`, `6 h`, `14 min`: for messages. */
export function spanText(ms: number): string {
  if (ms >= DAY_MS && ms % DAY_MS === 0) return `${ms / DAY_MS} d`
  if (ms >= 2 * HOUR_MS || ms === HOUR_MS) return `${shown(ms / HOUR_MS)} h`
  return ms >= MINUTE_MS ? `${shown(ms / MINUTE_MS)} min` : `${shown(ms / 1000)} s`
}

function wholeMinutes(ms: number): number {
  return Math.round(ms / MINUTE_MS) * MINUTE_MS
}

/** Without the last digits, which only binary fractions have: 14.4. */
function tidy(number: number): number {
  return Number(number.toPrecision(12))
}

/** Three digits. */
function shown(number: number): string {
  return String(Number(number.toPrecision(3)))
}
