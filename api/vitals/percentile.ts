/** Percentiles with their evidence, read off a merged sketch. */
import { userError } from '../problem.ts'
import { Z_95 } from '../statistics/normal.ts'
import { RELATIVE_ACCURACY, binValue } from '../segment/sketch.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'

export type Percentile = {
  q: number
  value: number | null
  low: number | null
  high: number | null
  count: number
  thin: boolean
  relativeError: number
}

/** Under so many values an interval says nothing. */
const THIN_UNDER = 30

/** The percentiles of one distribution; its bins are sorted once for all. */
export function percentiles(distribution: WeightedDistribution, quantiles: readonly number[]): Percentile[] {
  const sorted = [...distribution.bins].sort(([a], [b]) => a - b)
  return quantiles.map((q) => percentileOf(distribution, sorted, q))
}

type SortedBins = readonly (readonly [bin: number, count: number])[]

function percentileOf(distribution: WeightedDistribution, sorted: SortedBins, q: number): Percentile {
  const { n, total, squares } = distribution
  if (n === 0 || sorted.length === 0) {
    return { q, value: null, low: null, high: null, count: 0, thin: true, relativeError: RELATIVE_ACCURACY }
  }
  // Weights that differ make a sample speak less clearly: Kish's effective size. Equal weights leave it at n.
  const effective = (total * total) / squares
  const weight = total / effective
  const at = (rank: number) => clamp(distribution, valueAtRank(sorted, (rank - 1) * weight))
  const { low, high } = n < THIN_UNDER ? { low: null, high: null } : intervalRanks(effective, q)
  return {
    q,
    value: at(Math.floor(1 + q * (effective - 1) + ROUNDING)),
    low: low === null ? null : at(low),
    high: high === null ? null : at(high),
    count: n,
    thin: low === null || high === null,
    relativeError: RELATIVE_ACCURACY,
  }
}

/** Effective sizes are quotients: a whole number may come out a hair short. */
const ROUNDING = 1e-9

/** Ranks (from 1) of the distribution-free interval; null where they fall outside the sample. */
export function intervalRanks(n: number, q: number): { low: number | null; high: number | null } {
  const spread = Z_95 * Math.sqrt(n * q * (1 - q))
  const low = Math.floor(n * q - spread)
  const high = Math.ceil(n * q + spread)
  return { low: low >= 1 ? low : null, high: high <= n ? high : null }
}

/** The value behind which more than `before` of the weight lies: the lower nearest rank. */
function valueAtRank(sorted: SortedBins, before: number): number {
  let seen = 0
  for (const [bin, count] of sorted) {
    seen += count
    if (seen > before + ROUNDING * (1 + before)) return binValue(bin)
  }
  return binValue(sorted.at(-1)?.[0] ?? 0)
}

function clamp({ min, max }: WeightedDistribution, value: number): number {
  return Math.min(Math.max(value, min ?? value), max ?? value)
}

/** A quantile as asked for; one outside 0…1 is refused, since 75 is often meant as 0.75. */
export function quantile(q: number): number {
  if (!(q >= 0 && q <= 1)) throw userError(`\`q\` is ${q}: expected a quantile from 0 to 1, such as 0.75`)
  return q
}
