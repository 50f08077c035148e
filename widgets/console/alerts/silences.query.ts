import type { UserError } from '../forms/mutation-controller.ts'
import type { HeldNotice } from './alert-detail.query.ts'
import type { Named } from './rules.query.ts'

export const SILENCES_QUERY = /* GraphQL */ `
  query ConsoleSilences($site: ID!) {
    site(id: $site) {
      timeZone
      alertRules {
        id
        name
        split
      }
      silences {
        id
        rule {
          id
          name
        }
        segment
        from
        to
        reason
        by
      }
      maintenanceWindows {
        id
        name
        rule {
          id
          name
        }
        timeZone
        weekdays
        startsAt
        duration
      }
      silencedNotices(first: 20) {
        alert {
          id
          ruleName
        }
        change
        at
        heldBy
        toldAt
      }
    }
  }
`

export interface SavedSilence {
  id: string
  rule: Named | null
  segment: string | null
  from: string
  to: string
  reason: string
  by: string
}

export interface SavedWindow {
  id: string
  name: string
  rule: Named | null
  timeZone: string
  weekdays: number[]
  startsAt: string
  duration: string
}

export interface SilencesSite {
  timeZone: string
  alertRules: (Named & { split: string | null })[]
  silences: SavedSilence[]
  maintenanceWindows: SavedWindow[]
  silencedNotices: (HeldNotice & { alert: { ruleName: string } })[]
}

export interface SilencesAnswer {
  site: SilencesSite | null
}

export const CREATE_SILENCE = /* GraphQL */ `
  mutation ConsoleCreateSilence($input: CreateSilenceInput!) {
    createSilence(input: $input) {
      silence {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const END_SILENCE = /* GraphQL */ `
  mutation ConsoleEndSilence($site: ID!, $id: ID!) {
    endSilence(site: $site, id: $id) {
      silence {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface SilencePayload {
  silence: { id: string } | null
  userErrors: UserError[]
}

export const CREATE_WINDOW = /* GraphQL */ `
  mutation ConsoleCreateMaintenanceWindow($input: CreateMaintenanceWindowInput!) {
    createMaintenanceWindow(input: $input) {
      maintenanceWindow {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface WindowPayload {
  maintenanceWindow: { id: string } | null
  userErrors: UserError[]
}

export const DELETE_WINDOW = /* GraphQL */ `
  mutation ConsoleDeleteMaintenanceWindow($site: ID!, $id: ID!) {
    deleteMaintenanceWindow(site: $site, id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`
