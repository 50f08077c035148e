/** What a rule watches, in a line: p75 of LCP above 4 s over 15 min. */
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { formatThreshold, numberFormat } from '../../format/number.ts'
import { formatSpan } from '../../format/time.ts'
import { ALERT_METRICS, type StoredDefinition } from './rule-draft.ts'
import type { Named, RuleKind, SavedRule } from './rules.query.ts'

export const RULE_KINDS: Record<RuleKind, string> = {
  THRESHOLD: 'A figure beyond a bound',
  BURN_RATE: 'An SLO whose budget burns too fast',
  FUNNEL: 'The conversion of a funnel',
  GRAPHQL: 'A number in the answer of any query',
}

interface World {
  slos: readonly Named[]
  funnels: readonly Named[]
}

export function ruleWords(
  { definition }: Pick<SavedRule, 'definition'>,
  world: World,
  locale: string,
): string {
  const stored = JSON.parse(definition) as StoredDefinition
  const words: Record<RuleKind, () => string> = {
    THRESHOLD: () => `${figureWords(stored)} ${boundWords(stored, locale)}`,
    BURN_RATE: () =>
      `Budget of “${nameOf(world.slos, stored.slo)}” burns too fast${burnWords(stored.severity)}`,
    FUNNEL: () => `Conversion of “${nameOf(world.funnels, stored.funnel)}” ${boundWords(stored, locale)}`,
    GRAPHQL: () => `${stored.path?.join('.') ?? ''} ${boundWords(stored, locale)}`,
  }
  return words[stored.kind]()
}

/** How patient it is: bad in 3 of the last 5 evaluations. */
export function patienceWords({ kind, times, of }: Pick<SavedRule, 'kind' | 'times' | 'of'>): string {
  if (kind === 'BURN_RATE') return 'by the rules of the SLO'
  if (of === 1) return 'bad once'
  return times === of ? `bad ${times} times in a row` : `bad in ${times} of the last ${of} evaluations`
}

function figureWords({ metric = 'VIEWS', vital, q }: StoredDefinition): string {
  if (metric === 'VITAL_PERCENTILE')
    return `p${String(Number(((q ?? 0.75) * 100).toPrecision(6)))} of ${vital ?? 'a vital'}`
  if (metric === 'VITAL_POOR_SHARE') return `Poor share of ${vital ?? 'a vital'}`
  return ALERT_METRICS[metric].label
}

function boundWords(
  { kind, metric, vital, side, bound = 0, windowMs = 0 }: StoredDefinition,
  locale: string,
): string {
  const isShare =
    kind === 'FUNNEL' || (kind === 'THRESHOLD' && ALERT_METRICS[metric ?? 'VIEWS'].unit === 'share')
  const unit = metric === 'VITAL_PERCENTILE' ? (VITALS[vital as VitalName]?.unit ?? 'ms') : ''
  const amount = isShare
    ? numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bound)
    : formatThreshold(bound, unit, locale)
  return `${side === 'ABOVE' ? 'above' : 'below'} ${amount} over ${formatSpan(windowMs, locale)}`
}

function burnWords(severity: string | null | undefined): string {
  if (severity === 'PAGE') return ', by its rules that page'
  return severity === 'TICKET' ? ', by its rules that make a ticket' : ''
}

/** Of what is there no more, its id. */
function nameOf(all: readonly Named[], id = ''): string {
  return all.find((one) => one.id === id || one.id.endsWith(`/${id}`))?.name ?? id
}
