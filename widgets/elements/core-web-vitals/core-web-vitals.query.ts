import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'
import type { PercentileAnswer, SharesAnswer } from '../vital-card/vital-card.query.ts'

export const CORE_WEB_VITALS_QUERY = /* GraphQL */ `
  query CoreWebVitals($site: ID!, $range: RangeInput!, $where: FilterInput) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        views
        coreWebVitals {
          passed
        }
        LCP: vital(metric: LCP) {
          ...AssessedVital
        }
        INP: vital(metric: INP) {
          ...AssessedVital
        }
        CLS: vital(metric: CLS) {
          ...AssessedVital
        }
      }
    }
  }

  fragment AssessedVital on VitalStats {
    unit
    rating
    percentile(q: 0.75) {
      value
      low
      high
      count
      thin
    }
    shares {
      good
      needsImprovement
      poor
      goodCount
      needsImprovementCount
      poorCount
    }
  }
`

export interface CoreWebVitalsVariables {
  site: string
  range: RangeInput
  where: Filter | null
}

export interface AssessedVital {
  unit: string
  rating: RatingName | null
  percentile: PercentileAnswer
  shares: SharesAnswer
}

export type CoreVitalName = 'LCP' | 'INP' | 'CLS'

export type AssessedSegment = Record<CoreVitalName, AssessedVital> & {
  views: number
  coreWebVitals: { passed: boolean | null }
}

export interface CoreWebVitalsAnswer {
  site: { segment: AssessedSegment } | null
}
