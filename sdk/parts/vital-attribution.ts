/**
 * What a value is owed to, read off the performance entries that web-vitals reports with it. The same questions as its
 * own attribution build answers, at a third of its weight: that build watches every event of the page for details which
 * nobody asks for here. Asked for every new candidate, because an entry forgets its element once that leaves the page.
 * Durations are milliseconds.
 */
import type { MetricType } from 'web-vitals'
import type { Attribution } from '../capture/vitals.ts'
import { elementPath } from './element-path.ts'

/** https://w3c.github.io/long-animation-frames/ */
export type LongFrame = PerformanceEntry & {
  scripts: { startTime: number; duration: number; sourceURL: string }[]
}

/** What is known besides the entries of the metric. */
export type Evidence = {
  /** Where the view begins, in milliseconds since the time origin: 0 for a hard load. */
  start: number
  /** The view began with a request for the document. */
  isHard: boolean
  navigation: PerformanceNavigationTiming | undefined
  resources: () => PerformanceResourceTiming[]
  /** Every slow event of late, those included that web-vitals does not count for the interaction. */
  events: () => readonly PerformanceEventTiming[]
  /** The element of the last input that began by then. */
  inputAt: (time: number) => EventTarget | null | undefined
  /** A URL as it may be sent. */
  url: (url: string) => string
}

/** Durations of events are rounded to 8 ms (https://w3c.github.io/event-timing/). */
const SAME_FRAME_MS = 8

export function vitalAttribution(metric: MetricType, evidence: Evidence): Attribution {
  const found = ATTRIBUTE[metric.name](metric as never, evidence)
  const phases = found.phases ?? {}
  for (const name of Object.keys(phases)) phases[name] = Math.round((phases[name] ?? 0) * 10) / 10
  return found
}

const ATTRIBUTE: {
  [M in MetricType as M['name']]: (metric: M, evidence: Evidence) => Attribution
} = {
  LCP: ({ value, entries }, { start, isHard, navigation, resources, url }) => {
    const entry = entries.at(-1)
    const resource =
      entry?.url &&
      resources()
        .filter(({ name, startTime }) => name === entry.url && startTime <= entry.startTime)
        .at(-1)
    const ttfb = isHard && navigation ? Math.max(0, navigation.responseStart - start) : 0
    // Clamped into each other: a resource may be in the cache, or asked for before the view began.
    const requested = resource ? Math.max(ttfb, (resource.requestStart || resource.startTime) - start) : ttfb
    const loaded = resource ? Math.min(value, Math.max(requested, resource.responseEnd - start)) : requested
    return {
      element: elementPath(entry?.element) ?? (entry?.id ? `#${entry.id}` : undefined),
      url: entry?.url ? url(entry.url) : undefined,
      phases: { ttfb, loadDelay: requested - ttfb, load: loaded - requested, renderDelay: value - loaded },
    }
  },
  INP: ({ value, entries }, { navigation, events, inputAt }) => {
    const [entry] = entries
    if (!entry) return {}
    const begin = entry.startTime
    const painted = begin + value
    // What was handled before the same paint held it up as well: of a tap the pointer's own event is the longest, the
    // click after it does the work.
    const together = events().filter(
      ({ startTime, duration }) => Math.abs(startTime + duration - painted) <= SAME_FRAME_MS,
    )
    const handled = [...entries, ...together].filter(({ processingEnd }) => processingEnd > begin)
    const processed = Math.max(begin, Math.min(...handled.map(({ processingStart }) => processingStart)))
    const end = Math.min(painted, Math.max(processed, ...handled.map(({ processingEnd }) => processingEnd)))
    return {
      element: elementPath(entries.find(({ target }) => target)?.target ?? inputAt(begin)),
      event: entry.name.startsWith('key') ? 'keyboard' : 'pointer',
      loadState: loadState(begin, navigation),
      phases: { inputDelay: processed - begin, processing: end - processed, presentation: painted - end },
    }
  },
  CLS: ({ entries }, { navigation }) => {
    const [largest] = [...entries].sort((a, b) => b.value - a.value)
    if (!largest) return {}
    // In order of the area they moved; a text node has no name of its own.
    const node = largest.sources.map(({ node }) => node).find((node) => node instanceof Element)
    return { element: elementPath(node), loadState: loadState(largest.startTime, navigation) }
  },
  FCP: ({ value, entries: [entry] }, { start, isHard, navigation }) => {
    const ttfb = isHard && navigation ? Math.max(0, navigation.responseStart - start) : 0
    return {
      loadState: isHard && entry ? loadState(entry.startTime, navigation) : 'complete',
      phases: { ttfb, render: value - ttfb },
    }
  },
  TTFB: ({ value }, { start, navigation }) => {
    if (!navigation) return {}
    const since = (time: number) => Math.max(0, time - start)
    const waited = since(navigation.workerStart || navigation.fetchStart)
    const [dns, connect, connected] = [
      since(navigation.domainLookupStart),
      since(navigation.connectStart),
      since(navigation.connectEnd),
    ]
    return {
      phases: {
        waiting: waited,
        cache: dns - waited,
        dns: connect - dns,
        connection: connected - connect,
        request: value - connected,
      },
    }
  },
}

/** The source of the script that ran longest while the interaction was waited for; empty if none is known. */
export function scriptOf(entries: readonly PerformanceEventTiming[], frames: readonly LongFrame[]): string {
  const from = entries[0]?.startTime ?? 0
  const to = from + (entries[0]?.duration ?? 0)
  let longest = 0
  let source = ''
  for (const { scripts } of frames) {
    for (const { startTime, duration, sourceURL } of scripts) {
      const within = Math.min(startTime + duration, to) - Math.max(startTime, from)
      if (within > longest) [longest, source] = [within, sourceURL]
    }
  }
  return source
}

/** How far the document had come at that moment, in the words of web-vitals. */
function loadState(time: number, navigation: PerformanceNavigationTiming | undefined): string {
  if (document.readyState === 'loading') return 'loading'
  if (!navigation || time < navigation.domInteractive) return 'loading'
  const { domContentLoadedEventStart, domComplete } = navigation
  if (domContentLoadedEventStart === 0 || time < domContentLoadedEventStart) return 'dom-interactive'
  return domComplete === 0 || time < domComplete ? 'dom-content-loaded' : 'complete'
}
