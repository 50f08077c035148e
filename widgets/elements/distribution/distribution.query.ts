import type { Bin } from '../../charts/histogram.ts'
import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'
import type { PercentileAnswer, SharesAnswer } from '../vital-card/vital-card.query.ts'

export const DISTRIBUTION_QUERY = /* GraphQL */ `
  query Distribution(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $metric: VitalMetric!
    $bins: Int!
  ) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        vital(metric: $metric) {
          unit
          count
          rating
          percentiles(q: [0.5, 0.75, 0.9, 0.99]) {
            q
            value
            low
            high
            count
            thin
          }
          histogram(bins: $bins) {
            from
            to
            count
          }
          shares {
            good
            needsImprovement
            poor
          }
        }
      }
    }
  }
`

export interface DistributionVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  bins: number
}

export interface DistributionOf {
  unit: string
  count: number
  rating: RatingName | null
  percentiles: (PercentileAnswer & { q: number })[]
  histogram: Bin[]
  shares: Pick<SharesAnswer, 'good' | 'needsImprovement' | 'poor'>
}

export interface DistributionAnswer {
  site: { segment: { vital: DistributionOf } } | null
}
