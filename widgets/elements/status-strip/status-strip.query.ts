import type { OneSlo, SloVariables } from '../slo/slo.query.ts'
import type { SloStateName } from '../slo/slo-words.ts'

export const STATUS_STRIP_QUERY = /* GraphQL */ `
  query StatusStrip($site: ID!, $slo: ID!, $range: RangeInput!) {
    site(id: $site) {
      timeZone
      slo(id: $slo) {
        name
        objective
        indicator {
          kind
        }
        budgeting {
          method
        }
        status {
          state
        }
        history(interval: DAY, range: $range) {
          points {
            start
            end
            bad
            total
            compliance
            budgetRemaining
          }
        }
      }
    }
  }
`

export interface StatusStripVariables extends Pick<SloVariables, 'site' | 'slo'> {
  range: { last: string }
}

export interface StatusDayAnswer {
  start: string
  end: string
  bad: number
  total: number
  compliance: number | null
  budgetRemaining: number | null
}

export interface StripSlo {
  name: string
  objective: number
  indicator: { kind: OneSlo['indicator']['kind'] }
  budgeting: { method: string }
  status: { state: SloStateName }
  history: { points: StatusDayAnswer[] }
}

export interface StatusStripAnswer {
  site: { timeZone: string; slo: StripSlo | null } | null
}
