import type { UserError } from '../forms/mutation-controller.ts'

export const DELIVERIES_QUERY = /* GraphQL */ `
  query ConsoleDeliveries($site: ID!, $first: Int!, $status: DeliveryStatus) {
    site(id: $site) {
      timeZone
      deliveries(first: $first, status: $status) {
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
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`

export interface DeliveryRow {
  id: string
  channel: { id: string; name: string } | null
  key: string
  kind: string
  title: string
  status: 'WAITING' | 'DELIVERED' | 'DEAD'
  attempts: number
  answer: string | null
  createdAt: string
  lastAttemptAt: string | null
  nextAttemptAt: string | null
}

export interface DeliveriesVariables {
  site: string
  first: number
  status: DeliveryRow['status'] | null
}

export interface DeliveriesAnswer {
  site: {
    timeZone: string
    deliveries: { nodes: DeliveryRow[]; pageInfo: { hasNextPage: boolean } }
  } | null
}

export const RETRY_DELIVERY = /* GraphQL */ `
  mutation ConsoleRetryDelivery($site: ID!, $id: ID!) {
    retryDelivery(site: $site, id: $id) {
      delivery {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface RetryPayload {
  delivery: { id: string } | null
  userErrors: UserError[]
}
