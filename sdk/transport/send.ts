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
export function outcomeOf(status: number, retryAfter: string | null, now: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'accepted' }
  if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused' }
  const afterMs = retryAfterMs(retryAfter, now)
  return { kind: 'retry', ...(afterMs !== undefined && { afterMs }) }
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3), at most an hour. */
function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MAX_RETRY_AFTER_MS)
}

/**
 * Posts as `text/plain`, which needs no preflight, and without cookies. A body that must outlive its page goes by
 * `fetch` with `keepalive`, or by `sendBeacon` where that is unknown (Firefox before 133).
 */
export function createPost(url: string, fetch: typeof globalThis.fetch, now: () => number): Post {
  const knowsKeepalive = 'keepalive' in Request.prototype
  return async (body, keepalive) => {
    if (keepalive && !knowsKeepalive && document.visibilityState === 'hidden') {
      const taken = navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }))
      return { kind: taken ? 'unknown' : 'retry' }
    }
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        keepalive,
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        signal: abort.signal,
      })
      return outcomeOf(response.status, response.headers.get('retry-after'), now())
    } catch {
      return { kind: 'retry' }
    } finally {
      clearTimeout(timer)
    }
  }
}
