import type { UserError } from '../forms/mutation-controller.ts'

export const STATUS_PAGES_QUERY = /* GraphQL */ `
  query ConsoleStatusPages($site: ID!) {
    site(id: $site) {
      slos {
        id
        name
      }
      statusPages {
        id
        slug
        title
        description
        theme
        origins
        published
        floor
        components {
          key
          name
          description
          slo
          vital
        }
        incidents {
          id
          title
          impact
          status
          components
          startedAt
          resolvedAt
          updates {
            status
            message
            at
          }
        }
      }
    }
  }
`

export interface StatusComponent {
  key: string
  name: string
  description: string
  slo: string | null
  vital: string | null
}

export interface Incident {
  id: string
  title: string
  impact: string
  status: string
  components: string[]
  startedAt: string
  resolvedAt: string | null
  updates: { status: string; message: string; at: string }[]
}

export interface StatusPage {
  id: string
  slug: string
  title: string
  description: string
  theme: string
  origins: string[]
  published: boolean
  floor: number
  components: StatusComponent[]
  incidents: Incident[]
}

export interface StatusPagesAnswer {
  site: { slos: { id: string; name: string }[]; statusPages: StatusPage[] } | null
}

export const SAVE_STATUS_PAGE = /* GraphQL */ `
  mutation ConsoleSaveStatusPage($input: SaveStatusPageInput!) {
    saveStatusPage(input: $input) {
      statusPage {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface StatusPagePayload {
  statusPage: { id: string } | null
  userErrors: UserError[]
}

export const DELETE_STATUS_PAGE = /* GraphQL */ `
  mutation ConsoleDeleteStatusPage($id: ID!) {
    deleteStatusPage(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`

export const OPEN_INCIDENT = /* GraphQL */ `
  mutation ConsoleOpenIncident($input: OpenIncidentInput!) {
    openIncident(input: $input) {
      incident {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const UPDATE_INCIDENT = /* GraphQL */ `
  mutation ConsoleUpdateIncident($input: UpdateIncidentInput!) {
    updateIncident(input: $input) {
      incident {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface IncidentPayload {
  incident: { id: string } | null
  userErrors: UserError[]
}

export const DELETE_INCIDENT = /* GraphQL */ `
  mutation ConsoleDeleteIncident($id: ID!) {
    deleteIncident(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`
