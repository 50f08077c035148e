import type { UserError } from '../forms/mutation-controller.ts'

export const CHANNELS_QUERY = /* GraphQL */ `
  query ConsoleChannels($site: ID!) {
    site(id: $site) {
      timeZone
      channels {
        id
        name
        kind
        target
        oldSecretUntil
      }
    }
  }
`

export type ChannelKind = 'WEBHOOK' | 'SLACK' | 'TEAMS' | 'EMAIL'

export interface SavedChannel {
  id: string
  name: string
  kind: ChannelKind
  target: string
  oldSecretUntil: string | null
}

export interface ChannelsAnswer {
  site: { timeZone: string; channels: SavedChannel[] } | null
}

export const CREATE_CHANNEL = /* GraphQL */ `
  mutation ConsoleCreateChannel($input: CreateChannelInput!) {
    createChannel(input: $input) {
      channel {
        id
      }
      secret
      userErrors {
        path
        message
      }
    }
  }
`

export const UPDATE_CHANNEL = /* GraphQL */ `
  mutation ConsoleUpdateChannel($input: UpdateChannelInput!) {
    updateChannel(input: $input) {
      channel {
        id
      }
      secret
      userErrors {
        path
        message
      }
    }
  }
`

export const ROTATE_SECRET = /* GraphQL */ `
  mutation ConsoleRotateChannelSecret($id: ID!) {
    rotateChannelSecret(id: $id) {
      channel {
        id
      }
      secret
      userErrors {
        path
        message
      }
    }
  }
`

export interface ChannelPayload {
  channel: { id: string } | null
  secret: string | null
  userErrors: UserError[]
}

export const TEST_CHANNEL = /* GraphQL */ `
  mutation ConsoleTestChannel($id: ID!) {
    testChannel(id: $id) {
      delivered
      answer
      userErrors {
        path
        message
      }
    }
  }
`

export interface ChannelTestPayload {
  delivered: boolean | null
  answer: string | null
  userErrors: UserError[]
}

export const DELETE_CHANNEL = /* GraphQL */ `
  mutation ConsoleDeleteChannel($id: ID!) {
    deleteChannel(id: $id) {
      userErrors {
        path
        message
      }
    }
  }
`
