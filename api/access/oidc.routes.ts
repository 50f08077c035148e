/**
 * Signing in by OpenID Connect:
 *
 *   /sign-in/oidc ──▶ the provider ──▶ /sign-in/oidc/callback ──▶ `to`, signed in for 12 hours
 *                                              └──▶ /?signInError=<code>
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Control } from '../db/prisma.ts'
import { createTokenBuckets } from '../token-buckets.ts'
import { cookieOf, cookieText } from './cookies.ts'
import { ATTEMPT_S, attemptKey, openAttempt, pathOnly, sealAttempt } from './oidc-attempt.ts'
import { createOidcProvider } from './oidc-provider.ts'
import { type OidcSettings, isAmong } from './oidc-settings.ts'
import { SignInError } from './sign-in-errors.ts'
import { SESSION_COOKIE } from './sign-in.routes.ts'
import { createToken } from './tokens.ts'

export type OidcParts = {
  settings: OidcSettings | null
  control: Control
  /** Where browsers reach this server, for the way back. */
  publicUrl: string
  now: () => number
  onError: (error: unknown) => void
}

const ATTEMPT_COOKIE = 'sightline-sign-in'
/** Whoever leaves the company has to be out by the next day. */
const SIGNED_IN_S = 12 * 3600
/** Of one address. */
const RATE = { capacity: 20, perSecond: 0.5 }

export function oidcRoutes(
  app: FastifyInstance,
  { settings, control, publicUrl, now, onError }: OidcParts,
): void {
  app.get('/sign-in/methods', (_, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .send({ oidc: settings === null ? null : { name: settings.name } }),
  )
  if (settings === null) return
  const secure = publicUrl.startsWith('https:')
  const { origin } = new URL(publicUrl)
  const redirectUri = `${origin}/sign-in/oidc/callback`
  const provider = createOidcProvider(settings)
  const key = attemptKey(settings.clientSecret)
  const buckets = createTokenBuckets({ ...RATE, now })
  const attemptCookie = (value: string, maxAgeS: number) =>
    cookieText({ name: ATTEMPT_COOKIE, value, maxAgeS, secure })
  const sendBack = (reply: FastifyReply, error: unknown) => {
    if (!(error instanceof SignInError)) throw error
    if (['PROVIDER_AWAY', 'TOKEN_INVALID'].includes(error.code)) onError(error)
    return reply.redirect(`/?signInError=${error.code}`, 303)
  }

  app.get<{ Querystring: { to?: unknown } }>('/sign-in/oidc', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const retryAfterS = buckets.take(request.ip)
    if (retryAfterS !== null)
      return reply
        .code(429)
        .header('retry-after', String(retryAfterS))
        .send({ message: `Too many attempts from this address: try again in ${retryAfterS} s.` })
    try {
      const { url, attempt } = await provider.begin(redirectUri)
      const sealed = await sealAttempt({ ...attempt, to: pathOnly(request.query.to, origin) }, key, now())
      return await reply.header('set-cookie', attemptCookie(sealed, ATTEMPT_S)).redirect(url.href, 303)
    } catch (error) {
      return sendBack(reply, error)
    }
  })

  app.get('/sign-in/oidc/callback', async (request, reply) => {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    const spent = attemptCookie('', 0)
    try {
      const attempt = await openAttempt(cookieOf(request, ATTEMPT_COOKIE, secure), key, now())
      const answer = new URL(request.url, origin)
      const email = await provider.emailOf(answer, attempt)
      const secret = await sessionFor(email)
      const session = cookieText({ name: SESSION_COOKIE, value: secret, maxAgeS: SIGNED_IN_S, secure })
      return await reply.header('set-cookie', [spent, session]).redirect(attempt.to, 303)
    } catch (error) {
      return sendBack(reply.header('set-cookie', spent), error)
    }
  })

  async function sessionFor(email: string): Promise<string> {
    const { allowed, managers, sites } = settings as OidcSettings
    if (!isAmong(email, allowed)) throw new SignInError('NOT_ALLOWED')
    const found = sites === null ? null : await control.site.findMany({ where: { slug: { in: [...sites] } } })
    return createToken(control, {
      name: email.slice(0, 100),
      kind: 'session',
      scopes: isAmong(email, managers) ? ['READ', 'MANAGE'] : ['READ'],
      siteIds: found?.map(({ id }) => id) ?? null,
      expiresAt: new Date(now() + SIGNED_IN_S * 1000),
    })
  }
}
