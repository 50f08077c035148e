/**
 * When a view begins: a hard load, the activation of a prerendered page, a restore from the back/forward cache, and a
 * change of the path within the document. A changed query or fragment alone is the same view.
 */
import { attempt } from '../browser/attempt.ts'
import { toEpoch } from '../browser/clock.ts'
import { guard } from '../browser/guard.ts'
import { listen, type Stop } from '../browser/listen.ts'
import { startUrlChanges } from '../browser/url-changes.ts'
import type { RecordEvent } from '../record.ts'
import type { Session } from '../session/session.ts'
import { navigationTiming, type Timing } from './navigation-timing.ts'
import { browserAbilities, supportedVitals } from './supported-vitals.ts'
import { describeView, sendableName, sendableUrl, type Navigation, type View } from './view.ts'

/** Late reports for views older than this many are lost; the hard load is always kept. */
const REMEMBERED_VIEWS = 50

export type PageViews = {
  current: () => View
  all: () => readonly View[]
  /** The view in which something began, by milliseconds since the time origin. */
  at: (sinceOrigin: number) => View
  /** Names the route template of the current view: `/products/:id`. */
  name: (page: string) => void
  /** Asks for the title of the current view again. To be called before its context is sent. */
  describe: () => void
  /** Reports the load even if it has not ended. To be called when the page is hidden. */
  settle: () => void
  stop: Stop
}

export function startPageViews({
  record,
  touch,
  newId,
  rawPages,
  onEnd,
  onSoft,
}: {
  record: RecordEvent
  touch: () => Session
  newId: () => string
  /** The path is sent as the page as it is, instead of leaving it to the collector to find the template. */
  rawPages: boolean
  /** Called with the view that another one is about to follow. */
  onEnd: (view: View) => void
  onSoft: (view: View) => void
}): PageViews {
  const abilities = browserAbilities()
  const views: View[] = []
  const entry = performance.getEntriesByType('navigation')[0]

  function begin(navigation: Navigation, start: number, referrer: string): View {
    const view: View = {
      id: newId(),
      session: touch(),
      start,
      path: location.pathname,
      context: { url: sendableUrl(location.href), navigation, startedAt: toEpoch(start) },
      nextSeq: 1,
      reported: {},
    }
    if (referrer !== '') view.context.referrer = sendableUrl(referrer)
    if (rawPages) view.context.page = sendableName(view.path)
    views.push(view)
    if (views.length > REMEMBERED_VIEWS) views.splice(1, 1)
    return view
  }
  function report(view: View, timing?: Timing): void {
    const supported = supportedVitals(view.context.navigation, abilities)
    record({ t: 'view', at: view.context.startedAt, seq: 0, supported, timing }, view)
  }

  let current = begin(
    hardNavigation(entry),
    entry?.activationStart ?? 0,
    attempt(() => document.referrer) ?? '',
  )
  const hard = current
  describeView(hard, attempt(() => document.title) ?? '')

  let loadReported = false
  const reportLoad = guard(() => {
    if (loadReported) return
    loadReported = true
    report(hard, entry && navigationTiming(entry))
  })
  // loadEventEnd is written after the last load listener, so one task later.
  const reportLoadLater = () => setTimeout(reportLoad)

  const stops = [
    listen(
      window,
      'pageshow',
      (event: PageTransitionEvent) => {
        if (!event.persisted) return
        // web-vitals names a restored page by the time of this very event.
        onEnd(current)
        const { page } = current.context
        current = begin('bfcache', event.timeStamp, '')
        if (page !== undefined) current.context.page = page
        describeView(current, attempt(() => document.title) ?? '')
        report(current)
      },
      { capture: true },
    ),
    startUrlChanges(() => {
      if (location.pathname === current.path) return
      onEnd(current)
      current = begin('soft', performance.now(), current.context.url)
      report(current)
      onSoft(current)
    }),
  ]
  if (document.readyState === 'complete') reportLoadLater()
  else stops.push(listen(window, 'load', reportLoadLater, { once: true }))

  return {
    current: () => current,
    all: () => views,
    at: (sinceOrigin) => views.filter(({ start }) => start <= sinceOrigin).at(-1) ?? hard,
    name(page) {
      if (page !== '') current.context.page = sendableName(page)
    },
    describe: () => describeView(current, attempt(() => document.title) ?? ''),
    settle: reportLoad,
    stop: () => stops.forEach((stop) => stop()),
  }
}

function hardNavigation(entry: PerformanceNavigationTiming | undefined): Navigation {
  if ((entry?.activationStart ?? 0) > 0) return 'prerender'
  return entry?.type === 'reload' || entry?.type === 'back_forward' ? entry.type : 'navigate'
}
