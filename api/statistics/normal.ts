/** The standard normal distribution. */

/** Its 97.5th percentile: 95 % lie within it on both sides. */
export const Z_95 = 1.959964

/**
 * The share that lies below z, by the complementary error function of Numerical Recipes (Press et al., 3rd ed., 6.2.2):
 * relative error under 1.2e-7 everywhere.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  const tail = (t * Math.exp(-x * x + polynomial)) / 2
  return z > 0 ? 1 - tail : tail
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/** The p-value of a difference that is z standard errors away from none, in either direction. */
export function twoSided(z: number): number {
  return 2 * normalBelow(-Math.abs(z))
}
