/** How a body reaches the collector, and what its answer means for the batch. */

/**
 * `accepted`: it is durable there. `refused`: it never will be. `retry`: later, not before `afterMs` if the collector
 * said so. `unknown`: handed to the browser, which tells nobody how it ended.
 */
export type Outcome = { kind: 'accepted' | 'refused' | 'unknown' } | { kind: 'retry'; afterMs?: number }

export type Post = (body: string, keepalive: boolean) => Promise<Outcome>

/** After so long without an answer it is taken for a network error. */
const TIMEOUT_MS = 30_000
const MAX_RETRY_AFTER_MS = 3_600_000

/** 2xx is accepted, 408, 429 and 5xx are worth another try, every other answer is final. */
export function outcomeOf(status: number, retryAfter: string | null): Outcome {
  if (status >= 200 && status < 300) return { kind: 'accepted' }
  if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused' }
  // In seconds, as Sightline's collector says it; a date (RFC 9110, 10.2.3) is NaN here and leaves it to the backoff.
  return { kind: 'retry', afterMs: Math.min(Number(retryAfter) * 1000 || 0, MAX_RETRY_AFTER_MS) }
}

/**
 * Posts as `text/plain`, which needs no preflight, and without cookies. A body that must outlive its page goes by
 * `fetch` with `keepalive`, or by `sendBeacon` where that is unknown (Firefox before 133).
 */
export function createPost(url: string, fetch: typeof globalThis.fetch): Post {
  const knowsKeepalive = 'keepalive' in Request.prototype
  return async (body, keepalive) => {
    if (keepalive && !knowsKeepalive && document.visibilityState === 'hidden') {
      const taken = navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }))
      return { kind: taken ? 'unknown' : 'retry' }
    }
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        keepalive,
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null,
      })
      return outcomeOf(response.status, response.headers.get('retry-after'))
    } catch {
      return { kind: 'retry' }
    }
  }
}
