/** Standard Webhooks (standardwebhooks.com): what proves to a receiver who sent a body, when, and whether it saw it before. */
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`
}

export type Signed = {
  /** Of the delivery: the same in every try, so that a receiver knows what it had. */
  id: string
  timestampS: number
  body: string
  /** While a secret is replaced both sign, and the receiver takes whichever it knows. */
  secrets: readonly string[]
}

export function signWebhook({ id, timestampS, body, secrets }: Signed): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': signatures.join(' '),
  }
}
