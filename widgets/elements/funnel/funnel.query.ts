import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'

export const FUNNEL_QUERY = /* GraphQL */ `
  query Funnel(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $saved: Boolean!
    $adHoc: Boolean!
    $funnel: ID!
    $steps: [FunnelStepInput!]!
    $order: FunnelOrder
    $countBy: Entrant
    $window: Duration
    $split: Boolean!
    $by: Dimension!
    $top: Int!
  ) {
    site(id: $site) {
      funnel(id: $funnel) @include(if: $saved) {
        name
        result(range: $range, where: $where) {
          ...Found
        }
      }
      segment(range: $range, where: $where) @include(if: $adHoc) {
        funnel(steps: $steps, order: $order, countBy: $countBy, window: $window) {
          ...Found
        }
      }
    }
  }

  fragment Found on FunnelResult {
    open
    removed
    sampled
    steps {
      ...Step
      entrantsInterval {
        low
        high
      }
      dropOff
      medianTime
      p90Time
      conversionFromPrevious {
        ...Share
      }
    }
    totalTime {
      count
      percentiles(q: [0.5, 0.9]) {
        value
      }
    }
    breakdown(dimension: $by, top: $top) @include(if: $split) {
      key
      other
      steps {
        ...Step
      }
    }
  }

  fragment Step on FunnelStep {
    name
    entrants
    conversionFromFirst {
      ...Share
    }
  }

  fragment Share on Proportion {
    value
    low
    high
    count
    total
  }
`

export interface FunnelVariables {
  site: string
  range: RangeInput
  where: Filter | null
  saved: boolean
  adHoc: boolean
  funnel: string
  steps: readonly unknown[]
  order: string
  countBy: string
  window: string | null
  split: boolean
  by: string
  top: number
}

export interface FunnelPartStep {
  name: string
  entrants: number
  conversionFromFirst: Proportion
}

export interface FunnelStepAnswer extends FunnelPartStep {
  entrantsInterval: { low: number; high: number } | null
  conversionFromPrevious: Proportion | null
  dropOff: number
  /** ISO 8601. */
  medianTime: string | null
  p90Time: string | null
}

export interface FunnelPart {
  key: string | null
  other: boolean
  steps: FunnelPartStep[]
}

export interface FunnelFound {
  open: number
  removed: number
  sampled: boolean
  steps: FunnelStepAnswer[]
  totalTime: { count: number; percentiles: { value: number | null }[] }
  /** Only if it was asked for. */
  breakdown?: FunnelPart[]
}

export interface FunnelAnswer {
  site: {
    /** Only of a saved one; null if there is none such. */
    funnel?: { name: string; result: FunnelFound } | null
    segment?: { funnel: FunnelFound }
  } | null
}
