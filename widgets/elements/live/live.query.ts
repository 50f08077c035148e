import type { Filter } from '../../data/filter.ts'

export const LIVE_QUERY = /* GraphQL */ `
  subscription LiveNow($site: ID!, $where: FilterInput) {
    live(site: $site, where: $where) {
      at
      activeVisitors
      viewsPerMinute
      pages {
        page
        visitors
      }
      newestErrors {
        at
        type
        message
        page
        session
      }
    }
  }
`

export interface LiveVariables {
  site: string
  where: Filter | null
}

export interface LiveAnswer {
  live: {
    at: string
    activeVisitors: number
    viewsPerMinute: number
    pages: { page: string | null; visitors: number }[]
    newestErrors: {
      at: string
      type: string | null
      message: string
      page: string | null
      session: string
    }[]
  }
}
