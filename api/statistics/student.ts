/** Student's distribution of 30 and more degrees of freedom. */
import { Z_95, twoSided } from './normal.ts'

/** Its 97.5th percentile, by the expansion of Abramowitz and Stegun 26.7.5: to 3 decimals from 30 degrees on. */
export function studentReach(degrees: number): number {
  const z = Z_95
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  return z + first / degrees + second / degrees ** 2
}

/** The p-value of t in either direction, by the normal that is nearest (Abramowitz and Stegun 26.7.8). */
export function studentTwoSided(t: number, degrees: number): number {
  return twoSided((t * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + (t * t) / (2 * degrees)))
}
