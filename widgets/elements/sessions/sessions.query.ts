import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'

export const SESSIONS_QUERY = /* GraphQL */ `
  query Sessions($site: ID!, $range: RangeInput!, $where: FilterInput, $first: Int!) {
    site(id: $site) {
      timeZone
      segment(range: $range, where: $where) {
        sessionCount
        sessions(first: $first) {
          nodes {
            id
            startedAt
            duration
            views
            errors
            frustrations
            country
            device
            browser
            entryPage
          }
        }
      }
    }
  }
`

export interface SessionsVariables {
  site: string
  range: RangeInput
  where: Filter | null
  first: number
}

export interface SessionRow {
  id: string
  startedAt: string
  duration: string
  views: number
  errors: number
  frustrations: number
  country: string | null
  device: string | null
  browser: string | null
  entryPage: string | null
}

export interface SessionsAnswer {
  site: { timeZone: string; segment: { sessionCount: number; sessions: { nodes: SessionRow[] } } } | null
}
