/** A rule as the form has it, and as the API takes it. Each kind is sent with its own fields alone. */
import { durationMs } from '../../data/period.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import type { RuleKind, SavedRule } from './rules.query.ts'

/** Numbers are texts as they are written; empty for the default. */
export interface RuleDraft {
  /** Null for a new one. */
  id: string | null
  name: string
  kind: RuleKind
  metric: AlertMetricName
  vital: string
  /** In percent: 75 for the p75. */
  quantile: string
  side: 'ABOVE' | 'BELOW'
  /** Of a share in percent, like the recovery. */
  bound: string
  recovery: string
  windowMin: string
  slo: string
  /** Empty: of all rules of the SLO. */
  burnSeverity: string
  funnel: string
  query: string
  /** JSON. */
  variables: string
  path: string
  countPath: string
  /** FilterInput as JSON; empty for all. */
  where: string
  split: string
  splitKey: string
  severity: 'PAGE' | 'TICKET'
  times: string
  of: string
  minSample: string
  escalateAfterMin: string
  channels: readonly string[]
  escalationChannels: readonly string[]
}

type MetricUnit = 'vital' | 'share' | 'score' | 'count'

export const ALERT_METRICS = {
  VITAL_PERCENTILE: { label: 'Percentile of a vital', unit: 'vital' },
  VITAL_POOR_SHARE: { label: 'Share of poor values of a vital', unit: 'share' },
  CRASH_FREE_SESSIONS: { label: 'Crash-free sessions', unit: 'share' },
  BOUNCE_RATE: { label: 'Bounce rate', unit: 'share' },
  FRUSTRATION_RATE: { label: 'Frustrated sessions', unit: 'share' },
  ENGAGEMENT_RATE: { label: 'Engaged sessions', unit: 'share' },
  APDEX: { label: 'Apdex', unit: 'score' },
  VIEWS: { label: 'Views', unit: 'count' },
  SESSIONS: { label: 'Sessions', unit: 'count' },
} as const satisfies Record<string, { label: string; unit: MetricUnit }>

export type AlertMetricName = keyof typeof ALERT_METRICS

/** What is kept of a rule, with durations in ms. */
export interface StoredDefinition {
  kind: RuleKind
  metric?: AlertMetricName
  vital?: string | null
  q?: number
  side?: 'ABOVE' | 'BELOW'
  bound?: number
  recovery?: number
  windowMs?: number
  slo?: string
  severity?: string | null
  funnel?: string
  query?: string
  variables?: object
  path?: (string | number)[]
  countPath?: (string | number)[] | null
}

const MINUTE_MS = 60_000

export function emptyDraft(): RuleDraft {
  return {
    id: null,
    name: '',
    kind: 'THRESHOLD',
    metric: 'VITAL_PERCENTILE',
    vital: 'LCP',
    quantile: '75',
    side: 'ABOVE',
    bound: '4000',
    recovery: '',
    windowMin: '15',
    slo: '',
    burnSeverity: '',
    funnel: '',
    query: '',
    variables: '',
    path: '',
    countPath: '',
    where: '',
    split: '',
    splitKey: '',
    severity: 'PAGE',
    times: '3',
    of: '5',
    minSample: '30',
    escalateAfterMin: '',
    channels: [],
    escalationChannels: [],
  }
}

export function draftOf(rule: SavedRule): RuleDraft {
  const stored = JSON.parse(rule.definition) as StoredDefinition
  const empty = emptyDraft()
  const kept = { ...empty, kind: rule.kind, metric: stored.metric ?? empty.metric }
  const { bound, recovery, windowMs } = stored
  const text = (value: number | undefined) =>
    value === undefined ? '' : String(exact(isShare(kept) ? value * 100 : value))
  return {
    ...kept,
    id: rule.id,
    name: rule.name,
    vital: stored.vital ?? empty.vital,
    quantile: stored.q === undefined ? empty.quantile : String(exact(stored.q * 100)),
    side: stored.side ?? empty.side,
    bound: text(bound),
    recovery: recovery === bound ? '' : text(recovery),
    windowMin: windowMs === undefined ? empty.windowMin : String(windowMs / MINUTE_MS),
    slo: stored.slo ?? '',
    burnSeverity: stored.severity ?? '',
    funnel: stored.funnel ?? '',
    query: stored.query ?? '',
    variables: Object.keys(stored.variables ?? {}).length === 0 ? '' : JSON.stringify(stored.variables),
    path: stored.path?.join('.') ?? '',
    countPath: stored.countPath?.join('.') ?? '',
    where: rule.where ?? '',
    split: rule.split ?? '',
    splitKey: rule.splitKey ?? '',
    severity: rule.severity,
    times: String(rule.times),
    of: String(rule.of),
    minSample: String(rule.minSample),
    escalateAfterMin:
      rule.escalateAfter === null ? '' : String((durationMs(rule.escalateAfter) ?? 0) / MINUTE_MS),
    channels: rule.channels.map(({ id }) => id),
    escalationChannels: rule.escalationChannels.map(({ id }) => id),
  }
}

