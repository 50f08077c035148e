/**
 * The figures that a threshold can be set on: what GraphQL is asked for each, and how its answer is read. So an alert
 * and a chart ask the same question and cannot disagree.
 */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { wilson } from '../statistics/proportion.ts'

export const ALERT_METRICS = [
  'VITAL_PERCENTILE',
  'VITAL_POOR_SHARE',
  'CRASH_FREE_SESSIONS',
  'BOUNCE_RATE',
  'FRUSTRATION_RATE',
  'ENGAGEMENT_RATE',
  'APDEX',
  'VIEWS',
  'SESSIONS',
] as const
export type AlertMetric = (typeof ALERT_METRICS)[number]

export type Asked = { metric: AlertMetric; vital: VitalName | null; q: number }

export type Unit = 'ms' | 'score' | 'share' | 'count' | 'number'

/** A figure with what it rests on. */
export type Figure = {
  value: number | null
  /** The 95 % interval, where there is one. */
  low: number | null
  high: number | null
  /** How many samples; null: that is not known. */
  count: number | null
}

// oxlint-disable-next-line typescript/no-explicit-any -- the schema made it: each line knows what it asked for
type Answer = any

type Metric = {
  name: (asked: Asked) => string
  unit: (asked: Asked) => Unit
  /** Only these take `vital`, and must have one. */
  ofVital: boolean
  /** Of a segment. */
  selection: (asked: Asked) => string
  read: (answer: Answer) => Figure
}

const NO_INTERVAL = { low: null, high: null }
const vitalOf = ({ vital }: Asked): VitalName => vital ?? 'LCP'
const ofVital = (asked: Asked, rest: string) => `vital(metric: ${vitalOf(asked)}) { ${rest} }`
const share = (field: string, name: string): Metric => ({
  name: () => name,
  unit: () => 'share',
  ofVital: false,
  selection: () => `${field} { value low high total }`,
  read: ({ [field]: { value, low, high, total } }) => ({ value, low, high, count: total }),
})
const count = (field: string, name: string): Metric => ({
  name: () => name,
  unit: () => 'count',
  ofVital: false,
  selection: () => field,
  read: ({ [field]: value }) => ({ value, ...NO_INTERVAL, count: value }),
})

export const METRIC_TABLE: Record<AlertMetric, Metric> = {
  VITAL_PERCENTILE: {
    name: (asked) => `p${Number((asked.q * 100).toFixed(2))} of ${vitalOf(asked)}`,
    unit: (asked) => VITALS[vitalOf(asked)].unit,
    ofVital: true,
    selection: (asked) => ofVital(asked, `percentile(q: ${asked.q}) { value low high count }`),
    read: ({ vital: { percentile } }) => percentile,
  },
  VITAL_POOR_SHARE: {
    name: (asked) => `poor share of ${vitalOf(asked)}`,
    unit: () => 'share',
    ofVital: true,
    selection: (asked) => ofVital(asked, 'count shares { poor }'),
    read: ({ vital: { count, shares } }) => ({
      value: shares.poor,
      ...(shares.poor === null || !(count > 0) ? NO_INTERVAL : wilson(shares.poor, count)),
      count,
    }),
  },
  CRASH_FREE_SESSIONS: share('crashFreeSessions', 'crash-free sessions'),
  BOUNCE_RATE: share('bounceRate', 'bounce rate'),
  FRUSTRATION_RATE: share('frustrationRate', 'frustration rate'),
  ENGAGEMENT_RATE: share('engagementRate', 'engagement rate'),
  APDEX: {
    name: () => 'Apdex',
    unit: () => 'score',
    ofVital: false,
    selection: () => 'apdex { score satisfied tolerating frustrated }',
    read: ({ apdex: { score, satisfied, tolerating, frustrated } }) => ({
      value: score,
      ...NO_INTERVAL,
      count: satisfied + tolerating + frustrated,
    }),
  },
  VIEWS: count('views', 'views'),
  SESSIONS: count('sessionCount', 'sessions'),
}

/** A value as people read it: 4,100 ms, 12.3 %. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null) return 'no value'
  const digits = (most: number) => value.toLocaleString('en', { maximumFractionDigits: most })
  if (unit === 'share') return `${(value * 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`
  if (unit === 'ms') return `${digits(0)} ms`
  return digits(unit === 'count' ? 0 : 3)
}
