export const CONSOLE_QUERY = /* GraphQL */ `
  query Console {
    viewer {
      name
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
  viewer: { name: string }
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
