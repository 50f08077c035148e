/**
 * Every figure that is kept in rollups: its number there, and where its raw values stand in `rum.events`. A vital is a
 * column of its own, a named value, the duration of a view, or the value of an app event.
 */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { EVENT_KINDS } from '../rows/layout.ts'

export type MetricSource = {
  code: number
  kind: number
  column: 'lcp' | 'inp' | 'cls' | 'fcp' | 'ttfb' | 'value' | 'duration' | null
  /** The `name` that the row must have; null where the column alone decides. */
  name: string | null
}

/** Views are counted like a metric, without a distribution. */
export const VIEWS: MetricSource = { code: 0, kind: EVENT_KINDS.view, column: null, name: null }

const { vital, view, app } = EVENT_KINDS

export const METRICS: Record<VitalName, MetricSource> = {
  LCP: { code: 1, kind: vital, column: 'lcp', name: null },
  INP: { code: 2, kind: vital, column: 'inp', name: null },
  CLS: { code: 3, kind: vital, column: 'cls', name: null },
  FCP: { code: 4, kind: vital, column: 'fcp', name: null },
  TTFB: { code: 5, kind: vital, column: 'ttfb', name: null },
  FID: { code: 6, kind: vital, column: 'value', name: 'FID' },
  TBT: { code: 7, kind: vital, column: 'value', name: 'TBT' },
  LOAD: { code: 8, kind: view, column: 'duration', name: null },
  ROUTE: { code: 9, kind: vital, column: 'value', name: 'ROUTE' },
  COLD_START: { code: 10, kind: app, column: 'value', name: 'cold_start' },
  WARM_START: { code: 11, kind: app, column: 'value', name: 'warm_start' },
  SCREEN_LOAD: { code: 12, kind: app, column: 'value', name: 'screen_load' },
}

export const METRIC_NAMES = Object.keys(METRICS) as VitalName[]
