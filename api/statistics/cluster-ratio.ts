/**
 * A ratio of sums over clusters: a mean, or a share. What one visitor does is alike, so visitors are drawn and not their
 * values: the variance is that of the clusters' residuals (Taylor linearisation; Cochran, Sampling Techniques, 3rd ed.,
 * 9A.1; the delta method of Deng et al., KDD 2018). Weights are in the sums, so they widen it too.
 */

/** Sums over clusters i, of which each has Σ weight · value (yᵢ) and Σ weight (xᵢ). */
export type ClusterSums = {
  clusters: number
  y: number
  x: number
  yy: number
  xy: number
  xx: number
}

export const NO_CLUSTERS: ClusterSums = { clusters: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0 }

/** An estimate whose error is about normal: one arm of a comparison. */
export type Arm = { value: number | null; variance: number | null; clusters: number }

export function clusterRatio(sums: ClusterSums): Arm {
  const { clusters, y, x } = sums
  if (!(x > 0)) return { value: null, variance: null, clusters: 0 }
  const value = y / x
  const variance = clusters > 1 ? (residuals(sums, value) * clusters) / (clusters - 1) / (x * x) : null
  return { value, variance, clusters }
}

/** Σ (yᵢ − ratio · xᵢ)². */
export function residuals({ yy, xy, xx }: ClusterSums, ratio: number): number {
  const sum = yy - 2 * ratio * xy + ratio * ratio * xx
  // What rounding leaves of a sum that is 0.
  return sum > 1e-12 * yy ? sum : 0
}

/** The sums of clusters given one by one. */
export function sumClusters(clusters: Iterable<{ y: number; x: number }>): ClusterSums {
  const sums = { ...NO_CLUSTERS }
  for (const { y, x } of clusters) {
    sums.clusters++
    sums.y += y
    sums.x += x
    sums.yy += y * y
    sums.xy += x * y
    sums.xx += x * x
  }
  return sums
}
