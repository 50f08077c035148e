/** The operation that answers a rule at a moment, and what its answer holds: a reading for each segment. */
import type { Json } from '../deliveries/notice.ts'
import { burnRateAsking } from './burn-rate-question.ts'
import type {
  Bounds,
  Definition,
  FunnelAlertDefinition,
  GraphqlAlertDefinition,
  RuleKind,
  ThresholdDefinition,
} from './definition.ts'
import { type Evidence, judgeReading } from './judge-reading.ts'
import { type Figure, METRIC_TABLE, type Unit } from './metrics.ts'
import type { Asking, Found, Question } from './reading.ts'
import { type AlertRule, WHOLE, segmentOf } from './rules.ts'

/** Of a split so many parts are watched, those with most views. */
const MOST_PARTS = 50

// oxlint-disable-next-line typescript/no-explicit-any -- the schema made it, from the question beside it
type Answer = any

const threshold: Asking<ThresholdDefinition> = {
  question: ({ site, where, split, splitKey }, definition, at) => {
    const figure = METRIC_TABLE[definition.metric].selection(definition)
    const inner =
      split === null
        ? figure
        : `by(dimension: ${split}, key: $key, top: ${MOST_PARTS}) { key segment { ${figure} } }`
    const key = split === null ? '' : ', $key: String'
    return {
      query: `query AlertFigure($site: ID!, $range: RangeInput!, $where: FilterInput${key}) { site(id: $site) { segment(range: $range, where: $where) { ${inner} } } }`,
      variables: {
        site: site.slug,
        range: rangeOf(definition, at),
        where: where as Json,
        ...(split === null ? {} : { key: splitKey }),
      },
    }
  },
  find: ({ rule, definition, data, evidence }) => {
    const { segment } = (data as Answer).site
    const { read, name, unit } = METRIC_TABLE[definition.metric]
    const parts: { segment: string; figure: Figure }[] =
      rule.split === null
        ? [{ segment: WHOLE, figure: read(segment) }]
        : segment.by.map((part: Answer) => ({ segment: segmentOf(part.key), figure: read(part.segment) }))
    const about = { name: name(definition), unit: unit(definition) }
    return parts.map(({ segment, figure }) => judged({ segment, figure, about, rule, definition, evidence }))
  },
}

const funnel: Asking<FunnelAlertDefinition> = {
  question: ({ site, where }, definition, at) => ({
    query:
      'query AlertFunnel($site: ID!, $funnel: ID!, $range: RangeInput!, $where: FilterInput) { site(id: $site) { funnel(id: $funnel) { result(range: $range, where: $where) { steps { entrants fromFirst } } } } }',
    variables: {
      site: site.slug,
      funnel: definition.funnel,
      range: rangeOf(definition, at),
      where: where as Json,
    },
  }),
  find: ({ rule, definition, data, evidence }) => {
    // A funnel that was deleted tells nothing.
    const steps: { entrants: number; fromFirst: number | null }[] =
      (data as Answer).site.funnel?.result.steps ?? []
    const count = steps[0]?.entrants ?? 0
    const figure = { value: steps.at(-1)?.fromFirst ?? null, low: null, high: null, count }
    const about = { name: 'conversion', unit: 'share' as const }
    return [judged({ segment: WHOLE, figure, about, rule, definition, evidence })]
  },
}

const graphql: Asking<GraphqlAlertDefinition> = {
  // `site` and `range` are set where the operation declares them; what it does not declare is left out when it is asked.
  question: ({ site }, definition, at) => ({
    query: definition.query,
    variables: {
      ...(definition.variables as { [name: string]: Json }),
      site: site.slug,
      range: rangeOf(definition, at),
    },
  }),
  find: ({ rule, definition, data, evidence }) => {
    const { path, countPath } = definition
    const count = countPath === null ? null : (numberAt(data, countPath) ?? 0)
    const figure = { value: numberAt(data, path), low: null, high: null, count }
    const about = { name: path.join('.'), unit: 'number' as const }
    return [judged({ segment: WHOLE, figure, about, rule, definition, evidence })]
  },
}

const ASKING = { THRESHOLD: threshold, BURN_RATE: burnRateAsking, FUNNEL: funnel, GRAPHQL: graphql }

export function questionOf(rule: AlertRule, at: number): Question {
  return askingOf(rule.definition.kind).question(rule, rule.definition, at)
}

export function findingsOf(rule: AlertRule, data: unknown, evidence: Evidence): Found[] {
  const { definition } = rule
  return askingOf(definition.kind).find({ rule, definition, data, evidence })
}

function askingOf(kind: RuleKind): Asking<Definition> {
  return ASKING[kind] as unknown as Asking<Definition>
}

function judged({
  segment,
  figure,
  about,
  rule,
  definition,
  evidence,
}: {
  segment: string
  figure: Figure
  about: { name: string; unit: Unit }
  rule: AlertRule
  definition: Bounds & { windowMs: number }
  evidence: Evidence
}): Found {
  const { side, bound, windowMs } = definition
  return {
    segment,
    reading: { ...figure, ...about, side, bound, windowMs, burners: [] },
    evaluation: judgeReading(figure, definition, { minSample: rule.minSample, evidence }),
  }
}

function rangeOf({ windowMs }: { windowMs: number }, at: number): Json {
  return { from: new Date(at - windowMs).toISOString(), to: new Date(at).toISOString() }
}

function numberAt(data: unknown, path: readonly (string | number)[]): number | null {
  let value = data as Answer
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null
    value = value[part]
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
