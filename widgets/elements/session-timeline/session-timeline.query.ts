import type { RatingName } from '../../format/names.ts'

export const SESSION_TIMELINE_QUERY = /* GraphQL */ `
  query SessionTimeline($site: ID!, $session: ID!, $first: Int!) {
    site(id: $site) {
      timeZone
      session(id: $session) {
        id
        startedAt
        duration
        views
        errors
        frustrations
        country
        city
        device
        browser
        browserVersion
        os
        release
        environment
        referrer
        flags {
          key
          variant
        }
        timeline(first: $first) {
          pageInfo {
            hasNextPage
          }
          nodes {
            __typename
            id
            at
            kind
            view
            ... on ViewEntry {
              page
              title
              url
              navigationType
              load
            }
            ... on VitalEntry {
              values {
                metric
                value
                rating
                element
              }
            }
            ... on ActionEntry {
              action
              label
              target
            }
            ... on ErrorEntry {
              type
              message
              source
              handled
              stack
            }
            ... on RequestEntry {
              method
              url
              status
              failure
              duration
              size
              traceId
            }
            ... on ResourceEntry {
              url
              initiator
              duration
              size
              failed
              renderBlocking
              thirdParty
            }
            ... on LongTaskEntry {
              duration
              blocking
              script
            }
            ... on CustomEntry {
              name
              value
              attributes {
                key
                value
              }
            }
            ... on TransactionEntry {
              name
              outcome
              duration
            }
            ... on FlagEntry {
              key
              variant
              reason
            }
            ... on ConsentEntry {
              state
              scope
            }
            ... on AppEntry {
              event
              reason
              value
              stack
            }
          }
        }
      }
    }
  }
`

export interface SessionTimelineVariables {
  site: string
  session: string
  first: number
}

export interface SessionAnswer {
  id: string
  startedAt: string
  duration: string
  views: number
  errors: number
  frustrations: number
  country: string | null
  city: string | null
  device: string | null
  browser: string | null
  browserVersion: string | null
  os: string | null
  release: string | null
  environment: string | null
  referrer: string | null
  flags: { key: string; variant: string }[]
  timeline: { pageInfo: { hasNextPage: boolean }; nodes: TimelineEntry[] }
}

export interface SessionTimelineAnswer {
  site: { timeZone: string; session: SessionAnswer | null } | null
}

type Entry<Name extends string, Fields> = {
  __typename: Name
  id: string
  at: string
  kind: string
  view: string | null
} & Fields

export type TimelineEntry =
  | Entry<
      'ViewEntry',
      { page: string; title: string | null; url: string; navigationType: string; load: number | null }
    >
  | Entry<
      'VitalEntry',
      { values: { metric: string; value: number; rating: RatingName | null; element: string | null }[] }
    >
  | Entry<'ActionEntry', { action: string; label: string | null; target: string | null }>
  | Entry<
      'ErrorEntry',
      { type: string; message: string; source: string; handled: boolean; stack: string | null }
    >
  | Entry<
      'RequestEntry',
      {
        method: string
        url: string
        status: number | null
        failure: string | null
        duration: number
        size: number | null
        traceId: string | null
      }
    >
  | Entry<
      'ResourceEntry',
      {
        url: string
        initiator: string | null
        duration: number
        size: number | null
        failed: boolean
        renderBlocking: boolean
        thirdParty: boolean
      }
    >
  | Entry<'LongTaskEntry', { duration: number; blocking: number | null; script: string | null }>
  | Entry<
      'CustomEntry',
      { name: string; value: number | null; attributes: { key: string; value: string | null }[] }
    >
  | Entry<'TransactionEntry', { name: string; outcome: string; duration: number }>
  | Entry<'FlagEntry', { key: string; variant: string; reason: string | null }>
  | Entry<'ConsentEntry', { state: string; scope: string[] }>
  | Entry<'AppEntry', { event: string; reason: string | null; value: number | null; stack: string | null }>
