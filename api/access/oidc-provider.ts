/** The provider of OpenID Connect: asked who somebody is by code, with PKCE, state and nonce. */
import {
  AuthorizationResponseError,
  ClientError,
  type Configuration,
  type IDToken,
  ResponseBodyError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Attempt } from './oidc-attempt.ts'
import type { OidcSettings } from './oidc-settings.ts'
import { SignInError } from './sign-in-errors.ts'

/** Somebody waits for it. */
const TIMEOUT_S = 8

export type OidcProvider = {
  /** Where to send the browser, and what its answer must fit. */
  begin(redirectUri: string): Promise<{ url: URL; attempt: Omit<Attempt, 'to'> }>
  /** The verified address of whoever came back with this answer. Throws a SignInError for anything else. */
  emailOf(answer: URL, attempt: Attempt): Promise<string>
}

export function createOidcProvider({ issuer, clientId, clientSecret, scopes }: OidcSettings): OidcProvider {
  let found: Promise<Configuration> | null = null
  /** Once for all; a provider that was away is asked again by whoever comes next. */
  const configuration = (): Promise<Configuration> => {
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: TIMEOUT_S,
    }).catch((error: unknown) => {
      found = null
      throw new SignInError('PROVIDER_AWAY', { cause: error })
    })
    return found
  }
  return {
    begin: async (redirectUri) => {
      const config = await configuration()
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { url, attempt }
    },
    emailOf: async (answer, { state, nonce, verifier }) => {
      if (answer.searchParams.get('state') !== state) throw new SignInError('STATE_MISMATCH')
      const config = await configuration()
      try {
        const tokens = await authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new SignInError('TOKEN_INVALID')
        // Many providers tell the address only when they are asked for it.
        const told: Person =
          claims['email'] === undefined
            ? await fetchUserInfo(config, tokens.access_token, claims.sub)
            : claims
        return verifiedEmail(told)
      } catch (error) {
        throw asSignInError(error)
      }
    },
  }
}

type Person = Pick<IDToken, string>

/** Entra does not say `email_verified`; `xms_edov` tells there that the domain's owner vouches for the address. */
function verifiedEmail({ email, email_verified: verified, xms_edov: vouched }: Person): string {
  const isVerified = verified === true || (verified === undefined && (vouched === true || vouched === '1'))
  if (typeof email !== 'string' || !email.includes('@') || !isVerified)
    throw new SignInError('EMAIL_UNVERIFIED')
  return email
}

function asSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error
  if (error instanceof AuthorizationResponseError) return new SignInError('DENIED', { cause: error })
  if (error instanceof ResponseBodyError)
    return new SignInError(error.error === 'invalid_grant' ? 'CODE_REFUSED' : 'TOKEN_INVALID', {
      cause: error,
    })
  // What fetch throws where nobody answers, and what the library makes of a time that is over.
  const isAway =
    error instanceof TypeError || (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT')
  return new SignInError(isAway ? 'PROVIDER_AWAY' : 'TOKEN_INVALID', { cause: error })
}
