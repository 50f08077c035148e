/** What a call of fetch or an XMLHttpRequest says of the request that was made, in the words of the wire. */
import type { Call } from '../capture/requests.ts'
import type { RequestEvent } from '../wire/batch.generated.ts'
import { requestOf } from './trace-fetch.ts'

export type Asked = { method: string; url: URL }
/** `size` is what the head of the answer says, for when the browser's own entry tells nothing. */
export type Outcome = {
  failed?: Exclude<RequestEvent['failed'], 'status'>
  status?: number | undefined
  size?: number | undefined
}

/** Undefined for what does not go over the network (`data:`, `blob:`). Throws where there is no such address. */
export function askedBy({ args, opened }: Call): Asked | undefined {
  const [input = '', init] = args ?? []
  const request = requestOf(input)
  const [method, address] = opened?.args ?? [init?.method ?? request?.method ?? 'GET', request?.url ?? input]
  const url = new URL(String(address), document.baseURI)
  return /^http/.test(url.protocol) ? { method: String(method), url } : undefined
}

/** Four hundred and more is told by the status itself. */
export function outcomeOf(call: Call): Outcome {
  const { answer, status = answer?.status, thrown, type, xhr, args } = call
  if (answer || type === 'load') return { status, size: lengthOf(call) }
  const [input, init] = args ?? ['']
  const signal = init?.signal ?? requestOf(input)?.signal
  const name = (thrown as { name?: unknown } | null | undefined)?.name
  // A signal may abort with anything as its reason; one with a time limit does with a TimeoutError.
  if (type === 'timeout' || name === 'TimeoutError') return { failed: 'timeout' }
  const isAborted = type === 'abort' || name === 'AbortError' || (!xhr && signal?.aborted === true)
  return { failed: isAborted ? 'abort' : 'network' }
}

/** Not by `getResponseHeader`, which complains in the console where another origin does not allow it. */
function lengthOf({ xhr, answer }: Call): number | undefined {
  const length = xhr
    ? /^content-length: *(\d+)/im.exec(xhr.getAllResponseHeaders())?.[1]
    : answer?.headers.get('content-length')
  return length ? parseInt(length) || undefined : undefined
}
