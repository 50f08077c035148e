import type { UserError } from '../forms/mutation-controller.ts'

export const EMBED_QUERY = /* GraphQL */ `
  query ConsoleEmbed($site: ID!) {
    capabilities {
      embeddable {
        name
        wholeSite
      }
    }
    site(id: $site) {
      embedSecrets {
        kid
        createdAt
        disabledAt
      }
      funnels {
        id
        name
      }
      slos {
        id
        name
      }
    }
  }
`

export interface EmbedSecret {
  kid: string
  createdAt: string
  disabledAt: string | null
}

export interface EmbedAnswer {
  capabilities: { embeddable: { name: string; wholeSite: boolean }[] }
  site: {
    embedSecrets: EmbedSecret[]
    funnels: { id: string; name: string }[]
    slos: { id: string; name: string }[]
  } | null
}

export const CREATE_EMBED_SECRET = /* GraphQL */ `
  mutation ConsoleCreateEmbedSecret($site: ID!) {
    createEmbedSecret(site: $site) {
      kid
      secret
      userErrors {
        path
        message
      }
    }
  }
`

export interface EmbedSecretPayload {
  kid: string | null
  secret: string | null
  userErrors: UserError[]
}

export const DISABLE_EMBED_SECRET = /* GraphQL */ `
  mutation ConsoleDisableEmbedSecret($site: ID!, $kid: String!) {
    disableEmbedSecret(site: $site, kid: $kid) {
      userErrors {
        path
        message
      }
    }
  }
`

export const CREATE_EMBED_TOKEN = /* GraphQL */ `
  mutation ConsoleCreateEmbedToken($input: CreateEmbedTokenInput!) {
    createEmbedToken(input: $input) {
      token
      jti
      expiresAt
      userErrors {
        path
        message
      }
    }
  }
`

export interface EmbedTokenPayload {
  token: string | null
  jti: string | null
  expiresAt: string | null
  userErrors: UserError[]
}

export const REVOKE_EMBED_TOKEN = /* GraphQL */ `
  mutation ConsoleRevokeEmbedToken($site: ID!, $jti: String!) {
    revokeEmbedToken(site: $site, jti: $jti) {
      userErrors {
        path
        message
      }
    }
  }
`
