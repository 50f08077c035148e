/**
 * The page's requests as events. The browser's own entry of a request tells when its answer was complete, the phases
 * and the size, but comes a little later, so an event waits for it:
 *
 *   begun ──end──▶ waiting ──entry, 10 s, settle──▶ recorded
 *     └──failed──▶ recorded
 *
 * What is recorded without its entry is remembered until that comes, so that no other request is taken for it.
 */
import { toEpoch } from '../browser/clock.ts'
import type { Stop } from '../browser/listen.ts'
import { bodySize, requestPhases, tenths } from '../capture/network-timing.ts'
import type { View } from '../capture/view.ts'
import type { Kit } from './parts.ts'
import type { Asked, Outcome } from './request-facts.ts'
import type { Trace } from './traceparent.ts'

/**
 * A fetch is known to be answered when its head is there. Its body may take longer, and in Chromium one that nobody
 * reads is never complete: after this the head is what counts.
 */
const PATIENCE_MS = 10_000
/** Both clocks are coarse, and not coarse in the same way. */
const CLOCK_ERROR_MS = 1

/** Times are on the clock of `performance.now()`. */
export type Begun = Asked & { begin: number; trace?: Trace | undefined }
export type Ended = Outcome & { end: number }

type Logged = Begun & {
  name: string
  view: View
  outcome?: Ended
  entry?: PerformanceResourceTiming
  isRecorded?: boolean
  /** Until then its entry is waited for. */
  until?: number
}

export type RequestLog = {
  /** What it answers says how the request ended, and is to be called once. */
  begin: (request: Begun) => (outcome: Ended) => void
  /** An entry that the browser made. */
  see: (entry: PerformanceResourceTiming) => void
  /** Records what has ended, with what is known of it now. */
  settle: () => void
  stop: Stop
}

export function createRequestLog({
  recordPassive,
  viewAt,
  guard,
  url,
}: Pick<Kit, 'recordPassive' | 'viewAt' | 'guard' | 'url'>): RequestLog {
  /** In the order in which they began. */
  const open: Logged[] = []
  /** One for all: nearly every entry comes at once, and to set and clear one for each request costs more than the rest. */
  let timer: ReturnType<typeof setTimeout> | undefined

  /** For good: it waits for nothing more, and no entry is looked for. */
  function finish(request: Logged): void {
    open.splice(open.indexOf(request), 1)
    report(request)
  }
  function wait(delayMs: number): void {
    timer ??= setTimeout(guard(giveUp), delayMs)
  }
  function giveUp(): void {
    timer = undefined
    const time = performance.now()
    for (const request of open.slice()) {
      const { until = Infinity } = request
      if (until <= time) finish(request)
      else if (until < Infinity) wait(until - time)
    }
  }
  function report(request: Logged): void {
    const { outcome, entry } = request
    if (!outcome || request.isRecorded) return
    request.isRecorded = true
    const { status = 0, failed = status >= 400 ? 'status' : undefined } = outcome
    const { method, name, begin, view, trace } = request
    recordPassive(
      {
        t: 'request',
        at: toEpoch(begin),
        method: method.toUpperCase(),
        url: url(name),
        // What another origin does not let the page see has no status, which is not a status of 0.
        status: status > 0 ? status : undefined,
        duration: tenths(entry && entry.responseEnd > 0 ? entry.duration : outcome.end - begin),
        timing: entry && requestPhases(entry),
        size: (entry && bodySize(entry)) ?? outcome.size,
        ...trace,
        failed,
      },
      view,
    )
  }
  return {
    begin(begun) {
      const request: Logged = { ...begun, name: withoutHash(begun.url.href), view: viewAt(begun.begin) }
      open.push(request)
      return (outcome) => {
        request.outcome = outcome
        if (request.entry) return finish(request)
        request.until = performance.now() + PATIENCE_MS
        wait(PATIENCE_MS)
        if (outcome.failed) report(request)
      }
    },
    see(entry) {
      // Of several with this address the one that began last before the entry: the browser takes each up at once.
      const address = withoutHash(entry.name)
      const request = open
        .filter(
          ({ name, begin, entry: own }) =>
            !own && name === address && begin <= entry.startTime + CLOCK_ERROR_MS,
        )
        .at(-1)
      if (!request) return
      request.entry = entry
      if (request.outcome) finish(request)
    },
    settle: () => open.forEach(report),
    stop() {
      clearTimeout(timer)
      open.length = 0
    },
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
