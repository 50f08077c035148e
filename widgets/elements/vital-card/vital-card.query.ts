import type { Filter } from '../../data/filter.ts'
import type { IntervalName, RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'

export const VITAL_CARD_QUERY = /* GraphQL */ `
  query VitalCard(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $metric: VitalMetric!
    $interval: Interval!
  ) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        views
        vital(metric: $metric) {
          unit
          rating
          percentile(q: 0.75) {
            value
            low
            high
            count
            thin
          }
          shares {
            good
            needsImprovement
            poor
            goodCount
            needsImprovementCount
            poorCount
          }
        }
        over(interval: $interval) {
          start
          end
          segment {
            vital(metric: $metric) {
              percentile(q: 0.75) {
                value
                count
              }
            }
          }
        }
      }
    }
  }
`

export interface VitalCardVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  interval: IntervalName
}

/** A percentile of the API. */
export interface PercentileAnswer {
  value: number | null
  low: number | null
  high: number | null
  count: number
  thin: boolean
}

export interface SharesAnswer {
  good: number | null
  needsImprovement: number | null
  poor: number | null
  goodCount: number
  needsImprovementCount: number
  poorCount: number
}

export interface VitalCardAnswer {
  site: {
    timeZone: string
    segment: {
      views: number
      vital: { unit: string; rating: RatingName | null; percentile: PercentileAnswer; shares: SharesAnswer }
      over: {
        start: string
        end: string
        segment: { vital: { percentile: { value: number | null; count: number } } }
      }[]
    }
  } | null
}
