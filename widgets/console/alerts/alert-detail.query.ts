import type { AlertRow } from '../../elements/alerts/alerts.query.ts'
import type { FrozenName } from '../../elements/alerts/alert-words.ts'
import type { DeliveryRow } from './deliveries.query.ts'

export const ALERT_QUERY = /* GraphQL */ `
  query ConsoleAlert($site: ID!, $alert: ID!) {
    node(id: $alert) {
      ... on Alert {
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
          side
          window
          text
        }
        query
        variables
        rule {
          id
          evaluatedUntil
          problem
          channels {
            name
          }
          states {
            segment
            at
            frozen
          }
        }
      }
    }
    site(id: $site) {
      timeZone
      alerts(first: 50) {
        nodes {
          id
          ruleName
          state
          segment
          startedAt
          resolvedAt
        }
      }
      silencedNotices(first: 50) {
        alert {
          id
        }
        change
        at
        heldBy
        toldAt
      }
      deliveries(first: 100) {
        nodes {
          id
          channel {
            id
            name
          }
          key
          kind
          title
          status
          attempts
          answer
          createdAt
          lastAttemptAt
          nextAttemptAt
        }
      }
    }
  }
`

export interface OpenAlert extends AlertRow {
  reading: AlertRow['reading'] & { side: 'ABOVE' | 'BELOW'; window: string }
  query: string
  variables: string
  rule: {
    id: string
    evaluatedUntil: string | null
    problem: string | null
    channels: { name: string }[]
    states: { segment: string; at: string; frozen: FrozenName | null }[]
  } | null
}

export interface HeldNotice {
  alert: { id: string }
  change: AlertRow['state']
  at: string
  heldBy: string
  toldAt: string | null
}

export interface AlertAnswer {
  /** Empty for what is no alert. */
  node: OpenAlert | Record<string, never> | null
  site: {
    timeZone: string
    alerts: {
      nodes: Pick<AlertRow, 'id' | 'ruleName' | 'state' | 'segment' | 'startedAt' | 'resolvedAt'>[]
    }
    silencedNotices: HeldNotice[]
    deliveries: { nodes: DeliveryRow[] }
  } | null
}
