import type { RuleStateName, SloStateName, WindowAnswer } from './slo-words.ts'

export const SLO_QUERY = /* GraphQL */ `
  query Slo($site: ID!, $slo: ID!, $top: Int!, $split: Boolean!) {
    site(id: $site) {
      timeZone
      slo(id: $slo) {
        name
        objective
        indicator {
          kind
          description
        }
        window {
          days
          calendar
        }
        budgeting {
          method
        }
        fanOut {
          dimension
          key
        }
        status {
          state
          at
          compliance {
            value
            low
            high
            count
            total
          }
          budget {
            total
            consumed
            remaining
            remainingShare
          }
          burnRates {
            window
            rate
            bad
            total
          }
          rules {
            rule {
              name
              severity
            }
            state
            reason
          }
          exhaustedAt
          watermark
        }
        burners(top: $top) @include(if: $split) {
          key
          bad
          total
          shareOfBad
          excess
          compliance {
            value
            low
            high
          }
        }
      }
    }
  }
`

export interface SloVariables {
  site: string
  slo: string
  top: number
  split: boolean
}

export interface SloStatusAnswer {
  state: SloStateName
  at: string
  compliance: {
    value: number | null
    low: number | null
    high: number | null
    count: number
    total: number
  }
  budget: { total: number; consumed: number; remaining: number; remainingShare: number } | null
  burnRates: { window: string; rate: number | null; bad: number; total: number }[]
  rules: {
    rule: { name: string; severity: 'PAGE' | 'TICKET' }
    state: RuleStateName
    reason: string
  }[]
  exhaustedAt: string | null
  watermark: string | null
}

export interface BurnerAnswer {
  key: string | null
  bad: number
  total: number
  shareOfBad: number
  excess: number
  compliance: { value: number | null; low: number | null; high: number | null }
}

export interface OneSlo {
  name: string
  objective: number
  indicator: {
    kind: 'VITAL' | 'CRASH_FREE' | 'REQUESTS' | 'PAGE_LOADS' | 'TRANSACTIONS'
    description: string
  }
  window: WindowAnswer
  budgeting: { method: string }
  fanOut: { dimension: string; key: string | null } | null
  status: SloStatusAnswer
  burners?: BurnerAnswer[]
}

export interface SloAnswer {
  site: { timeZone: string; slo: OneSlo | null } | null
}
