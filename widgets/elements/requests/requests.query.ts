import type { Filter } from '../../data/filter.ts'
import type { Page } from '../../data/pages-controller.ts'
import type { IntervalName, RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const REQUESTS_QUERY = /* GraphQL */ `
  query Requests(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $orderBy: RequestOrder!
    $failedOnly: Boolean!
    $first: Int!
    $after: String
    $interval: Interval!
  ) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        requests(orderBy: $orderBy, failedOnly: $failedOnly, first: $first, after: $after) {
          nodes {
            name
            count
            totalTime
            failures {
              value
              low
              high
              count
              total
            }
            failuresByKind {
              status
              network
              timeout
              abort
            }
            duration {
              percentile(q: 0.75) {
                value
                low
                high
                count
                thin
              }
            }
            over(interval: $interval) {
              start
              end
              duration {
                percentile(q: 0.75) {
                  value
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`

export const REQUEST_SORTS = {
  count: { label: 'Most', orderBy: 'COUNT' },
  slow: { label: 'Slowest', orderBy: 'MEAN_DURATION' },
  failures: { label: 'Failing', orderBy: 'FAILURE_SHARE' },
  time: { label: 'Total time', orderBy: 'TOTAL_TIME' },
} as const

export type RequestSort = keyof typeof REQUEST_SORTS

export interface RequestsVariables {
  site: string
  range: RangeInput
  where: Filter | null
  orderBy: string
  failedOnly: boolean
  first: number
  after: string | null
  interval: IntervalName
}

export interface RequestRow {
  name: string
  count: number
  totalTime: number
  failures: Proportion
  failuresByKind: { status: number; network: number; timeout: number; abort: number }
  duration: { percentile: PercentileAnswer }
  over: { start: string; end: string; duration: { percentile: { value: number | null } } }[]
}

export interface RequestsAnswer {
  site: { timeZone: string; segment: { requests: Page<RequestRow> } } | null
}
