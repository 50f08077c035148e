import type { ViewEvent } from '../wire/batch.generated.ts'

type Timing = NonNullable<ViewEvent['timing']>

/**
 * Where the time of a hard load went, in milliseconds. `domInteractive` and `load` count from the start of the
 * navigation, or from the activation of a prerendered page; the others are lengths. What has not happened yet, or what
 * the browser does not tell, is absent and not 0.
 */
export function navigationTiming(entry: PerformanceNavigationTiming): Timing {
  const activation = entry.activationStart ?? 0
  const secured = entry.secureConnectionStart > 0
  const phases: Record<keyof Timing, number | undefined> = {
    dns: span(entry.domainLookupStart, entry.domainLookupEnd),
    tcp: span(entry.connectStart, secured ? entry.secureConnectionStart : entry.connectEnd),
    tls: secured ? span(entry.secureConnectionStart, entry.connectEnd) : undefined,
    request: span(entry.requestStart, entry.responseStart),
    response: span(entry.responseStart, entry.responseEnd),
    domInteractive: since(activation, entry.domInteractive),
    load: since(activation, entry.loadEventEnd),
  }
  const timing: Timing = {}
  for (const [name, value] of Object.entries(phases)) {
    if (value !== undefined) timing[name as keyof Timing] = Math.round(value * 10) / 10
  }
  return timing
}

function span(from: number, to: number): number | undefined {
  return from > 0 && to >= from ? to - from : undefined
}

function since(activation: number, time: number): number | undefined {
  return time > 0 ? Math.max(0, time - activation) : undefined
}
