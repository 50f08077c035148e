import { VITALS, type VitalName, rateVital } from '../../sdk/wire/vitals.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import type { Segment } from '../segment/segment.ts'
import { percentiles } from './percentile.ts'

/** A metric and its values: what most fields of VitalStats are read off. */
type Measured = { metric: VitalName; distribution: WeightedDistribution }

/** What stands behind VitalStats. */
export type VitalStats = Measured & { segment: Segment }

/** The same of a number that is no vital. */
export type MeasuredNumber = { unit: string; distribution: WeightedDistribution }

export const RATINGS = { good: 'GOOD', needsImprovement: 'NEEDS_IMPROVEMENT', poor: 'POOR' } as const

/** The rating of the 75th percentile, as Google assesses a page. */
export function ratingOf({ metric, distribution }: Measured) {
  const [p75] = percentiles(distribution, [0.75])
  const rating = p75?.value === null || p75 === undefined ? null : rateVital(metric, p75.value)
  return rating === null ? null : RATINGS[rating]
}

export function sharesOf({ metric, distribution }: Measured) {
  const { n, total, good, poor, goodTotal, poorTotal } = distribution
  const rated = VITALS[metric].good !== null
  const share = (part: number) => (rated && total > 0 ? part / total : null)
  return {
    good: share(goodTotal),
    needsImprovement: share(total - goodTotal - poorTotal),
    poor: share(poorTotal),
    goodCount: rated ? good : 0,
    needsImprovementCount: rated ? n - good - poor : 0,
    poorCount: rated ? poor : 0,
  }
}
