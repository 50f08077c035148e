/**
 * A quantile with its standard error, for comparisons: se = √(q(1 − q)/n) / f(x_q), the density f read off the sketch
 * around the quantile over the width of its own interval. Values are interpolated inside their bin, since a step from bin
 * to bin is 2 % and would look like a difference.
 *
 * `shareVariance` is the variance of the share of values up to the quantile, for values that are not independent of each
 * other (Woodruff 1952: the error of the share, carried over to the value).
 */
import { binBounds } from '../segment/sketch.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import type { Estimate } from '../statistics/difference.ts'
import { Z_95 } from '../statistics/normal.ts'

export function quantileEstimate(
  distribution: WeightedDistribution,
  q: number,
  shareVariance: number | null = null,
): Estimate {
  const { n, total, squares } = distribution
  if (n === 0 || !(total > 0)) return { value: null, error: null, n: 0 }
  const effective = (total * total) / squares
  const spread = Math.sqrt(shareVariance ?? (q * (1 - q)) / effective)
  const sorted = [...distribution.bins].sort(([a], [b]) => a - b)
  const at = (share: number) => interpolated(distribution, sorted, Math.min(1, Math.max(0, share)))
  const [below, above] = [Math.max(0, q - Z_95 * spread), Math.min(1, q + Z_95 * spread)]
  const error = above > below ? (spread * (at(above) - at(below))) / (above - below) : null
  return { value: at(q), error, n }
}

function interpolated(
  { total, min, max }: WeightedDistribution,
  sorted: readonly (readonly [bin: number, count: number])[],
  share: number,
): number {
  const wanted = share * total
  let before = 0
  for (const [bin, count] of sorted) {
    if (before + count >= wanted) {
      const { lower, upper } = binBounds(bin)
      const value = lower + ((upper - lower) * (wanted - before)) / count
      return Math.min(Math.max(value, min ?? value), max ?? value)
    }
    before += count
  }
  return max ?? 0
}
