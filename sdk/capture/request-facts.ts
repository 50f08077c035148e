/** What fetch and XMLHttpRequest tell alike of a request, in the words of the wire. */
import type { RequestEvent } from '../wire/batch.generated.ts'
import type { Trace } from './traceparent.ts'

export type Asked = { method: string; url: URL; trace?: Trace | undefined }
/** `size` is what the head of the answer says, for when the browser's own entry tells nothing. */
export type Outcome = {
  failed?: Exclude<RequestEvent['failed'], 'status'>
  status?: number
  size?: number | undefined
}
/** Says how it ended. To be called once. */
export type End = (outcome: Outcome) => void

/** What those who watch the page's requests report to. */
export type RequestWatch = {
  /** False once everything has stopped: then they pass on what comes and do nothing else. */
  isOn: () => boolean
  /** The trace for a request to this address that has none, if it is to have one. */
  traceFor: (url: URL) => Trace | undefined
  /** It is on its way since then, on the clock of `performance.now()`. What is not asked of the network is only counted. */
  begin: (asked: Asked | undefined, begin: number) => End
}

/** Undefined for what does not go over the network (`data:`, `blob:`). Throws where there is no such address. */
export function askedFor(method: string, url: string): Asked | undefined {
  const absolute = new URL(url, document.baseURI)
  return /^http/.test(absolute.protocol) ? { method, url: absolute } : undefined
}

/** A signal may abort with anything as its reason; one with a time limit does with a TimeoutError. */
export function failureOf(thrown: unknown, isAborted = false): Outcome {
  const name = (thrown as { name?: unknown } | null | undefined)?.name
  if (name === 'TimeoutError') return { failed: 'timeout' }
  return { failed: isAborted || name === 'AbortError' ? 'abort' : 'network' }
}

/** Of a `content-length`. */
export function lengthOf(header: string | null | undefined): number | undefined {
  return header ? parseInt(header) || undefined : undefined
}
