/**
 * LCP, INP, CLS, FCP and TTFB through web-vitals, each report as an event of the view it was measured in. What may still
 * get worse is heard of at every change and sent when the page is hidden; LCP at the first input, after which it stands.
 * What a value is owed to is told by a part that comes a little later: until then everything is held back for it.
 * web-vitals cannot be switched off, so `stop` makes its reports go nowhere.
 */
import { onCLS, onFCP, onINP, onLCP, onTTFB, type MetricType } from 'web-vitals'
import { guard } from '../browser/guard.ts'
import { listen, type Stop } from '../browser/listen.ts'
import type { Draft, Loose, RecordEvent } from '../record.ts'
import type { VitalEvent } from '../wire/batch.generated.ts'
import type { View } from './view.ts'
import { createViewOfMetric } from './view-of-metric.ts'

export type Attribution = Loose<NonNullable<VitalEvent['attribution']>>
/** What a value is owed to, as far as it can be told now. */
export type Attribute = (metric: MetricType, view: View) => Attribution

export type Vitals = {
  /** From now on every value is sent with what this says of it, those included that were held back. */
  attributeWith: (attribute: Attribute) => void
  /** Records what was held back for the end of the page. To be called when it is hidden. */
  settle: () => void
  stop: Stop
}

type Held = { metric: MetricType; view: View; draft: Draft & { t: 'vital' } }

const LARGEST_DAY_MS = 86_400_000

export function startVitals(record: RecordEvent, views: () => readonly View[]): Vitals {
  const viewOfMetric = createViewOfMetric(views)
  let attribute: Attribute | undefined
  let stopped = false
  /** By view and metric. */
  const held = new Map<string, Held>()

  const report = guard((metric: MetricType) => {
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
    // Told again at the end of the page, when its element may be gone.
    if (last?.value === value) return
    // A part of a view says nothing about its load, and only makes its worst interaction or shift worse.
    if (!whole && ((name !== 'INP' && name !== 'CLS') || (last && value < last.value))) return
    if (!(value >= 0 && value <= LARGEST_DAY_MS)) return
    view.reported[name] = { value, revisions: last?.revisions ?? 0 }
    held.set(view.id + name, {
      metric,
      view,
      draft: { t: 'vital', name, value, ...attributed(metric, view) },
    })
    sendFinal()
  })

  function attributed(metric: MetricType, view: View): { attribution?: Attribution } {
    return attribute ? { attribution: attribute(metric, view) } : {}
  }
  function send(names: readonly string[]): void {
    for (const [key, { draft, view }] of held) {
      const reported = view.reported[draft.name]
      if (!reported || !names.includes(draft.name)) continue
      held.delete(key)
      record({ ...draft, revision: reported.revisions++ }, view)
    }
  }
  function sendFinal(): void {
    if (attribute) send(['FCP', 'TTFB'])
  }
  const stops = (['keydown', 'click'] as const).map((type) =>
    listen(window, type, () => attribute && send(['LCP']), { capture: true }),
  )

  // An interaction is looked at in the next idle time. If the page is hidden before that (a click on a link), web-vitals
  // looks at it then, but after its forced report, and would tell nobody. So every change is heard, and the last sent.
  const options = { reportSoftNavs: true, reportAllChanges: true }
  for (const observe of [onTTFB, onFCP, onLCP, onCLS, onINP]) observe(report, options)

  return {
    attributeWith(by) {
      attribute = by
      for (const { metric, view, draft } of held.values()) draft.attribution = attribute(metric, view)
      sendFinal()
    },
    settle: () => send(['FCP', 'TTFB', 'LCP', 'CLS', 'INP']),
    stop() {
      stopped = true
      stops.forEach((stop) => stop())
      held.clear()
    },
  }
}

/** Tenths of a millisecond, ten-thousandths of a layout shift score: finer than what is measured. */
function round(name: string, value: number): number {
  const unit = name === 'CLS' ? 10_000 : 10
  return Math.round(value * unit) / unit
}
