import type { UserError } from '../forms/mutation-controller.ts'

export const DEAD_LETTERS_QUERY = /* GraphQL */ `
  query ConsoleDeadLetters($site: ID!, $first: Int!) {
    site(id: $site) {
      timeZone
      deadLetterCounts {
        kept
        asked
        replayed
        dropped
      }
      deadLetters(first: $first) {
        nodes {
          id
          at
          state
          kind
          code
          reason
          rows
          tries
          triedAt
          replayedAt
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`

export const DEAD_LETTER_QUERY = /* GraphQL */ `
  query ConsoleDeadLetter($site: ID!, $id: ID!) {
    site(id: $site) {
      deadLetter(id: $id) {
        payload
      }
    }
  }
`

export const REPLAY_DEAD_LETTERS = /* GraphQL */ `
  mutation ConsoleReplayDeadLetters($input: DeadLettersInput!) {
    replayDeadLetters(input: $input) {
      count
      userErrors {
        path
        message
      }
    }
  }
`

export const DROP_DEAD_LETTERS = /* GraphQL */ `
  mutation ConsoleDropDeadLetters($input: DeadLettersInput!) {
    dropDeadLetters(input: $input) {
      count
      userErrors {
        path
        message
      }
    }
  }
`

export interface DeadLetterRow {
  id: string
  at: string
  state: 'KEPT' | 'ASKED' | 'REPLAYED'
  kind: 'ROW' | 'BATCH'
  code: string
  reason: string
  rows: number | null
  tries: number
  triedAt: string | null
  replayedAt: string | null
}

export interface DeadLettersVariables {
  site: string
  first: number
}

export interface DeadLettersAnswer {
  site: {
    timeZone: string
    deadLetterCounts: { kept: number; asked: number; replayed: number; dropped: number }
    deadLetters: { nodes: DeadLetterRow[]; pageInfo: { hasNextPage: boolean } }
  } | null
}

export interface DeadLetterAnswer {
  site: { deadLetter: { payload: string } | null } | null
}

export interface DeadLettersPayload {
  count: number | null
  userErrors: UserError[]
}
