/**
 * A share with its evidence: counts, and Wilson's score interval at 95 % (Wilson 1927), which stays within 0…1 and holds
 * for small samples. Counts of weighted samples come with an effective size (Kish), so that weights widen the interval.
 */
import { Z_95 } from './normal.ts'

export type Proportion = {
  /** 0…1; null of nothing. */
  value: number | null
  low: number | null
  high: number | null
  /** Both estimated where sessions were sampled. */
  count: number
  total: number
}

/** `effective`: how many unweighted samples say as much; the total where nothing is weighted. */
export function proportion(count: number, total: number, effective = total): Proportion {
  if (!(total > 0)) return { value: null, low: null, high: null, count: 0, total: 0 }
  const value = count / total
  return { value, ...wilson(value, effective), count: Math.round(count), total: Math.round(total) }
}

export function wilson(share: number, n: number): { low: number; high: number } {
  const z2 = Z_95 * Z_95
  const center = (share + z2 / (2 * n)) / (1 + z2 / n)
  const spread = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return {
    low: share === 0 ? 0 : Math.max(0, center - spread),
    high: share === 1 ? 1 : Math.min(1, center + spread),
  }
}
