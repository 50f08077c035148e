/** A document of kind SLO as the SLOs that it means: one for each of its objectives. */
import type { Node } from 'yaml'
import type { BudgetingMethod, SloBudgetingInput, SloIndicatorInput } from '../../schema.generated.ts'
import { PRESETS, type Preset } from '../burn-rate.ts'
import type { DefinitionInput } from '../definition.ts'
import { checked } from '../saved-slos.ts'
import type { Documents, OpenSloObject } from './documents.ts'
import { parseShorthand, shorthandMs } from './durations.ts'
import { type Described, type Extras, PRESET_ANNOTATION, nameOf, slugOf } from './extras.ts'
import { type InputTypes, type ReadIndicator, type Replacements, readIndicator } from './read-indicator.ts'
import { readRules } from './read-rules.ts'
import { readWindow } from './read-window.ts'
import {
  type Field,
  type Fields,
  type Reader,
  fieldsOf,
  itemsOf,
  numberOf,
  required,
  textOf,
} from './reader.ts'

export type ReadSlo = {
  name: string
  description: string | null
  definition: DefinitionInput
  extras: Extras
  at: Node
}

const SPEC_FIELDS = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
]

export function readSlo(
  reader: Reader,
  slo: OpenSloObject,
  given: { documents: Documents; types: InputTypes; replacements: Replacements },
): ReadSlo[] {
  const spec = fieldsOf(reader, slo.spec.value, { of: 'the spec of an SLO', known: SPEC_FIELDS })
  if (spec === null) return []
  const of = 'the spec of the SLO'
  const need = (name: string, hint: string) => required(reader, spec, { name, of, at: slo.spec.at, hint })
  const description = textOf(reader, spec.get('description'))
  const service = textOf(reader, need('service', 'the name of a service'))
  const indicator = readIndicator(reader, slo, { spec, ...given })
  const window = readWindow(reader, need('timeWindow', 'such as `- duration: 28d` with `isRolling: true`'))
  const method = methodOf(reader, need('budgetingMethod', 'Occurrences, Timeslices or RatioTimeslices'))
  const { rules, policies } = readRules(reader, spec.get('alertPolicies'), given.documents)
  const preset = presetOf(reader, slo, rules.length > 0)
  const objectives = itemsOf(reader, need('objectives', 'a list with a `target`'))
  if (spec.has('objectives') && objectives.length === 0)
    reader.wrong(slo.spec.at, 'an SLO needs an objective with a `target`')
  if (indicator === null || window === null || method === null || service === null) return []
  const shared: Extras = {
    metadata: slo.metadata,
    service,
    ...serviceDocument(reader, given.documents, service),
    ...(Object.keys(indicator.extras).length === 0 ? {} : { indicator: indicator.extras }),
    duration: window.duration,
    ...(rules.length === 0 ? {} : { policies }),
  }
  return objectives.flatMap((at) => {
    const objective = objectiveOf(reader, at, { method, indicator })
    if (objective === null) return []
    const heads = headsOf(slo, { at, displayName: objective.extras.displayName, count: objectives.length })
    if (objectives.length > 1) reader.note(at, `becomes an SLO of its own, "${heads.name}"`)
    const read: ReadSlo = {
      name: heads.name,
      description,
      definition: {
        objective: objective.target,
        indicator: objective.indicator,
        ...(indicator.where === undefined ? {} : { where: indicator.where }),
        ...(indicator.fanOut === undefined ? {} : { fanOut: indicator.fanOut }),
        window: window.window,
        ...(objective.budgeting === null ? {} : { budgeting: objective.budgeting }),
        ...(preset === null ? {} : { preset }),
        ...(rules.length === 0 ? {} : { rules }),
      },
      extras: {
        ...shared,
        metadata: heads.metadata,
        ...(Object.keys(objective.extras).length === 0 ? {} : { objective: objective.extras }),
      },
      at,
    }
    for (const { message } of checked(read).userErrors) reader.wrong(at, message)
    return [read]
  })
}

type Method = BudgetingMethod

const METHODS: Readonly<Record<string, Method>> = {
  Occurrences: 'OCCURRENCES',
  Timeslices: 'TIMESLICES',
  RatioTimeslices: 'RATIO_TIMESLICES',
}

function methodOf(reader: Reader, field: Field | null): Method | null {
  const text = textOf(reader, field)
  if (text === null) return null
  const method = Object.hasOwn(METHODS, text) ? METHODS[text] : undefined
  if (method === undefined)
    reader.wrong(
      field?.value ?? null,
      `budgetingMethod "${text.slice(0, 60)}": expected ${Object.keys(METHODS).join(', ')}`,
    )
  return method ?? null
}

function presetOf(reader: Reader, { metadata, at }: OpenSloObject, hasRules: boolean): Preset | null {
  const said = metadata.annotations?.[PRESET_ANNOTATION]
  if (said === undefined) return null
  if (hasRules) reader.wrong(at, `give either alertPolicies or the annotation ${PRESET_ANNOTATION}, not both`)
  if (typeof said === 'string' && Object.hasOwn(PRESETS, said)) return said as Preset
  reader.wrong(at, `the annotation ${PRESET_ANNOTATION}: expected ${Object.keys(PRESETS).join(', ')}`)
  return null
}

function serviceDocument(
  reader: Reader,
  documents: Documents,
  name: string,
): Pick<Extras, 'serviceDocument'> {
  const found = documents.optional('Service', name)
  const fields =
    found && fieldsOf(reader, found.spec.value, { of: 'the spec of a Service', known: ['description'] })
  if (found === null || fields === null) return {}
  const description = textOf(reader, fields.get('description'))
  const described: Described = { metadata: found.metadata, ...(description === null ? {} : { description }) }
  return { serviceDocument: described }
}

