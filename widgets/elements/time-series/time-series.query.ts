import type { Filter } from '../../data/filter.ts'
import type { IntervalName, RangeInput } from '../../data/period.ts'
import type { Bucket } from '../../charts/series.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const TIME_SERIES_QUERY = /* GraphQL */ `
  query TimeSeries(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $metric: VitalMetric!
    $interval: Interval!
    $q: Float!
  ) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        vital(metric: $metric) {
          unit
          count
        }
        over(interval: $interval) {
          start
          end
          segment {
            views
            vital(metric: $metric) {
              percentile(q: $q) {
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

export interface TimeSeriesVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  interval: IntervalName
  q: number
}

export interface TimeSeriesAnswer {
  site: {
    timeZone: string
    segment: {
      vital: { unit: string; count: number }
      over: TimedAnswer[]
    }
  } | null
}

interface TimedAnswer {
  start: string
  end: string
  segment: { views: number; vital: { percentile: PercentileAnswer } }
}

export function bucketOf({ start, end, segment }: TimedAnswer): Bucket {
  const { views, vital } = segment
  return { start: Date.parse(start), end: Date.parse(end), views, ...vital.percentile }
}
