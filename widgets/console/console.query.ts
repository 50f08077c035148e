import type { Filter } from '../data/filter.ts'
import type { RangeInput } from '../data/period.ts'

export const CONSOLE_QUERY = /* GraphQL */ `
  query Console {
    viewer {
      name
      scopes
    }
    sites(first: 200) {
      nodes {
        id
        name
        writeKeys
      }
    }
  }
`

export interface ConsoleAnswer {
  viewer: { name: string; scopes: string[] }
  sites: { nodes: { id: string; name: string; writeKeys: string[] }[] }
}

/** Whether anything was ever received, as far as retention reaches. */
export const ARRIVAL_QUERY = /* GraphQL */ `
  query Arrival($site: ID!) {
    site(id: $site) {
      segment(range: { last: "P30D" }) {
        views
      }
    }
  }
`

export interface ArrivalAnswer {
  site: { segment: { views: number } } | null
}

/** What a dimension can be narrowed to. */
export const VALUES_QUERY = /* GraphQL */ `
  query FilterValues($site: ID!, $range: RangeInput!, $where: FilterInput, $dimension: Dimension!) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        by(dimension: $dimension, top: 50) {
          key
          other
          segment {
            views
          }
        }
      }
    }
  }
`

export interface ValuesVariables {
  site: string
  range: RangeInput
  where: Filter | null
  dimension: string
}

export interface ValuesAnswer {
  site: {
    segment: { by: { key: string | null; other: boolean; segment: { views: number } }[] }
  } | null
}
