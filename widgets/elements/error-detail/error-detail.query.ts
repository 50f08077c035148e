import type { IntervalName, RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'
import type { ErrorStateName } from '../errors/error-state.ts'

export const ERROR_DETAIL_QUERY = /* GraphQL */ `
  query ErrorDetail($site: ID!, $error: ID!, $range: RangeInput!, $interval: Interval!) {
    site(id: $site) {
      timeZone
      errorGroup(id: $error, range: $range) {
        id
        type
        message
        source
        state
        handled
        firstSeen
        firstRelease
        lastSeen
        lastRelease
        events
        sessions
        visitors
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
          sessions
        }
        releases(top: 5) {
          key
          count
          sessions
        }
        pages(top: 5) {
          key
          count
          sessions
        }
        browsers(top: 5) {
          key
          count
          sessions
        }
        reason {
          frames {
            function
            module
          }
        }
        latest {
          at
          stack
          breadcrumbs {
            at
            kind
            text
          }
        }
        sampleSessions(first: 3) {
          id
          startedAt
          country
          device
          browser
        }
      }
    }
  }
`

export interface ErrorDetailVariables {
  site: string
  error: string
  range: RangeInput
  interval: IntervalName
}

export interface SplitPart {
  key: string | null
  count: number
  sessions: number
}

export interface ErrorDetailAnswer {
  site: { timeZone: string; errorGroup: ErrorGroupAnswer | null } | null
}

export interface ErrorGroupAnswer {
  id: string
  type: string | null
  message: string
  source: string
  state: ErrorStateName
  handled: boolean | null
  firstSeen: string
  firstRelease: string | null
  lastSeen: string
  lastRelease: string | null
  events: number
  sessions: number
  visitors: number
  shareOfSessions: Proportion
  over: { start: string; end: string; events: number; sessions: number }[]
  releases: SplitPart[]
  pages: SplitPart[]
  browsers: SplitPart[]
  reason: { frames: { function: string; module: string }[] }
  latest: {
    at: string
    stack: string | null
    breadcrumbs: { at: string; kind: string; text: string | null }[]
  }
  sampleSessions: {
    id: string
    startedAt: string
    country: string | null
    device: string | null
    browser: string | null
  }[]
}
