/** What web-vitals found out about the cause of a value, in the words of the wire. Durations are milliseconds. */
import type { MetricWithAttribution } from 'web-vitals/attribution'
import { LIMITS } from '../wire/limits.ts'
import type { VitalEvent } from '../wire/batch.generated.ts'
import { sendableUrl } from './view.ts'

type Attribution = NonNullable<VitalEvent['attribution']>

/** Of each metric, the parts that the wire has. Undefined and empty ones are left out afterwards. */
type Parts = { [Part in keyof Attribution]?: Attribution[Part] | undefined }

const PARTS: { [M in MetricWithAttribution as M['name']]: (attribution: M['attribution']) => Parts } = {
  LCP: (found) => ({
    element: found.target,
    url: found.url,
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
    script: found.longestScript?.entry.sourceURL,
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

export function vitalAttribution(metric: MetricWithAttribution): Attribution {
  const read = PARTS[metric.name] as (attribution: MetricWithAttribution['attribution']) => Parts
  const { element, url, event, script, loadState, phases } = read(metric.attribution)
  return {
    ...(element && { element: element.slice(0, LIMITS.targetLength) }),
    ...(url && { url: sendableUrl(url) }),
    ...(event && { event }),
    ...(script && { script: sendableUrl(script) }),
    ...(loadState && { loadState }),
    ...(phases && { phases: rounded(phases) }),
  }
}

function rounded(phases: { [name: string]: number }): { [name: string]: number } {
  const pairs = Object.entries(phases).map(([name, ms]) => [name, Math.round(ms * 10) / 10] as const)
  return Object.fromEntries(pairs)
}
