import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { FlagMetric } from './flag-metrics.ts'
import type { GuardrailStateName, VerdictName } from './verdict-words.ts'

export const FLAG_QUERY = /* GraphQL */ `
  query Flag(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $key: String!
    $control: String
    $sequential: Boolean!
    $metrics: [FlagMetricInput!]!
  ) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        flag(key: $key, control: $control, sequential: $sequential) {
          control
          sessions
          mixed
          variants {
            key
            isControl
            sessions
            share
            expectedShare
          }
          sampleRatio {
            pValue
            mismatch
          }
          compare(metrics: $metrics) {
            metric
            variant
            value
            baseline
            difference
            relative
            visitors
            baselineVisitors
            low
            high
            alwaysLow
            alwaysHigh
            adjustedPValue
            verdict
          }
          guardrails {
            metric
            variant
            worst
            relative
            baseline
            difference
            state
          }
        }
      }
    }
  }
`

export interface FlagVariables {
  site: string
  range: RangeInput
  where: Filter | null
  key: string
  control: string | null
  sequential: boolean
  metrics: FlagMetric['input'][]
}

export interface VariantAnswer {
  key: string
  isControl: boolean
  sessions: number
  share: number | null
  expectedShare: number | null
}

export interface ComparisonAnswer {
  metric: string
  variant: string
  value: number | null
  baseline: number | null
  difference: number | null
  relative: number | null
  visitors: number
  baselineVisitors: number
  low: number | null
  high: number | null
  alwaysLow: number | null
  alwaysHigh: number | null
  adjustedPValue: number | null
  verdict: VerdictName
}

export interface GuardrailAnswer {
  metric: string
  variant: string
  worst: number
  relative: boolean
  baseline: number | null
  difference: number | null
  state: GuardrailStateName
}

export interface CohortsAnswer {
  control: string | null
  sessions: number
  mixed: number
  variants: VariantAnswer[]
  sampleRatio: { pValue: number | null; mismatch: boolean }
  compare: ComparisonAnswer[]
  guardrails: GuardrailAnswer[]
}

export interface FlagAnswer {
  site: { segment: { flag: CohortsAnswer } } | null
}
