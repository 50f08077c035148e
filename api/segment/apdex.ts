/** Apdex (Apdex Alliance, Technical Specification 1.1): read off a sketch, so within 1 % of the thresholds. */
import { binValue } from './sketch.ts'
import type { WeightedDistribution } from './weighted.ts'

export function apdexOf({ bins, total }: WeightedDistribution, threshold: number) {
  let satisfied = 0
  let tolerating = 0
  for (const [bin, count] of bins) {
    const value = binValue(bin)
    if (value <= threshold) satisfied += count
    else if (value <= 4 * threshold) tolerating += count
  }
  return {
    score: total > 0 ? (satisfied + tolerating / 2) / total : null,
    threshold,
    satisfied: Math.round(satisfied),
    tolerating: Math.round(tolerating),
    frustrated: Math.round(total) - Math.round(satisfied) - Math.round(tolerating),
    total: Math.round(total),
  }
}
