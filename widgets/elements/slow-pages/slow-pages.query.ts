import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'
import type { RatingName } from '../../format/names.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const SLOW_PAGES_QUERY = /* GraphQL */ `
  query SlowPages($site: ID!, $range: RangeInput!, $where: FilterInput, $metric: VitalMetric!, $pages: Int!) {
    site(id: $site) {
      releases(first: 20, range: $range) {
        nodes {
          version
          firstSeen
        }
      }
      segment(range: $range, where: $where) {
        views
        by(dimension: PAGE, top: $pages) {
          key
          segment {
            vital(metric: $metric) {
              unit
              rating
              ...Slowness
            }
            devices: by(dimension: DEVICE, top: 3) {
              ...Part
            }
            countries: by(dimension: COUNTRY, top: 6) {
              ...Part
            }
            browsers: by(dimension: BROWSER, top: 4) {
              ...Part
            }
            releases: by(dimension: RELEASE, top: 6) {
              ...Part
            }
          }
        }
      }
    }
  }

  fragment Part on KeyedSegment {
    key
    segment {
      vital(metric: $metric) {
        ...Slowness
      }
    }
  }

  fragment Slowness on VitalStats {
    percentile(q: 0.75) {
      value
      low
      high
      count
      thin
    }
    shares {
      needsImprovementCount
      poorCount
    }
  }
`

export interface SlowPagesVariables {
  site: string
  range: RangeInput
  where: Filter | null
  metric: string
  pages: number
}

export interface Slowness {
  percentile: PercentileAnswer
  shares: { needsImprovementCount: number; poorCount: number }
}

export interface Part {
  key: string | null
  segment: { vital: Slowness }
}

export interface SlowPage {
  key: string | null
  segment: {
    vital: Slowness & { unit: string; rating: RatingName | null }
    devices: Part[]
    countries: Part[]
    browsers: Part[]
    releases: Part[]
  }
}

export interface SlowPagesAnswer {
  site: {
    releases: { nodes: { version: string; firstSeen: string }[] }
    segment: { views: number; by: SlowPage[] }
  } | null
}
