import type { ALERT_STATES, FrozenName } from './alert-words.ts'

export const ALERTS_QUERY = /* GraphQL */ `
  query Alerts($site: ID!, $first: Int!) {
    site(id: $site) {
      timeZone
      alerts(first: $first) {
        nodes {
          id
          ruleName
          severity
          state
          dimension
          segment
          startedAt
          escalatedAt
          resolvedAt
          endedBy
          reading {
            name
            unit
            value
            low
            high
            count
            bound
            text
          }
        }
      }
      alertRules {
        name
        enabled
        split
        problem
        states {
          segment
          phase
          frozen
        }
      }
    }
  }
`

export interface AlertsVariables {
  site: string
  first: number
}

export interface AlertRow {
  id: string
  ruleName: string
  severity: 'PAGE' | 'TICKET'
  state: keyof typeof ALERT_STATES
  dimension: string | null
  segment: string
  startedAt: string
  escalatedAt: string | null
  resolvedAt: string | null
  endedBy: string | null
  reading: {
    name: string
    unit: string
    value: number | null
    low: number | null
    high: number | null
    count: number | null
    bound: number
    text: string
  }
}

export interface RuleRow {
  name: string
  enabled: boolean
  split: string | null
  problem: string | null
  states: { segment: string; phase: string; frozen: FrozenName | null }[]
}

export interface AlertsAnswer {
  site: { timeZone: string; alerts: { nodes: AlertRow[] }; alertRules: RuleRow[] } | null
}
