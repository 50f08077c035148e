/**
 * The indicator of an OpenSLO document. One that reads from Sightline says what it measures; one that reads from another
 * system is kept in shape and needs to be told what to measure instead.
 */
import { type GraphQLInputType, coerceInputValue } from 'graphql'
import type { Node } from 'yaml'
import type { FilterInput, SloFanOutInput, SloIndicatorInput } from '../../schema.generated.ts'
import { describeIndicator, indicatorOf } from '../indicators.ts'
import { type Documents, type OpenSloObject, objectOf } from './documents.ts'
import { type Extras, INDICATOR_ANNOTATION } from './extras.ts'
import { INDICATOR_FORMS, parseIndicatorText } from './indicator-text.ts'
import { type Field, type Fields, type Reader, dataOf, fieldsOf, nodeAt, textOf } from './reader.ts'

/** The types of the API by which a source of our own is checked. */
export type InputTypes = { indicator: GraphQLInputType; where: GraphQLInputType; fanOut: GraphQLInputType }

export type ReadIndicator = {
  indicator: SloIndicatorInput
  where?: FilterInput
  fanOut?: SloFanOutInput
  extras: NonNullable<Extras['indicator']>
  /** A threshold metric is compared with the objective's value. */
  isThreshold: boolean
}

export type Replacements = ReadonlyMap<string, SloIndicatorInput>

export const SOURCE_TYPE = 'sightline'

export function readIndicator(
  reader: Reader,
  slo: OpenSloObject,
  asked: { spec: Fields; documents: Documents; types: InputTypes; replacements: Replacements },
): ReadIndicator | null {
  const { spec, documents } = asked
  const [inline, reference] = [spec.get('indicator'), spec.get('indicatorRef')]
  if (inline !== undefined && reference !== undefined)
    reader.wrong(reference.at, 'give either `indicator` or `indicatorRef`, not both')
  if (inline === undefined && reference === undefined) {
    reader.wrong(slo.spec.at, 'the spec of the SLO lacks `indicator` or `indicatorRef`')
    return null
  }
  const object =
    inline === undefined
      ? reference === undefined
        ? null
        : documents.referred('SLI', reference)
      : objectOf(reader, inline.value as Node, 'SLI')
  return object === null ? null : metricOf(reader, { slo, object, ...asked })
}

function metricOf(
  reader: Reader,
  {
    slo,
    object,
    types,
    replacements,
  }: { slo: OpenSloObject; object: OpenSloObject; types: InputTypes; replacements: Replacements },
): ReadIndicator | null {
  const fields = fieldsOf(reader, object.spec.value, {
    of: 'the spec of an indicator',
    known: ['description', 'ratioMetric', 'thresholdMetric'],
  })
  if (fields === null) return null
  const [ratio, threshold] = [fields.get('ratioMetric'), fields.get('thresholdMetric')]
  if ((ratio === undefined) === (threshold === undefined)) {
    reader.wrong(object.spec.at, 'an indicator needs either `ratioMetric` or `thresholdMetric`')
    return null
  }
  const description = textOf(reader, fields.get('description'))
  const { metadata } = object
  const extras = {
    ...(metadata.name === '' ? {} : { metadata }),
    ...(description === null ? {} : { description }),
  }
  const sources = ratio === undefined ? [threshold] : ratioSources(reader, ratio)
  const own = sources.find((source) => source !== undefined && isOwn(source))
  if (own !== undefined) {
    const read = ownSource(reader, { metric: ratio, source: own, types })
    return read === null ? null : { ...read, extras, isThreshold: false }
  }
  const indicator = replaced(reader, { slo, object, source: sources[0] ?? object.spec, replacements })
  return indicator === null ? null : { indicator, extras, isThreshold: threshold !== undefined }
}

const RATIO_FIELDS = ['counter', 'good', 'bad', 'total', 'rawType', 'raw']

function ratioSources(reader: Reader, ratio: Field): Field[] {
  const fields = fieldsOf(reader, ratio.value, { of: 'the ratioMetric', known: RATIO_FIELDS })
  return ['raw', 'good', 'bad', 'total'].flatMap((name) => fields?.get(name) ?? [])
}

function sourceOf(field: Field): Record<string, unknown> {
  const data = dataOf(field.value) as { metricSource?: Record<string, unknown> | null } | null
  return data?.metricSource ?? {}
}

