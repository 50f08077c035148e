/** A call of `fetch` with a trace, as far as that changes nothing else. */
import type { FetchArgs } from '../capture/requests.ts'
import { formatTraceparent, parseTraceparent, TRACEPARENT, type Trace } from './traceparent.ts'

/** By its shape: the Request of a frame or of a polyfill is no instance of this window's. */
export function requestOf(input: FetchArgs[0]): Request | undefined {
  return input && typeof input === 'object' && 'url' in input ? input : undefined
}

/** The same call with the header, or with the trace that the page put there itself. Undefined: leave it as it is. */
export function traceFetch(
  [input, init]: FetchArgs,
  trace: Trace,
): { sent: FetchArgs; trace: Trace | undefined } | undefined {
  const request = requestOf(input)
  // Without CORS the browser takes the header away. Options that are no plain object may lose by being copied.
  const isPlain = !init || [Object.prototype, null].includes(Object.getPrototypeOf(init) as object | null)
  if (!isPlain || (init?.mode ?? request?.mode) === 'no-cors') return undefined
  const headers = new Headers(init?.headers ?? request?.headers)
  const own = headers.get(TRACEPARENT)
  if (own === null) headers.set(TRACEPARENT, formatTraceparent(trace))
  // Any option at all makes the browser forget the referrer of a Request (https://fetch.spec.whatwg.org/#dom-request).
  const kept = Object.values(init ?? {}).some((value) => value !== undefined)
    ? undefined
    : request && { referrer: request.referrer, referrerPolicy: request.referrerPolicy }
  return {
    sent: [input, { ...kept, ...init, headers }],
    trace: own === null ? trace : parseTraceparent(own),
  }
}
