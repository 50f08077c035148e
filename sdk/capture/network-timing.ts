/** Where the time of something loaded went, and what it weighed, as PerformanceResourceTiming tells. Milliseconds and bytes. */

/** Each phase as a length. What the browser does not tell (0 in the entry) is undefined and not 0. */
export function networkPhases(entry: PerformanceResourceTiming) {
  return {
    dns: span(entry.domainLookupStart, entry.domainLookupEnd),
    tcp: span(entry.connectStart, entry.secureConnectionStart || entry.connectEnd),
    tls: span(entry.secureConnectionStart, entry.connectEnd),
    request: span(entry.requestStart, entry.responseStart),
    response: span(entry.responseStart, entry.responseEnd),
  }
}

/**
 * The same for a request: one on a connection that was there already had no dns, tcp and tls, and zeros would make the
 * connections of the others look faster. Undefined where nothing is told: another origin without Timing-Allow-Origin.
 */
export function requestPhases(entry: PerformanceResourceTiming) {
  if (!(entry.requestStart > 0)) return undefined
  const { request, response, ...connection } = networkPhases(entry)
  return { ...(entry.connectEnd > entry.connectStart && connection), request, response }
}

/**
 * Bytes of the body as it was sent, also of one that came from the cache. A 0 is one only where it is told that there
 * was an answer: other origins hide theirs, and what a service worker made itself has no size.
 */
export function bodySize(entry: PerformanceResourceTiming): number | undefined {
  const isTold = entry.encodedBodySize > 0 || (entry.requestStart > 0 && !(entry.workerStart > 0))
  return isTold ? entry.encodedBodySize : undefined
}

export function tenths(durationMs: number): number {
  return Math.round(durationMs * 10) / 10
}

function span(from: number, to: number): number | undefined {
  return from > 0 && to >= from ? tenths(to - from) : undefined
}
