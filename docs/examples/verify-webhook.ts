/** What a receiver does with a webhook of Sightline (standardwebhooks.com): needs nothing but the secret. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_S = 5 * 60

/** True if the body comes from Sightline and is new enough. `body` is the text as it came, before any JSON.parse. */
export function isFromSightline(
  headers: Record<string, string | string[] | undefined>,
  body: string,
  secret: string,
  nowS: number = Date.now() / 1000,
): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  )
  if (!(Math.abs(nowS - Number(timestamp)) <= TOLERANCE_S)) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return String(signatures)
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice(3), 'base64'))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected))
}

const seen = new Set<string>()

/** A notice may come more than once; its id says so. Keep ids for two days, in a database rather than in memory. */
export function isNew(headers: Record<string, string | string[] | undefined>): boolean {
  const id = String(headers['webhook-id'])
  if (seen.has(id)) return false
  seen.add(id)
  return true
}
