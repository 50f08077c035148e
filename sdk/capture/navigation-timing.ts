import type { ViewEvent } from '../wire/batch.generated.ts'
import type { Loose } from '../record.ts'
import { networkPhases, tenths } from './network-timing.ts'

export type Timing = Loose<NonNullable<ViewEvent['timing']>>

/**
 * Where the time of a hard load went, in milliseconds. `domInteractive` and `load` count from the start of the
 * navigation, or from the activation of a prerendered page; the others are lengths. What has not happened yet, or what
 * the browser does not tell, is undefined and not 0.
 */
export function navigationTiming(entry: PerformanceNavigationTiming): Timing {
  const activation = entry.activationStart ?? 0
  return {
    ...networkPhases(entry),
    domInteractive: since(activation, entry.domInteractive),
    load: since(activation, entry.loadEventEnd),
  }
}

function since(activation: number, time: number): number | undefined {
  return time > 0 ? tenths(Math.max(0, time - activation)) : undefined
}
