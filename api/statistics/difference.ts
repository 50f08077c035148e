/**
 * A figure beside the same figure of another group: the difference with a 95 % interval, and what may be said of it.
 * Differences are group − baseline.
 */
import type { Arm } from './cluster-ratio.ts'
import { Z_95, twoSided } from './normal.ts'
import { wilson } from './proportion.ts'
import { studentReach, studentTwoSided } from './student.ts'

export type Verdict = 'BETTER' | 'WORSE' | 'NO_DIFFERENCE_SHOWN' | 'TOO_LITTLE_DATA'

export type Difference = {
  value: number | null
  baseline: number | null
  difference: number | null
  /** Of the baseline; null where that is 0. */
  relative: number | null
  low: number | null
  high: number | null
  pValue: number | null
  verdict: Verdict
}

/** Which way is good. */
export type Aim = 'LOWER' | 'HIGHER'

/** Under so many samples in a group nothing is said. */
const LEAST_SAMPLES = 100
/** Under so many of what is counted, or of the rest, the intervals of a share do not hold. */
const LEAST_EVENTS = 5

/** A value with its standard error; `n` is how many samples it rests on. */
export type Estimate = { value: number | null; error: number | null; n: number }

/** Two estimates that are about normal, such as quantiles of many values. */
export function differenceOfEstimates(group: Estimate, baseline: Estimate, aim: Aim): Difference {
  const shown = plainDifference(group.value, baseline.value)
  const { difference } = shown
  const isEnough = group.n >= LEAST_SAMPLES && baseline.n >= LEAST_SAMPLES
  if (difference === null || group.error === null || baseline.error === null || !isEnough) {
    return { ...shown, low: null, high: null, pValue: null, verdict: 'TOO_LITTLE_DATA' }
  }
  const error = Math.hypot(group.error, baseline.error)
  const low = difference - Z_95 * error
  const high = difference + Z_95 * error
  // Without any spread in either group a difference is certain, and so is its absence.
  const pValue = error > 0 ? twoSided(difference / error) : Number(difference === 0)
  return { ...shown, low, high, pValue, verdict: verdictOf(low, high, aim) }
}

/** Two means of many values, by Welch: the error of each group is its own, and the tails are Student's. */
export function differenceOfMeans(group: Arm, baseline: Arm, aim: Aim): Difference {
  const shown = plainDifference(group.value, baseline.value)
  const { difference } = shown
  const isEnough = group.clusters >= LEAST_SAMPLES && baseline.clusters >= LEAST_SAMPLES
  if (difference === null || group.variance === null || baseline.variance === null || !isEnough) {
    return { ...shown, low: null, high: null, pValue: null, verdict: 'TOO_LITTLE_DATA' }
  }
  const variance = group.variance + baseline.variance
  const degrees =
    variance ** 2 /
    (group.variance ** 2 / (group.clusters - 1) + baseline.variance ** 2 / (baseline.clusters - 1))
  const error = Math.sqrt(variance)
  const reach = error > 0 ? studentReach(degrees) * error : 0
  const [low, high] = [difference - reach, difference + reach]
  const pValue = error > 0 ? studentTwoSided(difference / error, degrees) : Number(difference === 0)
  return { ...shown, low, high, pValue, verdict: verdictOf(low, high, aim) }
}

/** A share with the number of samples that it is a share of: the effective number where they are weighted. */
export type Share = { value: number | null; n: number }

/** Two shares, with the p-value of the pooled test. */
export function differenceOfShares(group: Share, baseline: Share, aim: Aim): Difference {
  const shown = plainDifference(group.value, baseline.value)
  if (shown.difference === null || !isEnoughOfShare(group) || !isEnoughOfShare(baseline)) {
    return { ...shown, low: null, high: null, pValue: null, verdict: 'TOO_LITTLE_DATA' }
  }
  const [a, b] = [group.value ?? 0, baseline.value ?? 0]
  const { low, high } = newcombe({ value: a, n: group.n }, { value: b, n: baseline.n })
  const pooled = (a * group.n + b * baseline.n) / (group.n + baseline.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / group.n + 1 / baseline.n))
  const pValue = error > 0 ? twoSided((a - b) / error) : 1
  return { ...shown, low, high, pValue, verdict: verdictOf(low, high, aim) }
}

/** The 95 % interval of a − b by Newcombe's hybrid score (Newcombe 1998, two samples, method 10). */
export function newcombe(
  a: { value: number; n: number },
  b: { value: number; n: number },
): { low: number; high: number } {
  const [inA, inB] = [wilson(a.value, a.n), wilson(b.value, b.n)]
  const difference = a.value - b.value
  return {
    low: difference - Math.hypot(a.value - inA.low, inB.high - b.value),
    high: difference + Math.hypot(inA.high - a.value, b.value - inB.low),
  }
}

function isEnoughOfShare({ value, n }: Share): boolean {
  const events = (value ?? 0) * n
  return n >= LEAST_SAMPLES && events >= LEAST_EVENTS && n - events >= LEAST_EVENTS
}

function verdictOf(low: number, high: number, aim: Aim): Verdict {
  if (low <= 0 && high >= 0) return 'NO_DIFFERENCE_SHOWN'
  return high < 0 === (aim === 'LOWER') ? 'BETTER' : 'WORSE'
}

/** Two counts of things that happen independently of each other (Poisson); `isClustered` things have no interval. */
export function differenceOfCounts(value: number, baseline: number, isClustered: boolean) {
  const difference = value - baseline
  const error = isClustered ? null : Math.sqrt(value + baseline)
  return {
    value,
    baseline,
    difference,
    relative: baseline === 0 ? null : difference / baseline,
    low: error === null ? null : difference - Z_95 * error,
    high: error === null ? null : difference + Z_95 * error,
  }
}

function plainDifference(value: number | null, baseline: number | null) {
  const difference = value === null || baseline === null ? null : value - baseline
  const relative = difference === null || baseline === null || baseline === 0 ? null : difference / baseline
  return { value, baseline, difference, relative }
}
