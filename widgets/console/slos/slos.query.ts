import type { UserError } from '../forms/mutation-controller.ts'

export const SLO_DEFINITION_QUERY = /* GraphQL */ `
  query ConsoleSlo($site: ID!, $slo: ID!) {
    site(id: $site) {
      slo(id: $slo) {
        id
        name
        description
        objective
        indicator {
          kind
          metric
          threshold
          endpoint
          slowerThan
          name
        }
        window {
          days
          calendar
          start
          timeZone
        }
        budgeting {
          method
          target
          width
        }
        fanOut {
          dimension
          key
        }
        where
        preset
        rules {
          name
          factor
          long
          short
          severity
        }
      }
    }
  }
`

export interface Indicator {
  kind: string
  metric: string | null
  threshold: number | null
  endpoint: string | null
  slowerThan: number | null
  name: string | null
}

/** An SLO with all that it was saved with. */
export interface SloDefinition {
  id: string
  name: string
  description: string | null
  objective: number
  indicator: Indicator
  window: { days: number | null; calendar: string | null; start: string | null; timeZone: string | null }
  budgeting: { method: string; target: number | null; width: string | null }
  fanOut: { dimension: string; key: string | null } | null
  where: string | null
  preset: string | null
  rules: { name: string; factor: number; long: string; short: string; severity: string }[]
}

export interface SloDefinitionAnswer {
  site: { slo: SloDefinition | null } | null
}

export const CREATE_SLO = /* GraphQL */ `
  mutation ConsoleCreateSlo($input: CreateSloInput!) {
    createSlo(input: $input) {
      slo {
        id
      }
      predictions {
        name
        factor
        long
        severity
        predictions {
          errorRatio
          detection
          reset
        }
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const UPDATE_SLO = /* GraphQL */ `
  mutation ConsoleUpdateSlo($input: UpdateSloInput!) {
    updateSlo(input: $input) {
      slo {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const DELETE_SLO = /* GraphQL */ `
  mutation ConsoleDeleteSlo($id: ID!) {
    deleteSlo(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`

export interface PredictedRule {
  name: string
  factor: number
  long: string
  severity: 'PAGE' | 'TICKET'
  predictions: { errorRatio: number; detection: string | null; reset: string | null }[]
}

export interface SloPayload {
  slo: { id: string } | null
  predictions?: PredictedRule[] | null
  userErrors: UserError[]
}
