/** How the made-up values are spread: a long tail to the right, as durations have. */
const NORMAL: Record<string, number> = { 0.5: 0, 0.75: 0.674, 0.9: 1.282, 0.95: 1.645, 0.99: 2.326 }
const SIGMA = 0.5

/** The value at q of values whose 75th percentile is `p75`. */
export function quantile(p75: number, q: number): number {
  return p75 * Math.exp(SIGMA * ((NORMAL[q] ?? 0.674) - 0.674))
}

/** `histogram` of the same values; the last bin holds everything above as well. */
export function histogramOf(p75: number, count: number, bins: number) {
  const width = (p75 * 2.5) / bins
  const middle = Math.log(p75) - 0.674 * SIGMA
  const density = (value: number) =>
    Math.exp(-((Math.log(value) - middle) ** 2) / (2 * SIGMA ** 2)) / Math.max(value, 1e-9)
  const weights = Array.from({ length: bins }, (_, index) => density((index + 0.5) * width))
  weights[bins - 1] = (weights[bins - 1] ?? 0) * 4
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight, index) => ({
    from: index * width,
    to: (index + 1) * width,
    count: Math.round((weight / all) * count),
  }))
}
