/**
 * The page's requests as events, and a `traceparent` for those to the site's own traced origins. Loaded at once and not
 * after the page: what is asked before it has come is told as well, but goes without a trace.
 */
import { attempt } from '../browser/attempt.ts'
import type { Stop } from '../browser/listen.ts'
import type { Call, RequestWatcher } from '../capture/requests.ts'
import { cryptoBytes } from '../session/uuid.ts'
import type { Kit } from './parts.ts'
import { askedBy, outcomeOf } from './request-facts.ts'
import { createRequestLog, type Ended } from './request-log.ts'
import { traceFetch } from './trace-fetch.ts'
import { startXhrTracer } from './trace-xhr.ts'
import { newTrace, type Trace } from './traceparent.ts'

export function start(kit: Kit): Stop {
  const log = createRequestLog(kit)
  const traces = new WeakMap<Call, Trace>()
  const ends = new WeakMap<Call, (outcome: Ended) => void>()
  const xhrs = startXhrTracer(kit)

  function prepare(call: Call): void {
    const { origins } = kit.settings().tracing
    const asked = origins.length > 0 ? askedBy(call) : undefined
    if (!asked || kit.isOwn(asked.url.href) || !origins.includes(asked.url.origin)) return
    const trace = newTrace(cryptoBytes)
    const fetched = call.args && traceFetch(call.args, trace)
    if (fetched) call.sent = fetched.sent
    const used = call.args ? fetched?.trace : xhrs.trace(call, trace)
    if (used) traces.set(call, used)
  }
  const see = kit.guard((entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[])
      if (/^(?:fetch|xmlhttprequest)$/.test(entry.initiatorType)) log.see(entry)
  })
  // It hears of every entry; the timeline itself keeps only the first 250. Without it the page's clock is what counts.
  const observer = attempt(() => {
    const observer = new PerformanceObserver((list) => see(list.getEntries()))
    observer.observe({ type: 'resource', buffered: true })
    return observer
  })
  const stops = [() => observer?.disconnect(), log.stop, xhrs.stop, () => void kit.watchRequests(undefined)]
  const watcher: RequestWatcher = {
    prepare: kit.guard(prepare),
    begun: kit.guard((call) => {
      const asked = askedBy(call)
      if (asked && !kit.isOwn(asked.url.href))
        ends.set(call, log.begin({ ...asked, begin: call.begin, trace: traces.get(call) }))
    }),
    ended: kit.guard((call) => ends.get(call)?.({ ...outcomeOf(call), end: call.end ?? call.begin })),
    settle: kit.guard(() => {
      see(observer?.takeRecords() ?? [])
      log.settle()
    }),
  }
  for (const call of kit.watchRequests(watcher)) {
    watcher.begun(call)
    if (call.end !== undefined) watcher.ended(call)
  }
  return () => stops.forEach((stop) => stop())
}
