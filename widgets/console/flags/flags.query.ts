import type { UserError } from '../forms/mutation-controller.ts'

export const FLAGS_QUERY = /* GraphQL */ `
  query ConsoleFlags($site: ID!) {
    site(id: $site) {
      timeZone
      flags {
        id
        key
        variants {
          key
          sessions
        }
        lastEvaluation
        control
        split {
          variant
          weight
        }
        metrics
        guardrails
        owner
        channels {
          id
          name
        }
        startedAt
        updatedAt
      }
      channels {
        id
        name
      }
    }
  }
`

/** What was seen of a flag, and what was decided about it; that is null unless it was saved. */
export interface FlagRow {
  id: string
  key: string
  variants: { key: string; sessions: number }[]
  lastEvaluation: string | null
  control: string | null
  split: { variant: string; weight: number }[] | null
  /** [FlagMetricInput!] as JSON. */
  metrics: string | null
  /** [FlagGuardrailInput!] as JSON. */
  guardrails: string | null
  owner: string | null
  channels: { id: string; name: string }[]
  startedAt: string | null
  updatedAt: string | null
}

export interface FlagsSite {
  timeZone: string
  flags: FlagRow[]
  channels: { id: string; name: string }[]
}

export interface FlagsAnswer {
  site: FlagsSite | null
}

export const SAVE_FLAG = /* GraphQL */ `
  mutation ConsoleSaveFlag($input: SaveFlagInput!) {
    saveFlag(input: $input) {
      flag {
        id
        key
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface SaveFlagPayload {
  flag: { id: string; key: string } | null
  userErrors: UserError[]
}

export const DELETE_FLAG = /* GraphQL */ `
  mutation ConsoleDeleteFlag($id: ID!) {
    deleteFlag(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`
