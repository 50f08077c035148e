/** A real provider of OpenID Connect on loopback, at which everybody is signed in already as whoever the test says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type ProviderServer = {
  issuer: string
  /** Who is sitting at the browser; null: somebody who refuses. */
  person: { email: string; email_verified?: boolean } | null
  close(): Promise<void>
}

export const CLIENT = { id: 'sightline', secret: 'a secret of the provider, 32 bytes long' }

export async function startOidcProvider(redirectUri: string, port = 0): Promise<ProviderServer> {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...server.person }) }),
    // Nobody has to consent.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  })
  const answer = provider.callback()
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void answer(request, response)
      return
    }
    const result = server.person === null ? { error: 'access_denied' } : { login: { accountId: 'somebody' } }
    void provider.interactionFinished(request, response, result)
  })
  const server: ProviderServer = {
    issuer,
    person: null,
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return server
}