function isOwn(field: Field): boolean {
  const { type } = sourceOf(field)
  return typeof type === 'string' && type.toLowerCase() === SOURCE_TYPE
}

/** `raw` with `rawType: success`, since good and total are counted together. */
function ownSource(
  reader: Reader,
  { metric, source, types }: { metric: Field | undefined; source: Field; types: InputTypes },
): Pick<ReadIndicator, 'indicator' | 'where' | 'fanOut'> | null {
  const whole = metric === undefined ? null : (dataOf(metric.value) as Record<string, unknown>)
  if (source.name !== 'raw' || whole?.['rawType'] !== 'success' || Object.keys(whole).length > 2) {
    reader.wrong(
      source.at,
      'a source of type sightline counts good and total together: write it once, as `ratioMetric.raw` with `rawType: success` and nothing else',
    )
    return null
  }
  const inner = fieldsOf(reader, source.value, { of: '`raw`', known: ['metricSource'] })?.get('metricSource')
  const fields = inner && fieldsOf(reader, inner.value, { of: 'the metricSource', known: ['type', 'spec'] })
  const spec = fields?.get('spec')
  const parts =
    spec && fieldsOf(reader, spec.value, { of: 'the spec of the source', known: Object.keys(types) })
  const given = parts?.get('indicator')
  if (given === undefined || parts === undefined || parts === null) {
    reader.wrong(
      spec?.at ?? source.at,
      'the spec of the source lacks `indicator`: { kind: VITAL, metric: LCP }',
    )
    return null
  }
  const read = (name: keyof InputTypes) => {
    const field = parts.get(name)
    return field === undefined ? undefined : coerced(reader, field, types[name])
  }
  const [indicator, where, fanOut] = [read('indicator'), read('where'), read('fanOut')]
  if (indicator === undefined) return null
  return {
    indicator: indicator as SloIndicatorInput,
    ...(where === undefined ? {} : { where }),
    ...(fanOut === undefined ? {} : { fanOut: fanOut as SloFanOutInput }),
  }
}

function coerced(reader: Reader, field: Field, type: GraphQLInputType): object | undefined {
  let failed = false
  const value: unknown = coerceInputValue(dataOf(field.value), type, (path, _, error) => {
    failed = true
    reader.wrong(nodeAt(field.value, path), `in \`${field.name}\`: ${error.message}`)
  })
  return failed || typeof value !== 'object' || value === null ? undefined : value
}

/** What is measured instead of what another system would. */
function replaced(
  reader: Reader,
  {
    slo,
    object,
    source,
    replacements,
  }: { slo: OpenSloObject; object: OpenSloObject; source: Field; replacements: Replacements },
): SloIndicatorInput | null {
  const annotation =
    object.metadata.annotations?.[INDICATOR_ANNOTATION] ?? slo.metadata.annotations?.[INDICATOR_ANNOTATION]
  const text = typeof annotation === 'string' ? annotation : null
  const said = text === null ? null : parseIndicatorText(text)
  if (text !== null && said === null)
    reader.wrong(
      slo.at,
      `the annotation ${INDICATOR_ANNOTATION} "${text.slice(0, 60)}": expected ${INDICATOR_FORMS}`,
    )
  const given = replacements.get(object.metadata.name) ?? replacements.get(slo.metadata.name) ?? said
  const { type, metricSourceRef } = sourceOf(source)
  const system =
    typeof type === 'string' ? type : typeof metricSourceRef === 'string' ? metricSourceRef : 'another system'
  if (given === null) {
    const name = object.metadata.name === '' ? slo.metadata.name : object.metadata.name
    if (text === null)
      reader.wrong(
        source.at,
        `"${name}" reads from ${system.slice(0, 60)}, which Sightline does not. Say what to measure instead: \`--indicator ${name}=…\` or the annotation ${INDICATOR_ANNOTATION}, with ${INDICATOR_FORMS}`,
      )
    return null
  }
  reader.note(source.at, `measures ${describedSafely(given)} instead of what ${system.slice(0, 60)} would`)
  return given
}

/** A mistake in it is told with the definition. */
function describedSafely(input: SloIndicatorInput): string {
  try {
    return describeIndicator(indicatorOf(input))
  } catch {
    return input.kind
  }
}
