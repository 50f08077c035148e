/**
 * An interval that holds at every look at once: the asymptotic confidence sequence of a normal mixture (Robbins 1970;
 * Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, Time-uniform central limit theory and asymptotic confidence sequences,
 * Annals of Statistics 2024, theorem 2.2), and the p-value of the mixture SPRT that belongs to it (Johari, Koomen,
 * Pekelis, Walsh, Always valid inference, Operations Research 2022). With probability 1 − α the truth lies in all of the
 * intervals that will ever be shown, so one may look every day and stop when one likes.
 */

/**
 * It is narrowest for its size where both arms together have so many visitors: 1.55 times the fixed interval. A tenth of
 * them make it 2.0 times, a hundred times as many 1.8 times, so a rough guess serves every site.
 */
const TUNED_FOR = 2000
const TUNED_ALPHA = 0.05

/** How much one visitor adds to the scale of the mixture (ρ², theirs eq. 11). */
const PER_VISITOR = (-2 * Math.log(TUNED_ALPHA) + Math.log(-2 * Math.log(TUNED_ALPHA) + 1)) / TUNED_FOR

/** How many standard errors the interval reaches to each side once there are n visitors. */
export function alwaysValidReach(n: number, alpha = 0.05): number {
  const scale = n * PER_VISITOR
  return Math.sqrt(((2 * (scale + 1)) / scale) * Math.log(Math.sqrt(scale + 1) / alpha))
}

/** Of a difference that is z standard errors away from none. It is at most α where the interval leaves out 0. */
export function alwaysValidPValue(z: number, n: number): number {
  const scale = n * PER_VISITOR
  const logRatio = (z * z * scale) / (2 * (scale + 1)) - Math.log(scale + 1) / 2
  return Math.min(1, Math.exp(-logRatio))
}
