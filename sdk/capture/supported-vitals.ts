import type { VitalName } from '../wire/vitals.ts'
import type { Navigation } from './view.ts'

/** What the browser can observe at all: kinds of performance entries, and the two it hides elsewhere. */
export type Abilities = { entryTypes: readonly string[]; interactionIds: boolean; softNavigations: boolean }

export function browserAbilities(): Abilities {
  return {
    entryTypes: globalThis.PerformanceObserver?.supportedEntryTypes ?? [],
    interactionIds: 'interactionId' in (globalThis.PerformanceEventTiming?.prototype ?? {}),
    // The same question as web-vitals asks: Chromium before 151 had the entries behind a flag and in another shape.
    softNavigations:
      typeof globalThis.PerformanceSoftNavigation?.prototype?.getLargestInteractionContentfulPaint ===
      'function',
  }
}

/** The vitals that this browser is able to report for a view of this kind, so that no share is taken over the others. */
export function supportedVitals(
  navigation: Navigation,
  { entryTypes, interactionIds, softNavigations }: Abilities,
): VitalName[] {
  const soft = navigation === 'soft'
  const measured = !soft || softNavigations
  const loaded = !soft && navigation !== 'bfcache'
  const supported: [VitalName, string, boolean][] = [
    ['LCP', 'largest-contentful-paint', measured],
    ['INP', 'event', measured && interactionIds],
    ['CLS', 'layout-shift', measured],
    ['FCP', 'paint', measured],
    ['TTFB', 'navigation', loaded],
    ['LOAD', 'navigation', loaded],
  ]
  const names = supported
    .filter(([, entryType, possible]) => possible && entryTypes.includes(entryType))
    .map(([name]) => name)
  return soft ? [...names, 'ROUTE'] : names
}
