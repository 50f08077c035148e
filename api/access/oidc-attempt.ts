/**
 * A sign-in that has begun: what its answer must fit, kept in a signed cookie of the browser that began it, for ten
 * minutes. Nothing of it is on the server, so that any process may take the answer.
 */
import { createHash } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { SignInError } from './sign-in-errors.ts'

export type Attempt = { state: string; nonce: string; verifier: string; to: string }

export const ATTEMPT_S = 600
const TYPE = 'sightline-sign-in+jwt'

/** A secret of its own, so that nothing the provider's secret signs is taken for an attempt. */
export function attemptKey(clientSecret: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`sightline sign-in ${clientSecret}`).digest())
}

export function sealAttempt(attempt: Attempt, key: Uint8Array, now: number): Promise<string> {
  const at = Math.floor(now / 1000)
  return new SignJWT(attempt)
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuedAt(at)
    .setExpirationTime(at + ATTEMPT_S)
    .sign(key)
}

export async function openAttempt(sealed: string | null, key: Uint8Array, now: number): Promise<Attempt> {
  try {
    const { payload } = await jwtVerify<Attempt>(sealed ?? '', key, {
      algorithms: ['HS256'],
      typ: TYPE,
      requiredClaims: ['exp', 'state', 'nonce', 'verifier', 'to'],
      currentDate: new Date(now),
    })
    return payload
  } catch (error) {
    const code = error instanceof errors.JWTExpired ? 'EXPIRED' : 'STATE_MISMATCH'
    throw new SignInError(code, { cause: error })
  }
}

/** A path of this origin, or the first page: whoever makes a link to the sign-in must not choose another site. */
export function pathOnly(to: unknown, origin: string): string {
  // Browsers take a backslash for a slash, and leave out tabs and line ends.
  if (typeof to !== 'string' || to.length > 2000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to)) return '/'
  const url = URL.canParse(to, origin) ? new URL(to, origin) : null
  return url?.origin === origin && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/'
}
