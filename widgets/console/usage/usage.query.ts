import type { RangeInput } from '../../data/period.ts'

export const USAGE_QUERY = /* GraphQL */ `
  query ConsoleUsage($site: ID!, $range: RangeInput!, $by: UsageInterval!) {
    site(id: $site) {
      timeZone
      usage(range: $range, by: $by) {
        range {
          to
        }
        accepted
        stored
        dead
        erased
        queued
        queuedIsExact
        duplicate
        rejected {
          ...code
        }
        refused {
          ...code
        }
        dropped {
          ...code
        }
        other {
          ...code
        }
        unknownFields
        loss {
          expected
          missing
          senders
        }
        over {
          at
          accepted
          stored
          dead
          queued
          duplicate
          rejected
          refused
          dropped
        }
        quota {
          events
          used
          state
          renewsAt
        }
        caps {
          what
          of
          values
          most
        }
      }
    }
  }
  fragment code on UsageCode {
    code
    count
    meaning
    remedy
  }
`

export interface UsageCode {
  code: string
  count: number
  meaning: string | null
  remedy: string | null
}

export interface UsagePoint {
  at: string
  accepted: number
  stored: number
  dead: number
  queued: number | null
  duplicate: number
  rejected: number
  refused: number
  dropped: number
}

export interface UsageQuota {
  events: number
  used: number
  state: 'OK' | 'WARNING' | 'EXCEEDED'
  renewsAt: string
}

export interface UsageCap {
  what: string
  of: string | null
  values: number
  most: number
}

export interface Usage {
  range: { to: string }
  accepted: number
  stored: number
  dead: number
  erased: number
  queued: number | null
  queuedIsExact: boolean | null
  duplicate: number
  rejected: UsageCode[]
  refused: UsageCode[]
  dropped: UsageCode[]
  other: UsageCode[]
  unknownFields: number
  loss: { expected: number; missing: number; senders: number } | null
  over: UsagePoint[]
  quota: UsageQuota | null
  caps: UsageCap[]
}

export interface UsageVariables {
  site: string
  range: RangeInput
  by: 'HOUR' | 'DAY'
}

export interface UsageAnswer {
  site: { timeZone: string; usage: Usage } | null
}
