/** A distribution as it is answered: what was measured, and what it stands for once sampling is undone. */
import type { DistributionRow } from './segment.queries.ts'
import { binOf, binValue } from './sketch.ts'

export type WeightedDistribution = {
  /** Values measured. */
  n: number
  /** Values that these stand for: Σ weight. */
  total: number
  /** Σ weight², for the effective size of a sample with unequal weights. */
  squares: number
  sum: number
  min: number | null
  max: number | null
  good: number
  poor: number
  /** The same by rating with weights. */
  goodTotal: number
  poorTotal: number
  /** What each bin stands for. */
  bins: Map<number, number>
}

export function emptyWeighted(): WeightedDistribution {
  return {
    n: 0,
    total: 0,
    squares: 0,
    sum: 0,
    min: null,
    max: null,
    good: 0,
    poor: 0,
    goodTotal: 0,
    poorTotal: 0,
    bins: new Map(),
  }
}

export function addRow(target: WeightedDistribution, row: DistributionRow): void {
  const weight = Math.fround(row.weight)
  target.n += row.n
  target.total += row.n * weight
  target.squares += row.n * weight * weight
  target.sum += row.sum * weight
  target.good += row.good
  target.poor += row.poor
  target.goodTotal += row.good * weight
  target.poorTotal += row.poor * weight
  if (row.min !== null && (target.min === null || row.min < target.min)) target.min = row.min
  if (row.max !== null && (target.max === null || row.max > target.max)) target.max = row.max
  for (let i = 0; i < row.bins.length; i++) {
    const bin = row.bins[i] ?? 0
    target.bins.set(bin, (target.bins.get(bin) ?? 0) + (row.counts[i] ?? 0) * weight)
  }
}

/** Adds one measured value. */
export function addValue(target: WeightedDistribution, value: number, weight: number): void {
  const bin = binOf(value)
  target.n++
  target.total += weight
  target.squares += weight * weight
  target.sum += value * weight
  if (target.min === null || value < target.min) target.min = value
  if (target.max === null || value > target.max) target.max = value
  target.bins.set(bin, (target.bins.get(bin) ?? 0) + weight)
}

/**
 * Puts right what taking values back leaves behind: bins that are empty now, and a least and greatest value whose bin is
 * empty. Those are then told by the outermost bin that is not, within 1 % like every value of a sketch.
 */
export function settled(distribution: WeightedDistribution): WeightedDistribution {
  for (const [bin, count] of distribution.bins) if (count < EMPTY) distribution.bins.delete(bin)
  if (distribution.bins.size === 0) return { ...distribution, min: null, max: null }
  let lowest = Infinity
  let highest = -Infinity
  for (const bin of distribution.bins.keys()) {
    if (bin < lowest) lowest = bin
    if (bin > highest) highest = bin
  }
  const { min, max } = distribution
  const least = min === null || binOf(min) >= lowest ? min : binValue(lowest)
  const greatest = max === null || binOf(max) <= highest ? max : binValue(highest)
  if (least === null || greatest === null || least <= greatest)
    return { ...distribution, min: least, max: greatest }
  // Both lie in one bin and one of them is told by it: the other was measured.
  return least === min ? { ...distribution, max: least } : { ...distribution, min: greatest }
}

/** Less than the smallest weight, more than what rounding leaves of a sum that is 0. */
const EMPTY = 1e-6
