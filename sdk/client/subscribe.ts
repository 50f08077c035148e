/**
 * A subscription by server-sent events (graphql-sse, distinct connections).
 *
 *   connecting ──stream──▶ open ──next──▶ open ──complete──▶ over
 *        ▲ └──refused──▶ thrown   └──broken──┐
 *        └───────────── waiting ◀────────────┘
 */
import { resultOf } from './answer.ts'
import { type Endpoint, type Question, openStream } from './ask.ts'
import { readEvents } from './event-stream.ts'
import { QueryError } from './query-error.ts'

/** How long to wait after so many failures in a row, ms. */
export type Reconnect = (failures: number) => number

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** Twice as long each time, and by chance up to a half shorter, so that not all come back at once. */
export const reconnectAfterMs: Reconnect = (failures) =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (1 - Math.random() / 2)

/** What may be over in a moment; everything else is thrown. */
const PASSING = new Set(['UNREACHABLE', 'TIMEOUT', 'INTERNAL', 'RATE_LIMITED', 'CANCELLED'])

export async function* subscribe(
  endpoint: Endpoint,
  question: Question,
  waitMs: Reconnect,
): AsyncGenerator<unknown, void, undefined> {
  const { signal } = question
  for (let failures = 1; !isAborted(signal); failures++) {
    try {
      const response = await openStream(endpoint, question)
      for await (const { event, data } of readEvents(response)) {
        if (event === 'complete') return
        if (event !== 'next') continue
        // The next break is the first in a row again.
        failures = 1
        yield resultOf(data, response.status)
      }
    } catch (error) {
      if (isAborted(signal)) return
      if (!isPassing(error)) throw error
    }
    await pause(waitMs(failures), signal)
  }
}

function isPassing(error: unknown): boolean {
  // What is no QueryError is a connection that broke while it was read.
  return !(error instanceof QueryError) || PASSING.has(error.code)
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** Resolves early when aborted. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    signal?.addEventListener('abort', over)
    if (isAborted(signal)) over()
  })
}