/** Another kind begins with the bounds and the patience that suit it. */
export function ofKind(draft: RuleDraft, kind: RuleKind): RuleDraft {
  const { side, bound, windowMin, times, of, minSample } = emptyDraft()
  const usual = { ...draft, kind, side, bound, recovery: '', windowMin, times, of, minSample }
  if (kind === 'FUNNEL') return { ...usual, side: 'BELOW', bound: '', windowMin: '60' }
  return kind === 'GRAPHQL' ? { ...usual, bound: '', minSample: '0' } : usual
}

/** Whether its bound is a share, which is written in percent. */
export function isShare({ kind, metric }: Pick<RuleDraft, 'kind' | 'metric'>): boolean {
  return kind === 'FUNNEL' || (kind === 'THRESHOLD' && ALERT_METRICS[metric].unit === 'share')
}

export function isOfVital({ metric }: Pick<RuleDraft, 'metric'>): boolean {
  return metric === 'VITAL_PERCENTILE' || metric === 'VITAL_POOR_SHARE'
}

/** What can be told before anything is asked. */
export function mistakesOf({ kind, where, variables }: RuleDraft): UserError[] {
  return [
    ...(isFiltered(kind) ? jsonMistakes('where', where) : []),
    ...(kind === 'GRAPHQL' ? jsonMistakes('definition.graphql.variables', variables) : []),
  ]
}

/** The fields of CreateAlertRuleInput and UpdateAlertRuleInput, besides site and id. */
export function inputOf(draft: RuleDraft): object {
  const { kind, where, split, splitKey, severity, channels, escalationChannels } = draft
  const isBurn = kind === 'BURN_RATE'
  const isSplit = kind === 'THRESHOLD' && split !== ''
  return {
    name: draft.name.trim(),
    definition: definitionOf(draft),
    where: isFiltered(kind) && where.trim() !== '' ? (JSON.parse(where) as object) : null,
    split: isSplit ? split : null,
    splitKey: isSplit && splitKey !== '' ? splitKey : null,
    severity,
    times: isBurn ? 1 : number(draft.times),
    of: isBurn ? 1 : number(draft.of),
    minSample: isBurn ? 0 : number(draft.minSample),
    escalateAfter: duration(draft.escalateAfterMin),
    channels,
    escalationChannels,
  }
}

function definitionOf(draft: RuleDraft): object {
  const { slo, burnSeverity, funnel, query, variables, path, countPath } = draft
  const definitions: Record<RuleKind, () => object> = {
    THRESHOLD: () => ({ threshold: { ...figureOf(draft), ...boundsOf(draft) } }),
    BURN_RATE: () => ({ burnRate: { slo, severity: burnSeverity === '' ? null : burnSeverity } }),
    FUNNEL: () => ({ funnel: { funnel, ...boundsOf(draft) } }),
    GRAPHQL: () => ({
      graphql: {
        query,
        variables: variables.trim() === '' ? null : (JSON.parse(variables) as object),
        path: path.trim(),
        countPath: countPath.trim() === '' ? null : countPath.trim(),
        ...boundsOf(draft),
      },
    }),
  }
  return definitions[draft.kind]()
}

function figureOf({ metric, vital, quantile }: RuleDraft): object {
  if (metric === 'VITAL_PERCENTILE') return { metric, vital, q: exact(Number(quantile) / 100) }
  return isOfVital({ metric }) ? { metric, vital } : { metric }
}

function boundsOf(draft: RuleDraft): object {
  const value = (text: string) => {
    const given = number(text)
    return given === null ? null : exact(isShare(draft) ? given / 100 : given)
  }
  return {
    [draft.side === 'ABOVE' ? 'above' : 'below']: value(draft.bound),
    recovery: value(draft.recovery),
    window: duration(draft.windowMin),
  }
}

function isFiltered(kind: RuleKind): boolean {
  return kind === 'THRESHOLD' || kind === 'FUNNEL'
}

function jsonMistakes(path: string, text: string): UserError[] {
  if (text.trim() === '') return []
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [{ path: path.split('.'), message: `This is no JSON: ${(error as Error).message}` }]
  }
}

function number(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}

function duration(minutes: string): string | null {
  const given = number(minutes)
  if (given === null) return null
  return Number.isInteger(given) ? `PT${given}M` : `PT${Math.round(given * 60)}S`
}

/** Without the dust of multiplying. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}
