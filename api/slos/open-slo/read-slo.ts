/** A document of kind SLO as the SLOs that it means: one for each of its objectives. */
import type { Node } from 'yaml'
import { PRESETS, type Preset } from '../burn-rate-rules.ts'
import type { DefinitionInput } from '../definition.ts'
import { checked } from '../saved-slos.ts'
import type { Documents, OpenSloObject } from './documents.ts'
import { type Described, type Extras, PRESET_ANNOTATION, nameOf, slugOf } from './extras.ts'
import { type InputTypes, type Replacements, readIndicator } from './read-indicator.ts'
import { type Method, readObjective } from './read-objective.ts'
import { readRules } from './read-rules.ts'
import { readWindow } from './read-window.ts'
import { type Field, type Reader, fieldsOf, itemsOf, required, textOf } from './reader.ts'

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
    const objective = readObjective(reader, at, { method, indicator })
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
