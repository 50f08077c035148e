/** How a body reaches the collector, and what its answer means for the batch. */

/**
 * `accepted`: it is durable there. `refused`: it never will be. `retry`: later, not before `afterMs` if the collector
 * said so. `unknown`: handed to the browser, which tells nobody how it ended.
 */
export type Outcome = { kind: 'accepted' | 'refused' | 'unknown' | 'retry'; afterMs?: number }

/** JSON, or the same gzipped. */
export type Body = string | ArrayBuffer
export type Post = (body: Body, keepalive: boolean) => Promise<Outcome>

/** After so long without an answer it is taken for a network error. */
const TIMEOUT_MS = 30_000
const MAX_RETRY_AFTER_MS = 3_600_000
/** Under this gzip saves less than the packet that the headers fill anyway. */
const MIN_PACKED_LENGTH = 1024

/** 2xx is accepted, 408, 429 and 5xx are worth another try, every other answer is final. */
export function outcomeOf(status: number, retryAfter: string | null): Outcome {
  if (status >= 200 && status < 300) return { kind: 'accepted' }
  if (status !== 408 && status !== 429 && status < 500) return { kind: 'refused' }
  // In seconds, as Sightline's collector says it; a date (RFC 9110, 10.2.3) is NaN here and leaves it to the backoff.
  return { kind: 'retry', afterMs: Math.min(Number(retryAfter) * 1000 || 0, MAX_RETRY_AFTER_MS) }
}

/**
 * The body gzipped, which takes a moment; undefined where that does not pay or the browser cannot (Safari before 16.4,
 * Firefox before 113). Whole rather than as a Blob or stream: what outlives its page must not have to be read from it.
 */
export function pack(body: string): Promise<ArrayBuffer> | undefined {
  if (body.length < MIN_PACKED_LENGTH || !('CompressionStream' in window)) return undefined
  const { readable, writable } = new CompressionStream('gzip')
  const writer = writable.getWriter()
  // Whoever reads hears of their errors.
  writer.write(new TextEncoder().encode(body)).catch(() => {})
  writer.close().catch(() => {})
  return new Response(readable).arrayBuffer()
}

/**
 * Posts as `text/plain`, which needs no preflight, and without cookies; the collector knows gzip by its first bytes. A
 * body that must outlive its page goes by `fetch` with `keepalive`, or by `sendBeacon` where that is unknown (Firefox
 * before 133). `heardOf` learns which version of the site's settings an answer names.
 */
export function createPost(
  url: string,
  fetch: typeof globalThis.fetch,
  heardOf: (version: unknown) => void,
): Post {
  const knowsKeepalive = 'keepalive' in Request.prototype
  return async (body, keepalive) => {
    try {
      if (keepalive && !knowsKeepalive && document.visibilityState === 'hidden') {
        const taken = navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }))
        return { kind: taken ? 'unknown' : 'retry' }
      }
      const response = await fetch(url, {
        method: 'POST',
        body,
        keepalive,
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null,
      })
      response
        .json()
        .then(({ config }: { config?: unknown }) => heardOf(config))
        .catch(() => {})
      return outcomeOf(response.status, response.headers.get('retry-after'))
    } catch {
      return { kind: 'retry' }
    }
  }
}
