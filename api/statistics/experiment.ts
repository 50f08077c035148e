/**
 * The verdicts of an experiment: several figures of several treatments against one control. They rest on p-values that
 * hold however often one looks, unless one says that one looks once, and are corrected for all figures together.
 */
import { alwaysValidPValue, alwaysValidReach } from './always-valid.ts'
import type { Arm } from './cluster-ratio.ts'
import {
  type Aim,
  type Difference,
  type Verdict,
  differenceOfEstimates,
  differenceOfMeans,
  differenceOfShares,
} from './difference.ts'
import { holm } from './holm.ts'

/** How the fixed interval is made: Newcombe, Welch, or the normal approximation. */
export type Measure = 'share' | 'mean' | 'quantile'

export type Test = { measure: Measure; aim: Aim; treatment: Arm; control: Arm }

export type ExperimentVerdict = Verdict | 'SAMPLE_RATIO_MISMATCH'

export type Finding = Omit<Difference, 'verdict'> & {
  /** At every look at once. */
  alwaysLow: number | null
  alwaysHigh: number | null
  alwaysPValue: number | null
  /** Of the p-value that decides. */
  adjustedPValue: number | null
  verdict: ExperimentVerdict
}

export type Rules = {
  /** Whether the verdicts hold at every look, or at one that was fixed beforehand. */
  sequential: boolean
  /** Visitors did not come to the variants as they were meant to. */
  mismatch: boolean
}

/** Of experiments without any difference, at most this share ever finds one. */
export const FALSE_VERDICTS = 0.05

export function judge(tests: readonly Test[], { sequential, mismatch }: Rules): Finding[] {
  const measured = tests.map(compareArms)
  const adjusted = holm(measured.map(({ pValue, alwaysPValue }) => (sequential ? alwaysPValue : pValue)))
  return measured.map((finding, i) => {
    const adjustedPValue = adjusted[i] ?? null
    const verdict = verdictOf(finding.difference, adjustedPValue, tests[i]?.aim ?? 'LOWER')
    return { ...finding, adjustedPValue, verdict: mismatch ? 'SAMPLE_RATIO_MISMATCH' : verdict }
  })
}

function verdictOf(difference: number | null, pValue: number | null, aim: Aim): Verdict {
  if (difference === null || pValue === null) return 'TOO_LITTLE_DATA'
  if (pValue > FALSE_VERDICTS || difference === 0) return 'NO_DIFFERENCE_SHOWN'
  return difference < 0 === (aim === 'LOWER') ? 'BETTER' : 'WORSE'
}

function compareArms({ measure, aim, treatment, control }: Test) {
  const fixed = FIXED[measure](treatment, control, aim)
  const { difference } = fixed
  if (difference === null || fixed.verdict === 'TOO_LITTLE_DATA') {
    return { ...fixed, alwaysLow: null, alwaysHigh: null, alwaysPValue: null }
  }
  const error = Math.sqrt((treatment.variance ?? 0) + (control.variance ?? 0))
  const n = treatment.clusters + control.clusters
  const reach = error * alwaysValidReach(n)
  return {
    ...fixed,
    alwaysLow: difference - reach,
    alwaysHigh: difference + reach,
    alwaysPValue: error > 0 ? alwaysValidPValue(difference / error, n) : Number(difference === 0),
  }
}

const FIXED: Record<Measure, (treatment: Arm, control: Arm, aim: Aim) => Difference> = {
  share: (treatment, control, aim) => differenceOfShares(asShare(treatment), asShare(control), aim),
  mean: differenceOfMeans,
  quantile: (treatment, control, aim) =>
    differenceOfEstimates(asEstimate(treatment), asEstimate(control), aim),
}

/** As many independent values as say the same of the share. Without any spread it is the visitors. */
function asShare({ value, variance, clusters }: Arm) {
  if (value === null || variance === null) return { value: null, n: 0 }
  return { value, n: variance > 0 ? (value * (1 - value)) / variance : clusters }
}

function asEstimate({ value, variance, clusters }: Arm) {
  return { value, error: variance === null ? null : Math.sqrt(variance), n: clusters }
}
