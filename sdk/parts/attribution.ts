/** Tells what each vital is owed to. Loaded at once, not after the page: elements and frames are forgotten quickly. */
import { observePerformance } from '../browser/observe-performance.ts'
import type { Stop } from '../browser/listen.ts'
import type { Attribution } from '../capture/vitals.ts'
import type { Kit } from './parts.ts'
import { scriptOf, vitalAttribution, type LongFrame } from './vital-attribution.ts'

/** Long frames that are remembered until an interaction is reported: a slow one takes a few. */
const LONG_FRAMES = 20
/** Events from as long as web-vitals looks at by default; a few frames hold so many. */
const SLOW_EVENT_MS = 40
const SLOW_EVENTS = 50
/** Elements of inputs are remembered: an entry comes so late that a link which changed the page has left it by then. */
const INPUTS = ['pointerdown', 'keydown', 'click'] as const
const REMEMBERED_INPUTS = 10

export function start({ attributeVitals, listen, url }: Kit): Stop {
  let inputs: { at: number; node: EventTarget | null }[] = []
  let waiting: { attribution: Attribution; entries: readonly PerformanceEventTiming[] }[] = []

  const longFrames = remember('long-animation-frame', LONG_FRAMES, () => {
    // A frame may be told of after the interaction that it was slow in.
    for (const { attribution, entries } of waiting) attribution.script ??= script(entries)
    waiting = waiting.filter(({ attribution }) => attribution.script === undefined).slice(-1)
  })
  const events = remember('event', SLOW_EVENTS, () => {}, {
    durationThreshold: SLOW_EVENT_MS,
  })
  function script(entries: readonly PerformanceEventTiming[]): string | undefined {
    return url(scriptOf(entries, longFrames.list() as LongFrame[])) || undefined
  }

  attributeVitals((metric, { start, context: { navigation } }) => {
    const attribution = vitalAttribution(metric, {
      start,
      isHard: navigation !== 'soft' && navigation !== 'bfcache',
      navigation: performance.getEntriesByType('navigation')[0],
      resources: () => performance.getEntriesByType('resource'),
      events: () => events.list() as PerformanceEventTiming[],
      inputAt: (time) => inputs.find(({ at }) => at <= time)?.node,
      url,
    })
    if (metric.name === 'INP') {
      attribution.script = script(metric.entries)
      waiting = [{ attribution, entries: metric.entries }]
    }
    return attribution
  })
  const stops = [
    longFrames.stop,
    events.stop,
    ...INPUTS.map((type) =>
      listen(
        window,
        type,
        ({ timeStamp, target }: Event) => {
          inputs = [{ at: timeStamp, node: target }, ...inputs.slice(0, REMEMBERED_INPUTS - 1)]
        },
        { capture: true },
      ),
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

/** The last entries of a type, for what is asked about them later. */
function remember(
  type: string,
  count: number,
  onEntries: () => void,
  more: { durationThreshold?: number } = {},
): { list: () => PerformanceEntryList; stop: Stop } {
  let remembered: PerformanceEntryList = []
  const stop = observePerformance(
    type,
    (entries) => {
      remembered = [...remembered, ...entries].slice(-count)
      onEntries()
    },
    more,
  )
  return { list: () => remembered, stop }
}
