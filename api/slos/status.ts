/** How an SLO stands at a moment: its budget, how fast it burns, when it will be gone. One statement for all windows. */
import type { Context } from '../context.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import { type EventCount, type Judgement, allowanceOf, burnRate, judge } from './burn-rate.ts'
import { burnWindows } from './evaluate-slo.ts'
import type { RuleOfGoal } from './predictions.ts'
import type { Slo } from './saved-slos.ts'
import { windowAt } from './windows.ts'

export type SloState = 'OK' | 'BURNING' | 'EXHAUSTED' | 'NO_DATA'

export type Budget = { total: number; consumed: number }

export type SloStatus = {
  state: SloState
  at: number
  window: Range
  objective: number
  compliance: Proportion
  budget: Budget | null
  burnRates: { window: number; rate: number | null; bad: number; total: number }[]
  rules: (Judgement & { rule: RuleOfGoal })[]
  exhaustedAt: number | null
  watermark: number | null
}

/** The windows whose burn rates are told. The second one tells how it goes on. */
const SHOWN_MS = [300_000, HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS]

/** Evaluated for the minute that began last, as alerts are: the same question has the same answer for a minute. */
export async function statusOf(
  slo: Slo,
  at: number,
  { db, record, watermark: stored }: Pick<Context, 'db' | 'record' | 'watermark'>,
): Promise<SloStatus> {
  const { rules, objective, window } = slo.definition
  const whole = windowAt(window, at)
  const windowsMs = [
    at - whole.from,
    ...SHOWN_MS,
    ...rules.flatMap(({ longMs, shortMs }) => [longMs, shortMs]),
  ]
  // A request whose queue was not asked says nothing about it.
  const acceptedUntil = stored === null ? {} : { acceptedUntil: stored.getTime() }
  const { counts, watermark } = await burnWindows(db, { slo, at, windowsMs, ...acceptedUntil }, record)
  const [all = NOTHING, ...others] = counts
  const shown = SHOWN_MS.map((windowMs, i) => told(windowMs, others[i] ?? NOTHING, objective))
  const judged = rules.map((rule, i) => {
    const place = SHOWN_MS.length + 2 * i
    const [long, short] = [others[place] ?? NOTHING, others[place + 1] ?? NOTHING]
    return { rule: { rule, objective }, ...judge({ rule, objective, long, short, at, watermark }) }
  })
  const budget = budgetOf(all, objective)
  return {
    state: stateOf(budget, judged),
    at,
    window: whole,
    objective,
    compliance: proportion(all.total - all.bad, all.total, all.effective),
    budget,
    burnRates: shown,
    rules: judged,
    exhaustedAt: exhaustion({ slo, at, whole, budget, rate: shown[1]?.rate ?? null }),
    watermark,
  }
}

const NOTHING: Required<EventCount> = { bad: 0, total: 0, effective: 0 }

function told(windowMs: number, count: EventCount, objective: number) {
  return { window: windowMs, rate: burnRate(count, objective), bad: count.bad, total: count.total }
}

export function budgetOf({ bad, total }: EventCount, objective: number): Budget | null {
  return total > 0 ? { total: allowanceOf(objective) * total, consumed: bad } : null
}

export function remainingShare({ total, consumed }: Budget): number {
  return 1 - consumed / total
}

function stateOf(budget: Budget | null, judged: readonly Judgement[]): SloState {
  if (budget === null) return 'NO_DATA'
  if (budget.consumed >= budget.total) return 'EXHAUSTED'
  return judged.some(({ state }) => state === 'BURNING') ? 'BURNING' : 'OK'
}

/**
 * A rolling window has lost what remains after remaining × window / rate; what leaves it meanwhile is not foreseen. In a
 * calendar window the budget grows with the traffic: at an even one, bad events catch up with it after
 * elapsed × remaining / (rate − 1).
 */
export function exhaustion({
  slo: { definition },
  at,
  whole,
  budget,
  rate,
}: {
  slo: Pick<Slo, 'definition'>
  at: number
  whole: Range
  budget: Budget | null
  rate: number | null
}): number | null {
  if (budget === null || rate === null || rate <= 1) return null
  const remaining = remainingShare(budget)
  if (remaining <= 0) return null
  if (definition.window.kind === 'ROLLING') return at + (remaining * (whole.to - whole.from)) / rate
  const end = at + ((at - whole.from) * remaining) / (rate - 1)
  return end < whole.to ? end : null
}
