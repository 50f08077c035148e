import type { RatingName } from '../../format/names.ts'

export const STATUS_PAGE_QUERY = /* GraphQL */ `
  query StatusPage($slug: String) {
    statusPage(slug: $slug) {
      title
      description
      theme
      state
      at
      floor
      timeZone
      components {
        key
        name
        description
        state
        objective
        uptime
        metric
        vital {
          unit
          p75
          rating
        }
        days {
          start
          compliance
          p75
          state
        }
      }
      incidents {
        key
        title
        impact
        status
        components
        startedAt
        resolvedAt
        updates {
          status
          message
          at
        }
      }
    }
  }
`

export interface StatusPageVariables {
  slug: string | null
}

export type StatusStateName = 'OPERATIONAL' | 'DEGRADED' | 'MAJOR_OUTAGE' | 'UNKNOWN'
export type IncidentStatusName = 'INVESTIGATING' | 'IDENTIFIED' | 'MONITORING' | 'RESOLVED'

export interface StatusDay {
  start: string
  compliance: number | null
  p75: number | null
  state: StatusStateName
}

export interface ComponentAnswer {
  key: string
  name: string
  description: string
  state: StatusStateName
  objective: number | null
  uptime: number | null
  metric: 'LCP' | 'INP' | 'CLS' | null
  vital: { unit: string; p75: number; rating: RatingName } | null
  days: StatusDay[]
}

export interface IncidentAnswer {
  key: string
  title: string
  impact: 'NONE' | 'MINOR' | 'MAJOR'
  status: IncidentStatusName
  components: string[]
  startedAt: string
  resolvedAt: string | null
  updates: { status: IncidentStatusName; message: string; at: string }[]
}

export interface StatusViewAnswer {
  title: string
  description: string
  theme: 'AUTO' | 'LIGHT' | 'DARK'
  state: StatusStateName
  at: string
  floor: number
  timeZone: string
  components: ComponentAnswer[]
  incidents: IncidentAnswer[]
}

export interface StatusPageAnswer {
  statusPage: StatusViewAnswer | null
}
