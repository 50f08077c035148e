/** Uncaught errors and rejections. The page's own handlers see them as before: nothing is replaced or prevented. */
import { listen, type Stop } from '../browser/listen.ts'
import type { ErrorEvent as WireErrorEvent } from '../wire/batch.generated.ts'
import type { Loose, RecordEvent } from '../record.ts'
import { errorFacts } from './error-event.ts'

/** An error in a loop must not become a flood: so many of one kind, and so many in all, for one view. */
const SAME_PER_VIEW = 10
const ALL_PER_VIEW = 100

export type ErrorDetails = Loose<Pick<WireErrorEvent, 'attributes' | 'fingerprint'>>

export type Errors = {
  /** An error that the page caught itself. */
  report: (thrown: unknown, details?: ErrorDetails) => void
  stop: Stop
}

export function startErrors(record: RecordEvent, currentView: () => object): Errors {
  let view: object | undefined
  let counts = new Map<string, number>()
  let all = 0

  function isFlood(kind: string): boolean {
    if (view !== currentView()) {
      view = currentView()
      counts = new Map()
      all = 0
    }
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return ++all > ALL_PER_VIEW || count > SAME_PER_VIEW
  }
  function capture(
    thrown: unknown,
    source: WireErrorEvent['source'],
    fallback: string,
    details?: ErrorDetails,
  ): void {
    const facts = errorFacts(thrown, fallback)
    if (isFlood(`${facts.type} ${facts.message}`)) return
    record({ t: 'error', ...facts, handled: source === 'custom', source, ...details })
  }

  const stops = [
    listen(window, 'error', (event: ErrorEvent) => {
      capture(event.error ?? undefined, 'window', event.message)
    }),
    listen(window, 'unhandledrejection', (event: PromiseRejectionEvent) => {
      capture(event.reason, 'promise', 'undefined')
    }),
  ]
  return {
    report: (thrown, details) => capture(thrown, 'custom', 'undefined', details),
    stop: () => stops.forEach((stop) => stop()),
  }
}
