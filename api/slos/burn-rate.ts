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
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

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

/** Without the last digits, which only binary fractions have: 14.4. */
export function tidy(number: number): number {
  return Number(number.toPrecision(12))
}

/** Three digits. */
export function shown(number: number): string {
  return String(Number(number.toPrecision(3)))
}
