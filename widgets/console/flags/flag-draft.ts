/** A flag as the form has it, and as the API takes it. Metrics that the form has no field for are kept as they are. */
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { localMoment, momentOf } from '../forms/moments.ts'
import type { FlagRow } from './flags.query.ts'

export interface GuardrailDraft {
  metric: MetricName
  /** As it is written: in percent for what is relative and for shares, else in the metric's unit. */
  worst: string
  relative: boolean
}

export interface FlagDraft {
  key: string
  control: string
  owner: string
  /** Empty: alike over all variants seen. */
  split: readonly { variant: string; weight: string }[]
  /** On the clocks of the site; empty: as it was, else now. */
  startedAt: string
  /** Their p75. */
  vitals: readonly string[]
  figures: readonly string[]
  /** Names of events. */
  conversions: readonly string[]
  otherMetrics: readonly object[]
  guardrails: readonly GuardrailDraft[]
  otherGuardrails: readonly object[]
  channels: readonly string[]
  original: FlagRow | null
}

export const FLAG_FIGURES = {
  CRASH_FREE_SESSIONS: { label: 'Crash-free sessions', unit: 'share' },
  ERRORS_PER_SESSION: { label: 'Errors per session', unit: 'number' },
  BOUNCE_RATE: { label: 'Bounce rate', unit: 'share' },
  ENGAGEMENT_RATE: { label: 'Engaged sessions', unit: 'share' },
  FRUSTRATION_RATE: { label: 'Frustrated sessions', unit: 'share' },
  VIEWS_PER_SESSION: { label: 'Views per session', unit: 'number' },
  REQUEST_FAILURE_RATE: { label: 'Failed requests', unit: 'share' },
} as const

/** `vital:LCP`, `figure:BOUNCE_RATE` or `event:order`. */
export type MetricName = `${'vital' | 'figure' | 'event'}:${string}`

/** What is looked at unless somebody says otherwise. */
const USUAL = { vitals: ['LCP', 'INP'], figures: ['CRASH_FREE_SESSIONS', 'ENGAGEMENT_RATE'] }
/** Names of the variant that is as before, the likeliest first. */
const CONTROLS = ['control', 'off', 'false', 'a', 'A']

export function emptyDraft(seen: FlagRow | null): FlagDraft {
  const variants = seen?.variants.map(({ key }) => key) ?? []
  return {
    key: seen?.key ?? '',
    control: CONTROLS.find((name) => variants.includes(name)) ?? variants[0] ?? '',
    owner: '',
    split: [],
    startedAt: '',
    ...USUAL,
    conversions: [],
    otherMetrics: [],
    guardrails: [],
    otherGuardrails: [],
    channels: [],
    original: null,
  }
}

/** Of one that is not saved yet what is usual. */
export function draftOf(flag: FlagRow, timeZone: string): FlagDraft {
  if (flag.control === null) return emptyDraft(flag)
  const metrics = parsed(flag.metrics).map((input) => ({ input, name: nameOf(input) }))
  const guardrails = parsed(flag.guardrails).map((input) => ({ input, draft: guardrailOf(input) }))
  const named = (kind: string) =>
    metrics.flatMap(({ name }) =>
      name?.startsWith(`${kind}:`) === true ? [name.slice(kind.length + 1)] : [],
    )
  return {
    key: flag.key,
    control: flag.control,
    owner: flag.owner ?? '',
    split: flag.split?.map(({ variant, weight }) => ({ variant, weight: String(weight) })) ?? [],
    startedAt: flag.startedAt === null ? '' : localMoment(Date.parse(flag.startedAt), timeZone),
    vitals: named('vital'),
    figures: named('figure'),
    conversions: named('event'),
    otherMetrics: metrics.flatMap(({ input, name }) => (name === null ? [input] : [])),
    guardrails: guardrails.flatMap(({ draft }) => (draft === null ? [] : [draft])),
    otherGuardrails: guardrails.flatMap(({ input, draft }) => (draft === null ? [input] : [])),
    channels: flag.channels.map(({ id }) => id),
    original: flag,
  }
}

