import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const BREAKDOWN_QUERY = /* GraphQL */ `
  query Breakdown(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $metric: VitalMetric!
    $dimension: Dimension!
    $top: Int!
    $orderBy: SegmentOrder
  ) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        views
        by(dimension: $dimension, top: $top, orderBy: $orderBy, other: true) {
          key
          other
          segment {
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
            }
          }
        }
      }
    }
  }
`

export type SortName = 'views' | 'p75'
export type DirectionName = 'ASC' | 'DESC'

export interface BreakdownVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  dimension: string
  top: number
  orderBy: { vital?: string; q?: number; direction: DirectionName }
}

export interface BreakdownPart {
  key: string | null
  other: boolean
  segment: {
    views: number
    vital: { unit: string; rating: RatingName | null; percentile: PercentileAnswer }
  }
}

export interface BreakdownAnswer {
  site: { segment: { views: number; by: BreakdownPart[] } } | null
}
