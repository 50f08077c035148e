/** The figures by which variants are compared, as GraphQL brings them, parsed: one table says how each is measured. */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { type FunnelDefinition, parseFunnel } from '../funnels/definition.ts'
import { stepName } from '../funnels/step-name.ts'
import { userError } from '../problem.ts'
import type { FlagFigure, FlagMetricInput, FlagVitalInput } from '../schema.generated.ts'
import type { Predicate } from '../segment/conditions.ts'
import { parseFilter } from '../segment/filters.ts'
import { parsePredicate } from '../segment/predicates.ts'
import type { Aim } from '../statistics/difference.ts'
import type { Measure } from '../statistics/experiment.ts'
import { quantile } from '../vitals/percentile.ts'

/** Where the values of a metric come from. */
export type MetricOf =
  | { source: 'vital'; vital: VitalName; figure: 'mean' | 'good' }
  | { source: 'vital'; vital: VitalName; figure: 'quantile'; q: number }
  | { source: 'sessions'; figure: SessionFigure }
  | { source: 'requests' }
  | { source: 'conversion'; predicate: Predicate }
  | { source: 'funnel'; definition: FunnelDefinition }

export type SessionFigure = 'crashFree' | 'errors' | 'bounced' | 'engaged' | 'frustrated' | 'views'

export type FlagMetric = { name: string; measure: Measure; aim: Aim; of: MetricOf }

export const MOST_METRICS = 20
const LONGEST_NAME = 100

const ofSessions = (figure: SessionFigure) => ({ source: 'sessions', figure }) as const

const FIGURES: Record<FlagFigure, FlagMetric> = {
  CRASH_FREE_SESSIONS: {
    name: 'crash-free sessions',
    measure: 'share',
    aim: 'HIGHER',
    of: ofSessions('crashFree'),
  },
  ERRORS_PER_SESSION: { name: 'errors per session', measure: 'mean', aim: 'LOWER', of: ofSessions('errors') },
  BOUNCE_RATE: { name: 'bounce rate', measure: 'share', aim: 'LOWER', of: ofSessions('bounced') },
  ENGAGEMENT_RATE: { name: 'engagement rate', measure: 'share', aim: 'HIGHER', of: ofSessions('engaged') },
  FRUSTRATION_RATE: {
    name: 'frustration rate',
    measure: 'share',
    aim: 'LOWER',
    of: ofSessions('frustrated'),
  },
  VIEWS_PER_SESSION: { name: 'views per session', measure: 'mean', aim: 'HIGHER', of: ofSessions('views') },
  REQUEST_FAILURE_RATE: {
    name: 'request failure rate',
    measure: 'share',
    aim: 'LOWER',
    of: { source: 'requests' },
  },
}

export function parseMetrics(inputs: readonly FlagMetricInput[]): FlagMetric[] {
  if (inputs.length < 1 || inputs.length > MOST_METRICS)
    throw userError(`${inputs.length} metrics: give 1 to ${MOST_METRICS}`)
  const metrics = inputs.map(parseMetric)
  const names = new Set<string>()
  for (const { name } of metrics) {
    if (names.has(name)) throw userError(`two metrics are named "${name}": give each a \`name\` of its own`)
    names.add(name)
  }
  return metrics
}

export function parseMetric(input: FlagMetricInput): FlagMetric {
  const { name, aim } = input
  const metric = metricOf(input)
  if (aim && !input.conversion && !input.funnel)
    throw userError(
      `\`aim\` of ${metric.name}: which way is good is known; only a conversion or a funnel takes it`,
    )
  if (typeof name === 'string' && (name.trim() === '' || name.length > LONGEST_NAME))
    throw userError(`a metric's name has ${name.length} characters: expected 1 to ${LONGEST_NAME}`)
  return { ...metric, name: name ?? metric.name, aim: aim ?? metric.aim }
}

function metricOf({ vital, figure, conversion, funnel }: FlagMetricInput): FlagMetric {
  const given = [vital, figure, conversion, funnel].filter((one) => one !== null && one !== undefined)
  if (given.length !== 1)
    throw userError(
      `a metric of ${given.length} kinds: give exactly one of vital, figure, conversion, funnel`,
    )
  if (vital) return vitalMetric(vital)
  if (figure) return FIGURES[figure]
  if (conversion) {
    const predicate = parsePredicate(conversion, parseFilter(conversion.where))
    const name = `conversion: ${stepName(conversion)}`
    return { name, measure: 'share', aim: 'HIGHER', of: { source: 'conversion', predicate } }
  }
  const definition = parseFunnel(funnel ?? { steps: [] })
  const name = `funnel: ${definition.names.at(-1) ?? ''}`
  return { name, measure: 'share', aim: 'HIGHER', of: { source: 'funnel', definition } }
}

function vitalMetric({ metric: vital, of, q }: FlagVitalInput): FlagMetric {
  const source = 'vital'
  if (of === 'MEAN')
    return { name: `mean ${vital}`, measure: 'mean', aim: 'LOWER', of: { source, vital, figure: 'mean' } }
  if (of === 'GOOD_SHARE') {
    if (VITALS[vital].good === null)
      throw userError(`${vital} has no ratings: compare its QUANTILE or MEAN instead`)
    return { name: `good ${vital}`, measure: 'share', aim: 'HIGHER', of: { source, vital, figure: 'good' } }
  }
  const at = quantile(q ?? 0.75)
  const name = `${vital} p${Number((at * 100).toFixed(6))}`
  return { name, measure: 'quantile', aim: 'LOWER', of: { source, vital, figure: 'quantile', q: at } }
}
