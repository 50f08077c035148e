/** The settings that have forms, and what of today is used of the quota. */
export const SETTINGS_QUERY = /* GraphQL */ `
  query ConsoleSettings($site: ID!, $today: RangeInput!) {
    site(id: $site) {
      eventsADay
      usage(range: $today) {
        accepted
      }
      settings {
        session {
          idle
        }
        sampling {
          rate
          keepErrors
        }
        capture {
          requests
          interactions
          resources
          longFrames
          reports
          console
        }
        privacy {
          consent
          gpc
        }
        tracing {
          origins
        }
        visitors {
          daily
        }
        retention {
          eventsDays
          errorsDays
          sessionsDays
          rollupsDays
        }
        scrub {
          keepParameters
          patterns
          dropAttributes
          allowAttributes
        }
        pages {
          rules
        }
        bots {
          allow
          deny
        }
      }
    }
  }
`

export interface KeptSettings {
  eventsADay: number | null
  settings: {
    session: { idle: string }
    sampling: { rate: number; keepErrors: boolean }
    capture: Readonly<Record<string, boolean>>
    privacy: { consent: 'NONE' | 'COOKIELESS' | 'FULL'; gpc: 'HONOUR' | 'IGNORE' }
    tracing: { origins: string[] }
    visitors: { daily: boolean }
    retention: { eventsDays: number; errorsDays: number; sessionsDays: number; rollupsDays: number }
    scrub: {
      keepParameters: string[]
      patterns: string[]
      dropAttributes: string[]
      allowAttributes: string[]
    }
    pages: { rules: string[] }
    bots: { allow: string[]; deny: string[] }
  }
}

export interface SettingsVariables {
  site: string
  /** The day in UTC, by which quotas are counted. */
  today: { from: string; to: string }
}

export interface SettingsAnswer {
  site: (KeptSettings & { usage: { accepted: number } }) | null
}
