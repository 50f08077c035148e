/** A quantile as one arm of a comparison. */
import type { WeightedDistribution } from '../segment/weighted.ts'
import { type Arm, type ClusterSums, clusterRatio } from '../statistics/cluster-ratio.ts'
import { quantileEstimate } from './quantile-estimate.ts'

/** `upTo`: by visitor the weight of the values up to the quantile (y) and of all values (x). */
export function quantileArm(distribution: WeightedDistribution, q: number, upTo: ClusterSums): Arm {
  const share = clusterRatio(upTo)
  const { value, error } = quantileEstimate(distribution, q, share.variance)
  const variance = error === null || share.variance === null ? null : error * error
  return { value, variance, clusters: share.clusters }
}
