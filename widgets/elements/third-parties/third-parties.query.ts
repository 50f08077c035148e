import type { Filter } from '../../data/filter.ts'
import type { Page } from '../../data/pages-controller.ts'
import type { RangeInput } from '../../data/period.ts'
import type { Proportion } from '../../format/proportion.ts'
import type { PercentileAnswer } from '../vital-card/vital-card.query.ts'

export const THIRD_PARTIES_QUERY = /* GraphQL */ `
  query ThirdParties($site: ID!, $range: RangeInput!, $where: FilterInput, $first: Int!, $after: String) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        resources(by: HOST, thirdPartyOnly: true, first: $first, after: $after) {
          nodes {
            key
            count
            bytes
            longTaskBlocking
            renderBlockingTime
            duration {
              percentile(q: 0.75) {
                value
                low
                high
                count
                thin
              }
            }
            failures {
              value
              low
              high
              count
              total
            }
            shareOfViews {
              value
              low
              high
              count
              total
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`

export interface ThirdPartiesVariables {
  site: string
  range: RangeInput
  where: Filter | null
  first: number
  after: string | null
}

export interface ThirdPartyRow {
  key: string | null
  count: number
  bytes: number
  longTaskBlocking: number | null
  renderBlockingTime: number
  duration: { percentile: PercentileAnswer }
  failures: Proportion
  shareOfViews: Proportion
}

export interface ThirdPartiesAnswer {
  site: { segment: { resources: Page<ThirdPartyRow> } } | null
}
