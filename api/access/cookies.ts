/** Cookies that scripts cannot read. */
import type { FastifyRequest } from 'fastify'

/** The prefix makes browsers refuse it without Secure and from subdomains; without TLS it cannot be used. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

/** For `set-cookie`. An age of 0 takes the cookie away. */
export function cookieText({
  name,
  value,
  maxAgeS,
  secure,
}: {
  name: string
  value: string
  maxAgeS: number
  secure: boolean
}): string {
  return `${cookieName(name, secure)}=${value}; Max-Age=${maxAgeS}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

export function cookieOf({ headers }: FastifyRequest, name: string, secure: boolean): string | null {
  const prefix = `${cookieName(name, secure)}=`
  const cookies = (headers.cookie ?? '').split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? null
}
