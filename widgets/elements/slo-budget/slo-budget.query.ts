import type { BudgetBucket } from '../../charts/burn-down.ts'
import type { IntervalName } from '../../data/period.ts'
import type { WindowAnswer } from '../slo/slo-words.ts'
import type { OneSlo } from '../slo/slo.query.ts'

export const SLO_BUDGET_QUERY = /* GraphQL */ `
  query SloBudget($site: ID!, $slo: ID!, $interval: Interval!) {
    site(id: $site) {
      timeZone
      slo(id: $slo) {
        name
        objective
        indicator {
          kind
        }
        window {
          days
          calendar
        }
        budgeting {
          method
        }
        history(interval: $interval) {
          points {
            start
            end
            bad
            total
            compliance
          }
          marks {
            at
            kind
            label
          }
        }
      }
    }
  }
`

export interface SloBudgetVariables {
  site: string
  slo: string
  interval: IntervalName
}

export interface SloPointAnswer {
  start: string
  end: string
  bad: number
  total: number
  compliance: number | null
}

export interface SloMarkAnswer {
  at: string
  kind: 'RELEASE' | 'DEPLOY'
  label: string
}

export interface SloHistoryAnswer {
  name: string
  objective: number
  indicator: { kind: OneSlo['indicator']['kind'] }
  window: WindowAnswer
  budgeting: { method: string }
  history: { points: SloPointAnswer[]; marks: SloMarkAnswer[] }
}

export interface SloBudgetAnswer {
  site: { timeZone: string; slo: SloHistoryAnswer | null } | null
}

export function bucketOf({ start, end, bad, total }: SloPointAnswer): BudgetBucket {
  return { start: Date.parse(start), end: Date.parse(end), bad, total }
}
