import type { FrozenName } from '../../elements/alerts/alert-words.ts'
import type { UserError } from '../forms/mutation-controller.ts'

export const RULES_QUERY = /* GraphQL */ `
  query ConsoleAlertRules($site: ID!) {
    site(id: $site) {
      timeZone
      alertRules {
        id
        name
        kind
        severity
        enabled
        definition
        where
        split
        splitKey
        times
        of
        minSample
        escalateAfter
        channels {
          id
          name
        }
        escalationChannels {
          id
          name
        }
        states {
          segment
          phase
          since
          at
          frozen
          reading {
            text
          }
        }
        evaluatedUntil
        problem
      }
      channels {
        id
        name
      }
      slos {
        id
        name
      }
      funnels {
        id
        name
      }
    }
  }
`

export interface Named {
  id: string
  name: string
}

export interface RuleState {
  segment: string
  phase: 'OK' | 'PENDING' | 'FIRING' | 'ESCALATED'
  since: string
  at: string
  frozen: FrozenName | null
  reading: { text: string } | null
}

/** A rule with all that it was saved with, and how it stands. */
export interface SavedRule extends Named {
  kind: RuleKind
  severity: 'PAGE' | 'TICKET'
  enabled: boolean
  /** JSON, with durations in ms. */
  definition: string
  where: string | null
  split: string | null
  splitKey: string | null
  times: number
  of: number
  minSample: number
  escalateAfter: string | null
  channels: Named[]
  escalationChannels: Named[]
  states: RuleState[]
  evaluatedUntil: string | null
  problem: string | null
}

export type RuleKind = 'THRESHOLD' | 'BURN_RATE' | 'FUNNEL' | 'GRAPHQL'

/** What a rule can watch and whom it can tell. */
export interface RuleWorld {
  timeZone: string
  channels: Named[]
  slos: Named[]
  funnels: Named[]
}

export interface RulesAnswer {
  site: (RuleWorld & { alertRules: SavedRule[] }) | null
}

export const CREATE_RULE = /* GraphQL */ `
  mutation ConsoleCreateAlertRule($input: CreateAlertRuleInput!) {
    createAlertRule(input: $input) {
      rule {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const UPDATE_RULE = /* GraphQL */ `
  mutation ConsoleUpdateAlertRule($input: UpdateAlertRuleInput!) {
    updateAlertRule(input: $input) {
      rule {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const ENABLE_RULE = /* GraphQL */ `
  mutation ConsoleEnableAlertRule($id: ID!, $enabled: Boolean!) {
    enableAlertRule(id: $id, enabled: $enabled) {
      rule {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface RulePayload {
  rule: { id: string } | null
  userErrors: UserError[]
}

export const DELETE_RULE = /* GraphQL */ `
  mutation ConsoleDeleteAlertRule($id: ID!) {
    deleteAlertRule(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`

export const TEST_RULE = /* GraphQL */ `
  mutation ConsoleTestAlertRule($id: ID!) {
    testAlertRule(id: $id) {
      test {
        at
        problem
        wouldSay
        findings {
          segment
          bad
          frozen
          reading {
            text
          }
        }
        backtest {
          from
          to
          fired
          judged
          frozen
        }
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface RuleTest {
  at: string
  problem: string | null
  wouldSay: string | null
  findings: {
    segment: string
    bad: boolean | null
    frozen: FrozenName | null
    reading: { text: string } | null
  }[]
  backtest: { from: string; to: string; fired: number; judged: number; frozen: number } | null
}

export interface RuleTestPayload {
  test: RuleTest | null
  userErrors: UserError[]
}
