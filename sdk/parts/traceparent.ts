/** The `traceparent` header of W3C Trace Context (https://www.w3.org/TR/trace-context/): under which trace a server knows a request. */
import { toHex, type RandomBytes } from '../session/uuid.ts'

export type Trace = { traceId: string; spanId: string }

export const TRACEPARENT = 'traceparent'

export function newTrace(randomBytes: RandomBytes): Trace {
  return { traceId: toHex(randomBytes(16)), spanId: toHex(randomBytes(8)) }
}

/** Marked as sampled: what a visitor's browser measured is worth keeping on the server too. */
export function formatTraceparent({ traceId, spanId }: Trace): string {
  return `00-${traceId}-${spanId}-01`
}

/** The ids of a header that the page or another tool made; undefined if it is none. Later versions may have more fields. */
export function parseTraceparent(header: string): Trace | undefined {
  const [, traceId, spanId] =
    /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}(?:$|-)/.exec(header) ?? []
  return traceId && spanId ? { traceId, spanId } : undefined
}
