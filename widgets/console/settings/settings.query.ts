import type { UserError } from '../forms/mutation-controller.ts'

export const SITE_SETTINGS_QUERY = /* GraphQL */ `
  query ConsoleSiteSettings($site: ID!) {
    site(id: $site) {
      id
      name
      origins
      timeZone
    }
  }
`

export interface SiteSettings {
  id: string
  name: string
  origins: string[]
  timeZone: string
}

export interface SiteSettingsAnswer {
  site: SiteSettings | null
}

export const UPDATE_SITE = /* GraphQL */ `
  mutation ConsoleUpdateSite($input: UpdateSiteInput!) {
    updateSite(input: $input) {
      site {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export const CREATE_SITE = /* GraphQL */ `
  mutation ConsoleCreateSite($input: CreateSiteInput!) {
    createSite(input: $input) {
      site {
        id
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface SitePayload {
  site: { id: string } | null
  userErrors: UserError[]
}

export const WRITE_KEYS_QUERY = /* GraphQL */ `
  query ConsoleWriteKeys($site: ID!) {
    site(id: $site) {
      allWriteKeys {
        key
        createdAt
        disabledAt
      }
    }
  }
`

export interface WriteKey {
  key: string
  createdAt: string
  disabledAt: string | null
}

export interface WriteKeysAnswer {
  site: { allWriteKeys: WriteKey[] } | null
}

export const CREATE_WRITE_KEY = /* GraphQL */ `
  mutation ConsoleCreateWriteKey($site: ID!) {
    createWriteKey(site: $site) {
      writeKey {
        key
      }
      userErrors {
        path
        message
      }
    }
  }
`

export interface WriteKeyPayload {
  writeKey: { key: string } | null
  userErrors: UserError[]
}

export const DISABLE_WRITE_KEY = /* GraphQL */ `
  mutation ConsoleDisableWriteKey($site: ID!, $key: String!, $force: Boolean) {
    disableWriteKey(site: $site, key: $key, force: $force) {
      userErrors {
        path
        message
      }
    }
  }
`

export const TOKENS_QUERY = /* GraphQL */ `
  query ConsoleTokens {
    tokens {
      id
      name
      kind
      scopes
      sites
      asking
      createdAt
      expiresAt
      revokedAt
    }
    sites(first: 200) {
      nodes {
        id
        name
      }
    }
  }
`

export interface ApiToken {
  id: string
  name: string
  kind: 'API' | 'SESSION' | 'START'
  scopes: string[]
  sites: string[] | null
  asking: boolean
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
}

export interface TokensAnswer {
  tokens: ApiToken[]
  sites: { nodes: { id: string; name: string }[] }
}

export const CREATE_TOKEN = /* GraphQL */ `
  mutation ConsoleCreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      userErrors {
        path
        message
      }
    }
  }
`

export interface TokenPayload {
  secret: string | null
  userErrors: UserError[]
}

export const REVOKE_TOKEN = /* GraphQL */ `
  mutation ConsoleRevokeToken($id: ID!) {
    revokeToken(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`

export interface DonePayload {
  userErrors: UserError[]
}
