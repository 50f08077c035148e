/**
 * Whether a figure stayed within the worst change that is acceptable: broken or passed once the always-valid interval of
 * what is left of the allowance lies wholly on one side of none.
 */
import { alwaysValidReach } from './always-valid.ts'
import type { Arm } from './cluster-ratio.ts'
import type { Measure, Test } from './experiment.ts'

export type Allowance = {
  /** How much worse it may get, 0 or more: in the figure's unit, or as a share of the control's figure. */
  worst: number
  relative: boolean
}

export type GuardrailState = 'PASSED' | 'BROKEN' | 'UNDECIDED'

/** How much worse than the control, over the allowance: broken where it is surely above 0. `tests`: how many at once. */
export function judgeGuardrail(test: Test, { worst, relative }: Allowance, tests: number): GuardrailState {
  const { measure, aim } = test
  const [treatment, control] = [careful(test.treatment, measure), careful(test.control, measure)]
  if (treatment === null || control === null) return 'UNDECIDED'
  if (Math.min(treatment.clusters, control.clusters) < LEAST_VISITORS) return 'UNDECIDED'
  const sign = aim === 'LOWER' ? 1 : -1
  // Relative to a control that is itself an estimate: T − (1 ± w) · C has the error of both.
  const factor = relative ? 1 + sign * worst : 1
  const excess = sign * (treatment.value - factor * control.value) - (relative ? 0 : worst)
  const error = Math.sqrt(treatment.variance + factor * factor * control.variance)
  const reach = error * alwaysValidReach(treatment.clusters + control.clusters, FALSE_STATES / tests)
  if (excess > reach) return 'BROKEN'
  return excess < -reach ? 'PASSED' : 'UNDECIDED'
}

/**
 * A share of none or all has no spread to go by, which is not certainty: it is given at least that of two events more on
 * either side (Agresti and Coull 1998).
 */
function careful({ value, variance, clusters }: Arm, measure: Measure) {
  if (value === null || variance === null) return null
  const share = (value * clusters + 2) / (clusters + 4)
  const least = measure === 'share' ? (share * (1 - share)) / clusters : 0
  return { value, variance: Math.max(variance, least), clusters }
}

/** Of experiments that keep within their allowances, at most this share is ever called broken. */
const FALSE_STATES = 0.05
const LEAST_VISITORS = 100
