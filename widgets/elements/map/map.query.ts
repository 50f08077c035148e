import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const MAP_QUERY = /* GraphQL */ `
  query Map(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $metric: VitalMetric!
    $timed: Boolean!
    $top: Int!
  ) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        views
        by(dimension: COUNTRY, top: $top, other: true) {
          key
          other
          segment {
            views
            vital(metric: $metric) @include(if: $timed) {
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

export interface MapVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  /** Whether the vital is asked too. */
  timed: boolean
  top: number
}

export interface MapPart {
  /** The ISO 3166 code of a country; null where none is known. */
  key: string | null
  other: boolean
  segment: {
    views: number
    vital?: { unit: string; rating: RatingName | null; percentile: PercentileAnswer }
  }
}

export interface MapAnswer {
  site: { segment: { views: number; by: MapPart[] } } | null
}
