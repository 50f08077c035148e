import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'

export const RETENTION_QUERY = /* GraphQL */ `
  query Retention(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $interval: CalendarInterval!
    $cohorts: Int!
  ) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        retention(interval: $interval, cohorts: $cohorts) {
          cohorts {
            start
            end
            size
            partial
            periods {
              ...Came
            }
          }
          mean {
            ...Came
          }
        }
      }
    }
  }

  fragment Came on RetentionPeriod {
    index
    partial
    retained {
      value
      low
      high
      count
      total
    }
  }
`

export type CalendarName = 'DAY' | 'WEEK' | 'MONTH'

export interface RetentionVariables {
  site: string
  range: RangeInput
  where: Filter | null
  interval: CalendarName
  cohorts: number
}

export interface PeriodAnswer {
  /** 0 is the period in which they were first seen. */
  index: number
  partial: boolean
  retained: Proportion
}

export interface CohortAnswer {
  start: string
  end: string
  size: number
  partial: boolean
  periods: PeriodAnswer[]
}

export interface RetentionAnswer {
  site: {
    timeZone: string
    segment: { retention: { cohorts: CohortAnswer[]; mean: PeriodAnswer[] } }
  } | null
}
