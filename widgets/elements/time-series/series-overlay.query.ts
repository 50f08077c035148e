import type { RangeInput } from '../../data/period.ts'

export const SERIES_RELEASES_QUERY = /* GraphQL */ `
  query SeriesReleases($site: ID!, $range: RangeInput!) {
    site(id: $site) {
      releases(first: 50, range: $range) {
        nodes {
          version
          firstSeen
        }
      }
    }
  }
`

/** No part of what an embed token for the chart may ask: it names rules, and tells of the whole site. */
export const SERIES_EVENTS_QUERY = /* GraphQL */ `
  query SeriesEvents($site: ID!, $range: RangeInput!, $deploys: Boolean!, $alerts: Boolean!) {
    site(id: $site) {
      deploys(range: $range) @include(if: $deploys) {
        at
        version
        environment
      }
      alerts(first: 50) @include(if: $alerts) {
        nodes {
          ruleName
          startedAt
          resolvedAt
        }
      }
    }
  }
`

export interface SeriesReleasesVariables {
  site: string
  range: RangeInput
}

export interface SeriesReleasesAnswer {
  site: { releases: { nodes: { version: string; firstSeen: string }[] } } | null
}

export interface SeriesEventsVariables extends SeriesReleasesVariables {
  deploys: boolean
  alerts: boolean
}

export interface SeriesEventsAnswer {
  site: {
    deploys?: { at: string; version: string; environment: string }[]
    alerts?: { nodes: { ruleName: string; startedAt: string; resolvedAt: string | null }[] }
  } | null
}
