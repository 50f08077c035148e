/** Signing in to the console: a token that works becomes a cookie that scripts cannot read. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authenticator } from './authenticate.ts'
import { cookieOf, cookieText } from './cookies.ts'

/** Of the token that a browser signed in with. */
export const SESSION_COOKIE = 'sightline'
const SIGNED_IN_S = 30 * 86_400

export function signInRoutes(
  app: FastifyInstance,
  { authenticator, secure }: { authenticator: Authenticator; secure: boolean },
): void {
  const setCookie = (value: string, maxAgeS: number) =>
    cookieText({ name: SESSION_COOKIE, value, maxAgeS, secure })

  // A form of another site cannot send JSON without a preflight, which is never granted.
  app.post<{ Body: { token?: unknown } | null }>('/sign-in', { bodyLimit: 4096 }, async (request, reply) => {
    const token = request.body?.token
    const secret = typeof token === 'string' ? await authenticator.signIn(token.trim()) : null
    if (secret === null)
      return reply.code(401).send({ message: 'This token does not work: it is unknown, expired or revoked.' })
    return reply.header('set-cookie', setCookie(secret, SIGNED_IN_S)).code(204).send()
  })

  app.post('/sign-out', async (request, reply) => {
    const secret = secretOf(request, secure)
    if (secret !== null) await authenticator.signOut(secret)
    return reply.header('set-cookie', setCookie('', 0)).code(204).send()
  })
}

/** The token that a request brings, in the header or in the cookie. */
export function secretOf(request: FastifyRequest, secure: boolean): string | null {
  const header = /^Bearer ([\w-]{1,200}|[\w.-]{1,8000})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (header !== undefined) return header
  return cookieOf(request, SESSION_COOKIE, secure)
}