const OBJECTIVE_FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
]
const OPERATORS = ['lt', 'lte', 'gt', 'gte']

function objectiveOf(
  reader: Reader,
  at: Node,
  { method, indicator }: { method: Method; indicator: ReadIndicator },
) {
  const fields = fieldsOf(reader, at, { of: 'an objective', known: OBJECTIVE_FIELDS })
  if (fields === null) return null
  const target = targetOf(reader, fields, at)
  const displayName = textOf(reader, fields.get('displayName'))
  const op = textOf(reader, fields.get('op'))
  if (op !== null && !OPERATORS.includes(op))
    reader.wrong(fields.get('op')?.value ?? at, `op "${op.slice(0, 60)}": expected ${OPERATORS.join(', ')}`)
  const limited = indicator.isThreshold
    ? limitedBy(reader, { fields, op, indicator: indicator.indicator, at })
    : ratioOf(reader, fields, indicator.indicator)
  const budgeting = slicesOf(reader, { fields, method, at })
  if (target === null || limited === null) return null
  return {
    target: target.share,
    indicator: limited,
    budgeting,
    extras: {
      ...(displayName === null ? {} : { displayName }),
      ...(op === null || indicator.isThreshold ? {} : { op }),
      ...(target.percent ? { percent: true as const } : {}),
    },
  }
}

function targetOf(reader: Reader, fields: Fields, at: Node): { share: number; percent: boolean } | null {
  const [share, percent] = [
    numberOf(reader, fields.get('target')),
    numberOf(reader, fields.get('targetPercent')),
  ]
  if (share !== null && percent !== null)
    reader.wrong(at, 'give either `target` or `targetPercent`, not both')
  if (share !== null) return { share, percent: false }
  // 99.95 % is not the nearest number to 0.9995 once divided.
  if (percent !== null) return { share: Number((percent / 100).toPrecision(12)), percent: true }
  reader.wrong(at, 'the objective lacks `target`: the share that is to be good, such as 0.99')
  return null
}

/** What a threshold metric compares with becomes the threshold of what is measured instead. */
function limitedBy(
  reader: Reader,
  {
    fields,
    op,
    indicator,
    at,
  }: { fields: Fields; op: string | null; indicator: SloIndicatorInput; at: Node },
): SloIndicatorInput | null {
  const value = numberOf(reader, fields.get('value'))
  if (value === null || op === null) {
    reader.wrong(at, 'the objective of a thresholdMetric needs `op` and `value`')
    return null
  }
  if (op === 'gt' || op === 'gte') {
    reader.wrong(
      fields.get('op')?.value ?? at,
      `\`op: ${op}\` cannot be: what Sightline measures is good up to a limit. Write lte`,
    )
    return null
  }
  if (op === 'lt')
    reader.note(fields.get('op')?.value ?? at, '`lt` is read as lte: a value at the limit is good')
  if (indicator.kind === 'VITAL') return { ...indicator, threshold: indicator.threshold ?? value }
  if (indicator.kind === 'REQUESTS') return { ...indicator, slowerThan: indicator.slowerThan ?? value }
  reader.wrong(
    fields.get('value')?.value ?? at,
    `\`value\` says nothing about ${indicator.kind}: make it a ratioMetric`,
  )
  return null
}

function ratioOf(reader: Reader, fields: Fields, indicator: SloIndicatorInput): SloIndicatorInput {
  const value = fields.get('value')
  if (value !== undefined) reader.wrong(value.at, '`value` says nothing about a ratio: leave it out')
  return indicator
}

function slicesOf(
  reader: Reader,
  { fields, method, at }: { fields: Fields; method: Method; at: Node },
): SloBudgetingInput | null {
  const [target, window] = [fields.get('timeSliceTarget'), fields.get('timeSliceWindow')]
  if (method === 'OCCURRENCES') {
    for (const field of [target, window])
      if (field !== undefined)
        reader.wrong(field.at, `\`${field.name}\` says nothing about Occurrences: leave it out`)
    return null
  }
  if (window === undefined) {
    reader.wrong(at, 'the objective lacks `timeSliceWindow`, such as 1m')
    return null
  }
  const width = widthOf(reader, window)
  const share = numberOf(reader, target)
  return { method, ...(share === null ? {} : { target: share }), ...(width === null ? {} : { width }) }
}

/** A bare number is one of minutes. */
function widthOf(reader: Reader, field: Field): number | null {
  const data = (field.value as { value?: unknown } | null)?.value
  if (typeof data === 'number') return data * 60_000
  const text = textOf(reader, field)
  const shorthand = text === null ? null : parseShorthand(text)
  const ms = shorthand === null ? null : shorthandMs(shorthand)
  if (text !== null && ms === null)
    reader.wrong(
      field.value,
      `\`timeSliceWindow: ${text.slice(0, 60)}\`: expected a duration such as 1m or 1h`,
    )
  return ms
}

/** Several objectives are several SLOs, each with a name of its own. */
function headsOf(
  { metadata }: OpenSloObject,
  { displayName, count }: { at: Node; displayName: string | undefined; count: number },
) {
  if (count === 1) return { name: nameOf(metadata), metadata }
  const name = `${nameOf(metadata)}: ${displayName ?? 'objective'}`
  return {
    name,
    metadata: {
      ...metadata,
      name: `${metadata.name}-${slugOf(displayName ?? 'objective')}`,
      displayName: name,
    },
  }
}
