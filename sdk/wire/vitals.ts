/**
 * Every duration or score that is kept as a distribution, with its unit and its thresholds.
 * good: value ≤ good; poor: value > poor. Sources: web.dev Core Web Vitals (LCP, INP, CLS), web.dev (FCP, TTFB, FID),
 * Lighthouse on mobile (TBT). The others have no agreed thresholds, so they have no rating.
 */
export const VITALS = {
  LCP: { unit: 'ms', good: 2500, poor: 4000 },
  INP: { unit: 'ms', good: 200, poor: 500 },
  CLS: { unit: 'score', good: 0.1, poor: 0.25 },
  FCP: { unit: 'ms', good: 1800, poor: 3000 },
  TTFB: { unit: 'ms', good: 800, poor: 1800 },
  FID: { unit: 'ms', good: 100, poor: 300 },
  TBT: { unit: 'ms', good: 200, poor: 600 },
  LOAD: { unit: 'ms', good: null, poor: null },
  ROUTE: { unit: 'ms', good: null, poor: null },
  COLD_START: { unit: 'ms', good: null, poor: null },
  WARM_START: { unit: 'ms', good: null, poor: null },
  SCREEN_LOAD: { unit: 'ms', good: null, poor: null },
} as const satisfies Record<string, { unit: 'ms' | 'score'; good: number | null; poor: number | null }>

export type VitalName = keyof typeof VITALS
export type Rating = 'good' | 'needsImprovement' | 'poor'

export const VITAL_NAMES = Object.keys(VITALS) as VitalName[]

/** Those that a `vital` event reports. LOAD is told by the view's timing, the starts and screens of apps by `app` events. */
export const REPORTED_VITALS = [
  'LCP',
  'INP',
  'CLS',
  'FCP',
  'TTFB',
  'FID',
  'TBT',
  'ROUTE',
] as const satisfies VitalName[]

/** The rating of one value; null where the metric has no agreed thresholds. */
export function rateVital(name: VitalName, value: number): Rating | null {
  const { good, poor } = VITALS[name]
  if (good === null || poor === null) return null
  if (value <= good) return 'good'
  return value <= poor ? 'needsImprovement' : 'poor'
}
