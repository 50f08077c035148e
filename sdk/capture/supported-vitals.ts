import type { VitalName } from '../wire/vitals.ts'
import type { Navigation } from './view.ts'

/** What the browser can observe at all, asked once. */
export type Abilities = { entryTypes: readonly string[]; interactionId: boolean; softNavigations: boolean }

export function browserAbilities(): Abilities {
  const entryTypes = globalThis.PerformanceObserver?.supportedEntryTypes ?? []
  return {
    entryTypes,
    interactionId: 'interactionId' in (globalThis.PerformanceEventTiming?.prototype ?? {}),
    // The same question as web-vitals asks: Chromium before 151 had the entries behind a flag and in another shape.
    softNavigations:
      entryTypes.includes('soft-navigation') &&
      typeof globalThis.PerformanceSoftNavigation?.prototype?.getLargestInteractionContentfulPaint ===
        'function',
  }
}

/** The vitals that this browser is able to report for a view of this kind, so that no share is taken over the others. */
export function supportedVitals(navigation: Navigation, abilities: Abilities): VitalName[] {
  const { entryTypes, interactionId, softNavigations } = abilities
  const soft = navigation === 'soft'
  const hard = !soft && navigation !== 'bfcache'
  const vitals: VitalName[] = []
  if (!soft || softNavigations) {
    if (entryTypes.includes('largest-contentful-paint')) vitals.push('LCP')
    if (entryTypes.includes('event') && interactionId) vitals.push('INP')
    if (entryTypes.includes('layout-shift')) vitals.push('CLS')
    if (entryTypes.includes('paint')) vitals.push('FCP')
  }
  if (hard && entryTypes.includes('navigation')) vitals.push('TTFB', 'LOAD')
  if (soft) vitals.push('ROUTE')
  return vitals
}
