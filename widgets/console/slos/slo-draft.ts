/** An SLO as the form has it, and as the API takes it. What the form has no field for, it keeps as it is. */
import type { SloDefinition } from './slos.query.ts'

export interface SloDraft {
  name: string
  description: string
  kind: IndicatorKind
  metric: string
  /** Numbers as they are written; empty for the default. */
  threshold: string
  endpoint: string
  slowerThan: string
  transaction: string
  /** In percent. */
  objective: string
  /** Days of a rolling window, or a unit of the calendar. */
  window: string
  preset: string
  fanOut: string
  /** FilterInput as JSON; empty for all. */
  where: string
  original: SloDefinition | null
}

/** What can be measured, in the words of docs/slos.md. */
export const INDICATORS = {
  VITAL: 'Values of a vital are good',
  CRASH_FREE: 'Sessions have no unhandled error',
  REQUESTS: 'Requests do not fail, and are fast enough',
  PAGE_LOADS: 'Page loads end before the visitor leaves',
  TRANSACTIONS: 'Transactions succeed',
} as const

export type IndicatorKind = keyof typeof INDICATORS

export const WINDOWS = [
  ['7', 'The last 7 days'],
  ['28', 'The last 28 days'],
  ['30', 'The last 30 days'],
  ['90', 'The last 90 days'],
  ['WEEK', 'The calendar week'],
  ['MONTH', 'The calendar month'],
  ['QUARTER', 'The calendar quarter'],
] as const

/** Own rules, which are kept as they are. */
export const OWN_RULES = ''

export function emptyDraft(): SloDraft {
  return {
    name: '',
    description: '',
    kind: 'VITAL',
    metric: 'LCP',
    threshold: '',
    endpoint: '',
    slowerThan: '',
    transaction: '',
    objective: '75',
    window: '28',
    preset: 'GOOGLE',
    fanOut: '',
    where: '',
    original: null,
  }
}

export function draftOf(slo: SloDefinition): SloDraft {
  const { indicator, window, fanOut } = slo
  return {
    name: slo.name,
    description: slo.description ?? '',
    kind: indicator.kind as IndicatorKind,
    metric: indicator.metric ?? 'LCP',
    threshold: indicator.threshold === null ? '' : String(indicator.threshold),
    endpoint: indicator.endpoint ?? '',
    slowerThan: indicator.slowerThan === null ? '' : String(indicator.slowerThan),
    transaction: indicator.name ?? '',
    objective: String(Number((slo.objective * 100).toPrecision(12))),
    window: window.calendar ?? String(window.days ?? ''),
    preset: slo.preset ?? OWN_RULES,
    fanOut: fanOut?.dimension ?? '',
    where: slo.where ?? '',
    original: slo,
  }
}

/** SloDefinitionInput. Throws a SyntaxError where the filter is no JSON. */
export function definitionOf(draft: SloDraft): object {
  const { original, preset, fanOut, where } = draft
  return {
    objective: Number((Number(draft.objective) / 100).toPrecision(12)),
    indicator: indicatorOf(draft),
    window: windowOf(draft),
    ...(original === null ? {} : { budgeting: given(original.budgeting) }),
    ...(fanOut === '' ? {} : { fanOut: fanOutOf(draft) }),
    ...(where.trim() === '' ? {} : { where: JSON.parse(where) as object }),
    ...(preset === OWN_RULES && original !== null ? { rules: original.rules } : { preset }),
  }
}

function indicatorOf({ kind, metric, threshold, endpoint, slowerThan, transaction }: SloDraft): object {
  const fields: Record<IndicatorKind, object> = {
    VITAL: { metric, ...number('threshold', threshold) },
    CRASH_FREE: {},
    REQUESTS: { ...(endpoint === '' ? {} : { endpoint }), ...number('slowerThan', slowerThan) },
    PAGE_LOADS: {},
    TRANSACTIONS: { name: transaction },
  }
  return { kind, ...fields[kind] }
}

function windowOf({ window, original }: SloDraft): object {
  if (/^\d+$/.test(window)) return { days: Number(window) }
  const kept = original?.window.calendar === window ? given(original.window) : {}
  return { ...kept, calendar: window }
}

function fanOutOf({ fanOut, original }: SloDraft): object {
  return original?.fanOut?.dimension === fanOut ? given(original.fanOut) : { dimension: fanOut }
}

function number(name: string, text: string): object {
  return text.trim() === '' ? {} : { [name]: Number(text) }
}

/** Without what is null. */
function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
