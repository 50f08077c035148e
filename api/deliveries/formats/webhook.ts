import type { Notice } from '../notice.ts'

/** The body of a webhook, in the form that Standard Webhooks suggests. JSON needs no other escaping. */
export function webhookBody({ kind, at, ...rest }: Notice): string {
  return JSON.stringify({ type: kind, timestamp: at, data: rest })
}
