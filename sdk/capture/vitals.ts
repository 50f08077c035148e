/**
 * LCP, INP, CLS, FCP and TTFB through web-vitals, each report as an event of the view it was measured in. What may still
 * get worse is heard of at every change, while its cause can be told, and sent when the page is hidden; LCP at the first
 * input, after which it stands. web-vitals cannot be switched off, so `stop` makes its reports go nowhere.
 */
import { onCLS, onFCP, onINP, onLCP, onTTFB, type MetricType } from 'web-vitals'
import { guard } from '../browser/guard.ts'
import { observePerformance } from '../browser/observe-performance.ts'
import { listen, type Stop } from '../browser/listen.ts'
import type { Draft, RecordEvent } from '../record.ts'
import type { View } from './view.ts'
import { createViewOfMetric } from './view-of-metric.ts'
import { scriptOf, vitalAttribution, type LongFrame } from './vital-attribution.ts'

export type Vitals = {
  /** Records what was held back for the end of the page. To be called when it is hidden. */
  settle: () => void
  stop: Stop
}

type VitalDraft = Draft & { t: 'vital' }

const LARGEST_DAY_MS = 86_400_000
/** Long frames that are remembered until an interaction is reported: a slow one takes a few. */
const LONG_FRAMES = 20
/** Web-vitals looks at events from 40 ms on as well; a few frames hold so many. */
const SLOW_EVENT_MS = 40
const SLOW_EVENTS = 50
/** What begins an interaction. */
const INPUTS = ['pointerdown', 'keydown', 'click'] as const
/** Their elements are remembered: an entry comes so late that a link which changed the page has left it by then. */
const REMEMBERED_INPUTS = 10

export function startVitals(record: RecordEvent, views: () => readonly View[]): Vitals {
  const viewOfMetric = createViewOfMetric(views)
  const held = new Map<View, Partial<Record<MetricType['name'], VitalDraft>>>()
  const slow = new Map<View, PerformanceEventTiming[]>()
  let stopped = false
  const longFrames = remember<LongFrame>('long-animation-frame', LONG_FRAMES, () => {
    // A frame is told of after the interaction that it was slow in.
    for (const [view, entries] of slow) {
      const attribution = held.get(view)?.INP?.attribution
      if (attribution) attribution.script ??= scriptOf(entries, longFrames.list())
    }
  })
  const events = remember<PerformanceEventTiming>('event', SLOW_EVENTS, () => {}, {
    durationThreshold: SLOW_EVENT_MS,
  })
  let inputs: { at: number; node: EventTarget | null }[] = []
  const evidence = {
    navigation: performance.getEntriesByType('navigation')[0],
    resources: () => performance.getEntriesByType('resource') as PerformanceResourceTiming[],
    longFrames: longFrames.list,
    events: events.list,
    inputAt: (time: number) => inputs.find(({ at }) => at <= time)?.node,
  }

  const report = guard((metric: MetricType) => {
    if (stopped) return
    const { name } = metric
    const isHard = !/^(back-forward-cache|soft-navigation)$/.test(metric.navigationType)
    // There is no request to wait for: web-vitals says 0, which is not a measurement.
    if (name === 'TTFB' && !isHard) return
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
    const attribution = vitalAttribution(metric, view.start, isHard, evidence)
    const draft = { t: 'vital', name, value, attribution } as const
    view.reported[name] = { value, revisions: last?.revisions ?? 0 }
    if (name === 'INP') slow.set(view, metric.entries)
    if (name === 'FCP' || name === 'TTFB') send(draft, view)
    else held.set(view, { ...held.get(view), [name]: draft })
  })

  function send(draft: VitalDraft, view: View): void {
    const revision = view.reported[draft.name]?.revisions ?? 0
    view.reported[draft.name] = { value: draft.value, revisions: revision + 1 }
    record({ ...draft, revision }, view)
  }
  function settleLcp(): void {
    for (const [view, drafts] of held) {
      if (drafts.LCP) send(drafts.LCP, view)
      delete drafts.LCP
    }
  }
  const stops = [
    longFrames.stop,
    events.stop,
    ...INPUTS.map((type) =>
      listen(
        window,
        type,
        ({ timeStamp, target }: Event) => {
          inputs = [{ at: timeStamp, node: target }, ...inputs.slice(0, REMEMBERED_INPUTS - 1)]
          settleLcp()
        },
        { capture: true },
      ),
    ),
  ]

  // An interaction is looked at in the next idle time. If the page is hidden before that (a click on a link), web-vitals
  // looks at it then, but after its forced report, and would tell nobody. So every change is heard, and the last sent.
  const options = { reportSoftNavs: true, reportAllChanges: true }
  onTTFB(report, options)
  onFCP(report, options)
  onLCP(report, options)
  onCLS(report, options)
  onINP(report, options)

  return {
    settle() {
      for (const [view, drafts] of held) for (const draft of Object.values(drafts)) send(draft, view)
      held.clear()
      slow.clear()
    },
    stop() {
      stopped = true
      stops.forEach((stop) => stop())
      held.clear()
    },
  }
}

/** The last entries of a type, for what is asked about them later. */
function remember<Entry>(
  type: string,
  count: number,
  onEntries: () => void,
  more: { durationThreshold?: number } = {},
): { list: () => readonly Entry[]; stop: Stop } {
  let remembered: Entry[] = []
  const stop = observePerformance(
    type,
    (entries) => {
      remembered = [...remembered, ...(entries as Entry[])].slice(-count)
      onEntries()
    },
    more,
  )
  return { list: () => remembered, stop }
}

/** Tenths of a millisecond, ten-thousandths of a layout shift score: finer than what is measured. */
function round(name: string, value: number): number {
  const unit = name === 'CLS' ? 10_000 : 10
  return Math.round(value * unit) / unit
}
