import type { OneSlo } from '../slo/slo.query.ts'
import type { SloStateName, WindowAnswer } from '../slo/slo-words.ts'

export const SLOS_QUERY = /* GraphQL */ `
  query Slos($site: ID!) {
    site(id: $site) {
      slos {
        id
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
        status {
          state
          compliance {
            value
            low
            high
            total
          }
          budget {
            remainingShare
          }
          burnRates {
            window
            rate
          }
        }
        history(interval: DAY) {
          points {
            start
            end
            bad
            total
          }
        }
      }
    }
  }
`

export interface SlosVariables {
  site: string
}

export interface SloRow {
  id: string
  name: string
  objective: number
  indicator: OneSlo['indicator']
  window: WindowAnswer
  budgeting: { method: string }
  status: {
    state: SloStateName
    compliance: { value: number | null; low: number | null; high: number | null; total: number }
    budget: { remainingShare: number } | null
    burnRates: { window: string; rate: number | null }[]
  }
  history: { points: { start: string; end: string; bad: number; total: number }[] }
}

export interface SlosAnswer {
  site: { slos: SloRow[] } | null
}