/** SaveFlagInput, besides the site. */
export function inputOf(draft: FlagDraft, timeZone: string): object {
  const { owner, split, channels, otherGuardrails } = draft
  return {
    key: draft.key.trim(),
    control: draft.control.trim(),
    owner: owner.trim() === '' ? null : owner.trim(),
    split:
      split.length === 0
        ? null
        : split.map(({ variant, weight }) => ({ variant: variant.trim(), weight: Number(weight) })),
    startedAt: startOf(draft, timeZone),
    metrics: metricsOf(draft),
    guardrails: [
      ...draft.guardrails.map(({ metric, worst, relative }) => ({
        metric: metricOf(metric),
        worst: Number(inPercent(metric, relative) ? exact(Number(worst) / 100) : worst),
        relative,
      })),
      ...otherGuardrails,
    ],
    channels,
  }
}

export function metricsOf({ vitals, figures, conversions, otherMetrics }: FlagDraft): object[] {
  return [
    ...vitals.map((name) => metricOf(`vital:${name}`)),
    ...figures.map((name) => metricOf(`figure:${name}`)),
    ...conversions.flatMap((name) => (name.trim() === '' ? [] : [metricOf(`event:${name.trim()}`)])),
    ...otherMetrics,
  ]
}

/** In what the worst change of a guardrail is written. */
export function worstUnit(metric: MetricName, relative: boolean): string {
  if (relative) return '% of the control'
  const [kind, name] = partsOf(metric)
  if (kind === 'vital') return VITALS[name as VitalName]?.unit === 'ms' ? 'ms' : 'points of the score'
  return inPercent(metric, relative) ? 'percentage points' : 'per session'
}

/** Until the minute is changed the moment stays as exact as it was. */
function startOf({ startedAt, original }: FlagDraft, timeZone: string): string | null {
  const before = original?.startedAt ?? null
  if (before !== null && localMoment(Date.parse(before), timeZone) === startedAt) return before
  return startedAt === '' ? null : momentOf(startedAt, timeZone)
}

function metricOf(metric: MetricName): object {
  const [kind, name] = partsOf(metric)
  if (kind === 'vital') return { vital: { metric: name } }
  return kind === 'figure' ? { figure: name } : { conversion: { event: name } }
}

function partsOf(metric: MetricName): [kind: string, name: string] {
  const at = metric.indexOf(':')
  return [metric.slice(0, at), metric.slice(at + 1)]
}

interface MetricInput {
  vital?: { metric: string; of?: string; q?: number }
  figure?: string
  conversion?: { event?: string }
}

/** Null for one that the form has no field for. */
function nameOf(input: object): MetricName | null {
  const { vital, figure, conversion, ...rest } = given(input) as MetricInput
  if (Object.keys(rest).length > 0) return null
  if (vital !== undefined) {
    const { metric, of = 'QUANTILE', q = 0.75, ...more } = given(vital) as typeof vital
    return of === 'QUANTILE' && q === 0.75 && Object.keys(more).length === 0 ? `vital:${metric}` : null
  }
  if (figure !== undefined) return Object.hasOwn(FLAG_FIGURES, figure) ? `figure:${figure}` : null
  const { event, ...more } = given(conversion ?? {}) as { event?: string }
  return event !== undefined && Object.keys(more).length === 0 ? `event:${event}` : null
}

function guardrailOf(input: object): GuardrailDraft | null {
  const { metric, worst, relative } = input as { metric: object; worst: number; relative?: boolean | null }
  const name = nameOf(metric)
  if (name === null) return null
  const isRelative = relative === true
  return {
    metric: name,
    worst: String(inPercent(name, isRelative) ? exact(worst * 100) : worst),
    relative: isRelative,
  }
}

function inPercent(metric: MetricName, relative: boolean): boolean {
  const [kind, name] = partsOf(metric)
  if (relative || kind === 'event') return true
  return kind === 'figure' && FLAG_FIGURES[name as keyof typeof FLAG_FIGURES]?.unit === 'share'
}

function parsed(json: string | null): object[] {
  return json === null ? [] : (JSON.parse(json) as object[])
}

/** Without what is null. */
function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

/** Without the dust of multiplying. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}
