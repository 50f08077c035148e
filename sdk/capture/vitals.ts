/**
 * LCP, INP, CLS, FCP and TTFB through web-vitals, each report as an event of the view it was measured in.
 * web-vitals cannot be switched off, so `stop` makes its reports go nowhere.
 */
import {
  onCLS,
  onFCP,
  onINP,
  onLCP,
  onTTFB,
  type AttributionReportOpts,
  type MetricWithAttribution,
} from 'web-vitals/attribution'
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import type { Draft, RecordEvent } from '../record.ts'
import { markedTarget } from './target.ts'
import type { View } from './view.ts'
import { createViewOfMetric } from './view-of-metric.ts'
import { vitalAttribution } from './vital-attribution.ts'

export type Vitals = {
  /** Records what was held back for the end of the page. To be called when it is hidden. */
  settle: () => void
  stop: Stop
}

const LARGEST_DAY_MS = 86_400_000

export function startVitals(record: RecordEvent, views: () => readonly View[]): Vitals {
  const viewOfMetric = createViewOfMetric(views)
  const held = new Map<View, Draft & { t: 'vital' }>()
  let stopped = false

  const report = guard((metric: MetricWithAttribution) => {
    if (stopped) return
    const { name } = metric
    const restoredOrSoft = /^(back-forward-cache|soft-navigation)$/.test(metric.navigationType)
    // There is no request to wait for: web-vitals says 0, which is not a measurement.
    if (name === 'TTFB' && restoredOrSoft) return
    const found = viewOfMetric(metric)
    if (!found) return
    const { view, whole } = found
    const value = round(name, metric.value)
    const last = view.reported[name]
    // A part of a view says nothing about its load, and only makes its worst interaction or shift worse.
    if (!whole && ((name !== 'INP' && name !== 'CLS') || (last && value <= last.value))) return
    if (!(value >= 0 && value <= LARGEST_DAY_MS)) return
    const draft = { t: 'vital', name, value, attribution: vitalAttribution(metric) } as const
    if (name !== 'INP') return send(draft, view)
    view.reported.INP = { value, revisions: last?.revisions ?? 0 }
    held.set(view, draft)
  })

  function send(draft: Draft & { t: 'vital' }, view: View): void {
    const revision = view.reported[draft.name]?.revisions ?? 0
    view.reported[draft.name] = { value: draft.value, revisions: revision + 1 }
    record({ ...draft, revision }, view)
  }

  const options: AttributionReportOpts = {
    reportSoftNavs: true,
    generateTarget: (node) => markedTarget(node),
  }
  onTTFB(report, options)
  onFCP(report, options)
  onLCP(report, options)
  onCLS(report, options)
  // An interaction is looked at in the next idle time. If the page is hidden before that (a click on a link), web-vitals
  // looks at it then, but after its forced report, and would tell nobody. So every change is heard, and the last sent.
  onINP(report, { ...options, reportAllChanges: true })

  return {
    settle() {
      for (const [view, draft] of held) send(draft, view)
      held.clear()
    },
    stop() {
      stopped = true
      held.clear()
    },
  }
}

/** Tenths of a millisecond, ten-thousandths of a layout shift score: finer than what is measured. */
function round(name: string, value: number): number {
  const unit = name === 'CLS' ? 10_000 : 10
  return Math.round(value * unit) / unit
}
