/** What is told of a flag. */
import type { Json, Notice } from '../../api/deliveries/notice.ts'
import type { FlagComparison, GuardrailResult } from '../../api/flags/compare-variants.ts'
import type { SavedFlag } from '../../api/flags/saved-flags.ts'
import { withIsoDurations } from '../../api/iso-durations.ts'
import type { SampleRatio } from '../../api/statistics/sample-ratio.ts'

/** `subject`: what of the experiment it is about; of each there is one notice. */
export type FlagNotice = { subject: string; notice: Notice }

type Told = { flag: SavedFlag; range: { from: number; to: number } }

export function verdictNotice(told: Told, found: FlagComparison): FlagNotice {
  const { metric, variant, verdict } = found
  const { key, definition } = told.flag
  const { control, metrics } = definition
  return {
    subject: `verdict/${JSON.stringify([variant, metric])}`,
    notice: {
      ...noticeOf(told),
      title: `${key}: ${variant} is ${verdict.toLowerCase()} than ${control} in ${metric}`,
      tone: verdict === 'BETTER' ? 'good' : 'bad',
      facts: [
        { name: 'Metric', value: metric },
        { name: variant, value: figure(found.value) },
        { name: control, value: figure(found.baseline) },
        { name: 'Difference', value: figure(found.difference) },
        { name: '95 % at every look', value: `${figure(found.alwaysLow)} to ${figure(found.alwaysHigh)}` },
        { name: 'Visitors', value: `${found.visitors} and ${found.baselineVisitors}` },
      ],
      operation: {
        query: COMPARISON,
        variables: { ...variablesOf(told), metrics: json(withIsoDurations(metrics)) },
      },
      data: json({ ...found, flag: key, control }) as Notice['data'],
    },
  }
}

export function guardrailNotice(told: Told, found: GuardrailResult): FlagNotice {
  const { metric, variant, worst, relative } = found
  const { key, definition } = told.flag
  const { control } = definition
  return {
    subject: `guardrail/${JSON.stringify([variant, metric])}`,
    notice: {
      ...noticeOf(told),
      title: `${key}: ${variant} breaks the guardrail on ${metric}`,
      tone: 'bad',
      facts: [
        { name: 'Metric', value: metric },
        { name: 'May be worse by', value: relative ? `${figure(100 * worst)} %` : figure(worst) },
        { name: variant, value: figure(found.value) },
        { name: control, value: figure(found.baseline) },
        { name: 'Difference', value: figure(found.difference) },
      ],
      operation: { query: GUARDRAILS, variables: variablesOf(told) },
      data: json({ ...found, flag: key, control }) as Notice['data'],
    },
  }
}

export function mismatchNotice(told: Told, { chiSquare, pValue }: SampleRatio): FlagNotice {
  const { key } = told.flag
  return {
    subject: 'sample-ratio',
    notice: {
      ...noticeOf(told),
      title: `${key}: sessions do not come to the variants as declared`,
      tone: 'bad',
      facts: [
        { name: 'Chi-square', value: figure(chiSquare) },
        { name: 'p', value: figure(pValue) },
      ],
      operation: { query: SAMPLE_RATIO, variables: variablesOf(told) },
      data: { flag: key, chiSquare, pValue },
    },
  }
}

function noticeOf({ flag, range }: Told) {
  return {
    kind: 'flag.verdict' as const,
    site: flag.site.slug,
    at: new Date(range.to).toISOString(),
    links: [],
  }
}

function variablesOf({ flag, range }: Told): { [name: string]: Json } {
  return {
    site: flag.site.slug,
    key: flag.key,
    range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
  }
}

const COMPARISON = `query FlagVerdict($site: ID!, $key: String!, $range: RangeInput!, $metrics: [FlagMetricInput!]!) {
  site(id: $site) {
    segment(range: $range) {
      flag(key: $key) {
        compare(metrics: $metrics) { metric variant value baseline difference alwaysLow alwaysHigh adjustedPValue verdict }
      }
    }
  }
}`

const GUARDRAILS = `query FlagGuardrails($site: ID!, $key: String!, $range: RangeInput!) {
  site(id: $site) {
    segment(range: $range) { flag(key: $key) { guardrails { metric variant worst relative value baseline difference state } } }
  }
}`

const SAMPLE_RATIO = `query FlagSampleRatio($site: ID!, $key: String!, $range: RangeInput!) {
  site(id: $site) {
    segment(range: $range) {
      flag(key: $key) { sampleRatio { chiSquare pValue mismatch } variants { key sessions share expectedShare } }
    }
  }
}`

/** Three significant digits, and whole numbers as they are. */
function figure(value: number | null): string {
  if (value === null) return 'unknown'
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)))
}

function json(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
