import type { ViewEvent } from '../wire/batch.generated.ts'
import type { Loose } from '../record.ts'

export type Timing = Loose<NonNullable<ViewEvent['timing']>>

/**
 * Where the time of a hard load went, in milliseconds. `domInteractive` and `load` count from the start of the
 * navigation, or from the activation of a prerendered page; the others are lengths. What has not happened yet, or what
 * the browser does not tell, is undefined and not 0.
 */
export function navigationTiming(entry: PerformanceNavigationTiming): Timing {
  const activation = entry.activationStart ?? 0
  return {
    dns: span(entry.domainLookupStart, entry.domainLookupEnd),
    tcp: span(entry.connectStart, entry.secureConnectionStart || entry.connectEnd),
    tls: span(entry.secureConnectionStart, entry.connectEnd),
    request: span(entry.requestStart, entry.responseStart),
    response: span(entry.responseStart, entry.responseEnd),
    domInteractive: since(activation, entry.domInteractive),
    load: since(activation, entry.loadEventEnd),
  }
}

function span(from: number, to: number): number | undefined {
  return from > 0 && to >= from ? Math.round((to - from) * 10) / 10 : undefined
}

function since(activation: number, time: number): number | undefined {
  return time > 0 ? Math.round(Math.max(0, time - activation) * 10) / 10 : undefined
}
