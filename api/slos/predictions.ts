/** What to expect of a rule, told before it is relied upon. */
import { type BurnRateRule, detectionMs, resetMs } from './burn-rate.ts'
import type { SloDefinition } from './definition.ts'

export type RuleOfGoal = { rule: BurnRateRule; objective: number }

export type Prediction = { errorRatio: number; detection: number | null; reset: number | null }

/** A total outage, and one for every tenth. */
const OUTAGES = [1, 0.1]

export function rulesOfGoal({ rules, objective }: Pick<SloDefinition, 'rules' | 'objective'>): RuleOfGoal[] {
  return rules.map((rule) => ({ rule, objective }))
}

export function predictionsOf({ rule, objective }: RuleOfGoal): Prediction[] {
  return OUTAGES.map((errorRatio) => {
    const foreseen = { rule, objective, errorRatio }
    return { errorRatio, detection: detectionMs(foreseen), reset: resetMs(foreseen) }
  })
}
