/**
 * To which view a web-vitals report belongs. Reports come late (the LCP of a page may arrive three routes on), so it is
 * never the view that happens to be current: it is found by what the report says of its own navigation.
 */
import type { View } from './view.ts'

/** What web-vitals tells of the navigation of a report; times are milliseconds since the time origin. */
export type MetricNavigation = {
  navigationType: string
  navigationId: number
  navigationURL?: string
  navigationStartTime?: number
}

/** `whole` is false for a soft navigation that is none of ours: only the query changed, so it is a part of its view. */
export type MetricView = { view: View; whole: boolean }

/**
 * A finder with a memory: a soft navigation is matched when its first report arrives, which is at once (FCP), before
 * another view with the same path can begin. `views` is read at each call.
 */
export function createViewOfMetric(views: () => readonly View[]) {
  const known = new Map<number, MetricView>()

  function softView({
    navigationURL = '',
    navigationStartTime = 0,
  }: MetricNavigation): MetricView | undefined {
    const path = pathOf(navigationURL)
    const claimed = new Set([...known.values()].map(({ view }) => view))
    const began = (view: View) => Math.abs(view.start - navigationStartTime)
    const view = views()
      .filter((view) => view.context.navigation === 'soft' && view.path === path && !claimed.has(view))
      .sort((a, b) => began(a) - began(b))[0]
    if (view) return { view, whole: true }
    const around = views()
      .filter((view) => view.start <= navigationStartTime)
      .at(-1)
    return around && { view: around, whole: false }
  }

  return (metric: MetricNavigation): MetricView | undefined => {
    if (metric.navigationType === 'soft-navigation') {
      const found = known.get(metric.navigationId) ?? softView(metric)
      if (found) known.set(metric.navigationId, found)
      return found
    }
    const restored = metric.navigationType === 'back-forward-cache'
    const view = views().find(({ context: { navigation }, start }) =>
      restored
        ? navigation === 'bfcache' && start === metric.navigationStartTime
        : navigation !== 'soft' && navigation !== 'bfcache',
    )
    return view && { view, whole: true }
  }
}

function pathOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? url
}
