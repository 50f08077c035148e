import type { Page } from '../../data/pages-controller.ts'
import type { Filter } from '../../data/filter.ts'
import type { IntervalName, RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'
import type { ErrorStateName } from './error-state.ts'

export const ERRORS_QUERY = /* GraphQL */ `
  query Errors(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $state: ErrorState
    $orderBy: ErrorOrder!
    $first: Int!
    $after: String
    $interval: Interval!
  ) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        range {
          from
        }
        errors(state: $state, orderBy: $orderBy, first: $first, after: $after) {
          nodes {
            id
            type
            message
            source
            state
            firstSeen
            lastSeen
            lastRelease
            events
            sessions
            shareOfSessions {
              value
              low
              high
              count
              total
            }
            over(interval: $interval) {
              start
              end
              events
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

export const ERROR_SORTS = {
  worst: { label: 'Worst', orderBy: 'SESSIONS' },
  most: { label: 'Most', orderBy: 'EVENTS' },
  new: { label: 'New', orderBy: 'NEW' },
} as const

export type ErrorSort = keyof typeof ERROR_SORTS

export interface ErrorsVariables {
  site: string
  range: RangeInput
  where: Filter | null
  state: ErrorStateName | null
  orderBy: string
  first: number
  after: string | null
  interval: IntervalName
}

export interface ErrorRow {
  id: string
  type: string | null
  message: string
  source: string
  state: ErrorStateName
  firstSeen: string
  lastSeen: string
  lastRelease: string | null
  events: number
  sessions: number
  shareOfSessions: Proportion
  over: { start: string; end: string; events: number }[]
}

export interface ErrorsAnswer {
  site: {
    timeZone: string
    segment: { range: { from: string }; errors: Page<ErrorRow> }
  } | null
}
