import type { Filter } from '../../data/filter.ts'
import type { RangeInput } from '../../data/period.ts'

export const PATHS_QUERY = /* GraphQL */ `
  query Paths(
    $site: ID!
    $range: RangeInput!
    $where: FilterInput
    $from: String
    $to: String
    $depth: Int!
    $top: Int!
  ) {
    site(id: $site) {
      segment(range: $range, where: $where) {
        paths(from: $from, to: $to, depth: $depth, top: $top) {
          sessions
          nodes {
            id
            step
            page
            other
            count
            ended
            dropOff
          }
          links {
            source
            target
            count
          }
        }
      }
    }
  }
`

export interface PathsVariables {
  site: string
  range: RangeInput
  where: Filter | null
  from: string | null
  to: string | null
  depth: number
  top: number
}

export interface PathNodeAnswer {
  id: string
  /** 0 is the page that was asked about, or the entry. */
  step: number
  page: string | null
  other: boolean
  count: number
  ended: number
  dropOff: number
}

export interface PathLinkAnswer {
  source: string
  target: string
  count: number
}

export interface PathsFound {
  sessions: number
  nodes: PathNodeAnswer[]
  links: PathLinkAnswer[]
}

export interface PathsAnswer {
  site: { segment: { paths: PathsFound } } | null
}
