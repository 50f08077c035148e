import type { UserError } from '../forms/mutation-controller.ts'

export const FUNNELS_QUERY = /* GraphQL */ `
  query ConsoleFunnels($site: ID!) {
    site(id: $site) {
      funnels {
        id
        name
        stepNames
        definition
      }
    }
  }
`

export interface SavedFunnel {
  id: string
  name: string
  stepNames: string[]
  /** FunnelDefinitionInput as JSON. */
  definition: string
}

export interface FunnelsAnswer {
  site: { funnels: SavedFunnel[] } | null
}

export const CREATE_FUNNEL = /* GraphQL */ `
  mutation ConsoleCreateFunnel($input: CreateFunnelInput!) {
    createFunnel(input: $input) {
      funnel {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const UPDATE_FUNNEL = /* GraphQL */ `
  mutation ConsoleUpdateFunnel($input: UpdateFunnelInput!) {
    updateFunnel(input: $input) {
      funnel {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface FunnelPayload {
  funnel: { id: string } | null
  userErrors: UserError[]
}

export const DELETE_FUNNEL = /* GraphQL */ `
  mutation ConsoleDeleteFunnel($id: ID!) {
    deleteFunnel(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`

export interface DeletedPayload {
  userErrors: UserError[]
}
