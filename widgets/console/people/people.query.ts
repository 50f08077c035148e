import type { UserError } from '../forms/mutation-controller.ts'

export const STORED_OF_QUERY = /* GraphQL */ `
  query ConsoleStoredOf($site: ID!, $subject: SubjectInput!) {
    site(id: $site) {
      timeZone
      storedOf(subject: $subject) {
        sessions
        firstAt
        lastAt
      }
    }
  }
`

export interface SubjectInput {
  visitor?: string
  session?: string
  user?: { attribute: string; value: string }
}

export interface StoredOfAnswer {
  site: {
    timeZone: string
    storedOf: { sessions: number; firstAt: string | null; lastAt: string | null }
  } | null
}

export const ERASURES_QUERY = /* GraphQL */ `
  query ConsoleErasures($site: ID!) {
    site(id: $site) {
      timeZone
      erasures(first: 50) {
        nodes {
          id
          subject
          requestedAt
          requestedBy
          doneAt
          sessions
          events
          errors
          deadLetters
          consents
        }
      }
    }
  }
`

export interface ErasureRow {
  id: string
  subject: 'VISITOR' | 'SESSION' | 'USER'
  requestedAt: string
  requestedBy: string
  doneAt: string | null
  sessions: number
  events: number
  errors: number
  deadLetters: number
  consents: number
}

export interface ErasuresAnswer {
  site: { timeZone: string; erasures: { nodes: ErasureRow[] } } | null
}

export const ERASE = /* GraphQL */ `
  mutation ConsoleErase($input: EraseInput!) {
    erase(input: $input) {
      erasure {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface ErasePayload {
  erasure: { id: string } | null
  userErrors: UserError[]
}
