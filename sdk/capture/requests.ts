/**
 * The page's fetches and XMLHttpRequests: how many are under way, for a route is not settled while it waits for its
 * data, and each as an event where the site wants that. Bodies are never looked at, and nothing of the page's changes
 * but for the `traceparent` that requests to the site's own traced origins carry.
 */
import { attempt } from '../browser/attempt.ts'
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import type { RecordEvent } from '../record.ts'
import { cryptoBytes } from '../session/uuid.ts'
import type { ClientSettings } from '../wire/settings.ts'
import { startFetches } from './fetches.ts'
import type { RequestWatch } from './request-facts.ts'
import { createRequestLog } from './request-log.ts'
import { newTrace } from './traceparent.ts'
import type { View } from './view.ts'
import { startXhrs } from './xhrs.ts'

export type Requests = {
  /** How many are under way. */
  pending: () => number
  /** How many were started so far. */
  started: () => number
  /** Records what has ended but waits for the browser to tell more. */
  settle: () => void
  stop: Stop
}

export function startRequests({
  record,
  currentView,
  settings,
  isOwn,
}: {
  record: RecordEvent
  currentView: () => View
  settings: () => ClientSettings
  isOwn: (url: string) => boolean
}): Requests {
  let count = 0
  let started = 0
  let isOn = true
  const log = createRequestLog(record, currentView, () => performance.now())
  const see = guard((entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[])
      if (/^(fetch|xmlhttprequest)$/.test(entry.initiatorType)) log.see(entry)
  })
  // An observer hears of every entry; the timeline itself keeps only the first 250.
  const observer = attempt(() => {
    const observer = new PerformanceObserver((list) => see(list.getEntries()))
    observer.observe({ type: 'resource' })
    return observer
  })

  const isWanted = (url: URL) => settings().capture.requests && !isOwn(url.href)
  const watch: RequestWatch = {
    isOn: () => isOn,
    traceFor: (url) =>
      isWanted(url) && settings().tracing.origins.includes(url.origin) ? newTrace(cryptoBytes) : undefined,
    begin(asked, begin) {
      count++
      started++
      const end = asked && isWanted(asked.url) ? log.begin(asked, begin) : undefined
      let isUnderWay = true
      return (outcome) => {
        if (!isUnderWay) return
        isUnderWay = false
        count--
        end?.(outcome)
      }
    },
  }
  const stops = [startFetches(watch), startXhrs(watch), log.stop]
  return {
    pending: () => count,
    started: () => started,
    settle() {
      see(observer?.takeRecords() ?? [])
      log.settle()
    },
    stop() {
      isOn = false
      observer?.disconnect()
      stops.forEach((stop) => stop())
    },
  }
}
