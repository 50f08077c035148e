/** What web-vitals found out about the cause of a value, in the words of the wire. Durations are milliseconds. */
import type { MetricWithAttribution } from 'web-vitals/attribution'
import { LIMITS } from '../wire/limits.ts'
import type { VitalEvent } from '../wire/batch.generated.ts'
import type { Loose } from '../record.ts'
import { sendableUrl } from './view.ts'

type Attribution = NonNullable<VitalEvent['attribution']>

const READ: {
  [M in MetricWithAttribution as M['name']]: (attribution: M['attribution']) => Loose<Attribution>
} = {
  LCP: (found) => ({
    element: found.target,
    url: found.url && sendableUrl(found.url),
    phases: {
      ttfb: found.timeToFirstByte,
      loadDelay: found.resourceLoadDelay,
      load: found.resourceLoadDuration,
      renderDelay: found.elementRenderDelay,
    },
  }),
  INP: (found) => ({
    element: found.interactionTarget,
    event: found.interactionType,
    script: sendableUrl(found.longestScript?.entry.sourceURL ?? '') || undefined,
    loadState: found.loadState,
    phases: {
      inputDelay: found.inputDelay,
      processing: found.processingDuration,
      presentation: found.presentationDelay,
    },
  }),
  CLS: (found) => ({ element: found.largestShiftTarget, loadState: found.loadState }),
  FCP: (found) => ({
    loadState: found.loadState,
    phases: { ttfb: found.timeToFirstByte, render: found.firstByteToFCP },
  }),
  TTFB: (found) => ({
    phases: {
      waiting: found.waitingDuration,
      cache: found.cacheDuration,
      dns: found.dnsDuration,
      connection: found.connectionDuration,
      request: found.requestDuration,
    },
  }),
}

export function vitalAttribution(metric: MetricWithAttribution): Loose<Attribution> {
  const read = READ[metric.name] as (attribution: MetricWithAttribution['attribution']) => Loose<Attribution>
  const found = read(metric.attribution)
  const phases = found.phases ?? {}
  for (const name in phases) phases[name] = Math.round((phases[name] ?? 0) * 10) / 10
  return { ...found, element: found.element?.slice(0, LIMITS.targetLength) }
}
