/** The operation that answers a rule at a moment, and the readings that its answer holds: one for each segment. */
import type { Json } from '../deliveries/notice.ts'
import type {
  Definition,
  FunnelAlertDefinition,
  GraphqlAlertDefinition,
  ThresholdDefinition,
} from './definition.ts'
import { type Figure, METRIC_TABLE, type Unit } from './metrics.ts'
import { type AlertRule, WHOLE, segmentOf } from './rules.ts'

export type Question = { query: string; variables: { [name: string]: Json } }

/** What a segment's figure was. */
export type Reading = Figure & { segment: string }

type Asking<D extends Definition> = {
  question: (rule: AlertRule, definition: D, range: Json) => Question
  read: (rule: AlertRule, definition: D, data: unknown) => Reading[]
  name: (definition: D) => string
  unit: (definition: D) => Unit
}

/** Of a split so many parts are watched, those with most views. */
const MOST_PARTS = 50

// oxlint-disable-next-line typescript/no-explicit-any -- the schema made it, from the question beside it
type Answer = any

const threshold: Asking<ThresholdDefinition> = {
  question: ({ site, where, split, splitKey }, definition, range) => {
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
        range,
        where: where as Json,
        ...(split === null ? {} : { key: splitKey }),
      },
    }
  },
  read: ({ split }, { metric }, data) => {
    const { segment } = (data as Answer).site
    const { read } = METRIC_TABLE[metric]
    if (split === null) return [{ segment: WHOLE, ...read(segment) }]
    return segment.by.map((part: Answer) => ({ segment: segmentOf(part.key), ...read(part.segment) }))
  },
  name: (definition) => METRIC_TABLE[definition.metric].name(definition),
  unit: (definition) => METRIC_TABLE[definition.metric].unit(definition),
}

const funnel: Asking<FunnelAlertDefinition> = {
  question: ({ site, where }, { funnel }, range) => ({
    query:
      'query AlertFunnel($site: ID!, $funnel: ID!, $range: RangeInput!, $where: FilterInput) { site(id: $site) { funnel(id: $funnel) { result(range: $range, where: $where) { steps { entrants fromFirst } } } } }',
    variables: { site: site.slug, funnel, range, where: where as Json },
  }),
  read: (_, __, data) => {
    const { funnel } = (data as Answer).site
    // A funnel that was deleted tells nothing.
    const steps: { entrants: number; fromFirst: number | null }[] = funnel?.result.steps ?? []
    const value = steps.at(-1)?.fromFirst ?? null
    return [{ segment: WHOLE, value, low: null, high: null, count: steps[0]?.entrants ?? 0 }]
  },
  name: () => 'conversion',
  unit: () => 'share',
}

const graphql: Asking<GraphqlAlertDefinition> = {
  // `site` and `range` are set where the operation declares them; what it does not declare is left out when it is asked.
  question: ({ site }, { query, variables }, range) => ({
    query,
    variables: { ...(variables as { [name: string]: Json }), site: site.slug, range },
  }),
  read: (_, { path, countPath }, data) => {
    const value = numberAt(data, path)
    const count = countPath === null ? null : numberAt(data, countPath)
    return [{ segment: WHOLE, value, low: null, high: null, count }]
  },
  name: ({ path }) => path.join('.'),
  unit: () => 'number',
}

const ASKING = { THRESHOLD: threshold, FUNNEL: funnel, GRAPHQL: graphql }

/** Every kind that is answered by a GraphQL operation. */
export type AskedKind = keyof typeof ASKING
export type AskedDefinition = Extract<Definition, { kind: AskedKind }>

export function questionOf(rule: AlertRule, definition: AskedDefinition, at: number): Question {
  const range = { from: iso(at - definition.windowMs), to: iso(at) }
  return askingOf(definition).question(rule, definition, range)
}

export function readingsOf(rule: AlertRule, definition: AskedDefinition, data: unknown): Reading[] {
  return askingOf(definition).read(rule, definition, data)
}

export function figureName(definition: AskedDefinition): { name: string; unit: Unit } {
  const asking = askingOf(definition)
  return { name: asking.name(definition), unit: asking.unit(definition) }
}

function askingOf(definition: AskedDefinition): Asking<AskedDefinition> {
  return ASKING[definition.kind] as unknown as Asking<AskedDefinition>
}

function numberAt(data: unknown, path: readonly (string | number)[]): number | null {
  let value = data as Answer
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null
    value = value[part]
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
