/** Alert policies of OpenSLO as burn-rate rules: one condition each, whose `alertAfter` is the short window. */
import type { Node } from 'yaml'
import type { BurnRateRuleInput } from '../../schema.generated.ts'
import { shortOf } from '../burn-rate-rules.ts'
import { type Documents, type OpenSloObject, objectOf } from './documents.ts'
import { parseShorthand, shorthandMs } from './durations.ts'
import type { Described, Extras } from './extras.ts'
import { nameOf } from './extras.ts'
import {
  type Field,
  type Fields,
  type Reader,
  fieldsOf,
  flagOf,
  itemsOf,
  numberOf,
  required,
  textOf,
} from './reader.ts'

export type ReadRules = {
  rules: BurnRateRuleInput[]
  policies: NonNullable<Extras['policies']>
  places: Node[]
}

export function readRules(reader: Reader, field: Field | undefined, documents: Documents): ReadRules {
  const read: ReadRules = { rules: [], policies: {}, places: [] }
  for (const item of itemsOf(reader, field)) {
    const policy = objectOrReference(reader, item, {
      documents,
      kind: 'AlertPolicy',
      reference: 'alertPolicyRef',
    })
    const condition = policy === null ? null : conditionOf(reader, policy, documents)
    if (policy === null || condition === null) continue
    const name = nameOf(policy.metadata) || nameOf(condition.object.metadata)
    if (name === '') {
      reader.wrong(item, 'an AlertPolicy lacks `metadata` with a `name`')
      continue
    }
    read.rules.push({ name, ...condition.rule })
    read.places.push(item)
    read.policies[name] = { ...describedBy(reader, policy), condition: describedBy(reader, condition.object) }
  }
  return read
}

type Referring = { documents: Documents; kind: 'AlertPolicy' | 'AlertCondition'; reference: string }

/** What stands there itself, or is named there and is a document of the file. */
function objectOrReference(
  reader: Reader,
  item: Node,
  { documents, kind, reference }: Referring,
): OpenSloObject | null {
  const named = fieldsOf(reader, item, {
    of: `an ${kind}`,
    known: [reference, 'apiVersion', 'kind', 'metadata', 'spec'],
  })
  const ref = named?.get(reference)
  if (named === null) return null
  if (ref === undefined) return objectOf(reader, item, kind)
  if (named.size > 1) reader.wrong(item, `give either \`${reference}\` or the ${kind} itself, not both`)
  return documents.referred(kind, ref)
}

const POLICY_FIELDS = [
  'description',
  'alertWhenNoData',
  'alertWhenResolved',
  'alertWhenBreaching',
  'conditions',
  'notificationTargets',
]

/** What Sightline does anyway, and so the only value that a policy can have. */
const ALWAYS: readonly (readonly [string, boolean, string])[] = [
  ['alertWhenNoData', false, 'without data a rule is frozen'],
  ['alertWhenResolved', true, 'the end of an alert is always told'],
  ['alertWhenBreaching', true, 'a rule tells when it burns'],
]

function conditionOf(reader: Reader, policy: OpenSloObject, documents: Documents) {
  const fields = fieldsOf(reader, policy.spec.value, {
    of: 'the spec of an AlertPolicy',
    known: POLICY_FIELDS,
  })
  if (fields === null) return null
  for (const [name, only, reason] of ALWAYS) {
    const field = fields.get(name)
    const value = flagOf(reader, field)
    if (value !== null && value !== only)
      reader.wrong(
        field?.value ?? null,
        `\`${name}: ${value}\` cannot be: ${reason}. Write ${only} or leave it out`,
      )
  }
  for (const target of itemsOf(reader, fields.get('notificationTargets')))
    reader.wrong(
      target,
      'whom to tell is said by alert rules of Sightline: leave `notificationTargets` empty',
    )
  const conditions = itemsOf(
    reader,
    required(reader, fields, { name: 'conditions', of: 'the AlertPolicy', at: policy.at }),
  )
  const [first] = conditions
  if (first === undefined) return null
  if (conditions.length > 1)
    reader.wrong(conditions[1] ?? first, 'an AlertPolicy has one condition: make a policy of each')
  const object = objectOrReference(reader, first, {
    documents,
    kind: 'AlertCondition',
    reference: 'conditionRef',
  })
  const rule = object === null ? null : ruleOf(reader, object)
  return object === null || rule === null ? null : { object, rule }
}

const SEVERITIES = { page: 'PAGE', ticket: 'TICKET' } as const

function ruleOf(reader: Reader, { spec }: OpenSloObject): Omit<BurnRateRuleInput, 'name'> | null {
  const of = 'the spec of an AlertCondition'
  const fields = fieldsOf(reader, spec.value, { of, known: ['description', 'severity', 'condition'] })
  if (fields === null) return null
  const severity = severityOf(reader, required(reader, fields, { name: 'severity', of, at: spec.at }))
  const field = required(reader, fields, { name: 'condition', of, at: spec.at })
  const condition =
    field === null
      ? null
      : fieldsOf(reader, field.value, {
          of: 'the condition',
          known: ['kind', 'op', 'threshold', 'lookbackWindow', 'alertAfter'],
        })
  if (condition === null || field === null) return null
  only(reader, condition, { name: 'kind', value: 'burnrate', why: 'rules are about burn rates' })
  only(reader, condition, { name: 'op', value: 'gt', why: 'a rule burns above its threshold' })
  const need = (name: string) => required(reader, condition, { name, of: 'the condition', at: field.at })
  const factor = numberOf(reader, need('threshold'))
  const long = durationOf(reader, need('lookbackWindow'))
  const after = condition.get('alertAfter')
  const short = after === undefined ? null : durationOf(reader, after)
  if (severity === null || factor === null || long === null) return null
  return { severity, factor, long, short: short ?? shortOf(long) }
}

function severityOf(reader: Reader, field: Field | null) {
  const text = textOf(reader, field)
  if (text === null) return null
  if (text === 'page' || text === 'ticket') return SEVERITIES[text]
  reader.wrong(field?.value ?? null, `severity "${text.slice(0, 60)}": expected page or ticket`)
  return null
}

function only(
  reader: Reader,
  fields: Fields,
  { name, value, why }: { name: string; value: string; why: string },
): void {
  const field = fields.get(name)
  const text = textOf(reader, field)
  if (text !== null && text !== value)
    reader.wrong(field?.value ?? null, `\`${name}: ${text.slice(0, 60)}\` cannot be: ${why}. Write ${value}`)
}

function durationOf(reader: Reader, field: Field | null): number | null {
  const text = textOf(reader, field)
  if (text === null) return null
  const shorthand = parseShorthand(text)
  const ms = shorthand === null ? null : shorthandMs(shorthand)
  if (ms === null)
    reader.wrong(
      field?.value ?? null,
      `\`${field?.name}: ${text.slice(0, 60)}\`: expected a duration such as 5m, 6h or 3d`,
    )
  return ms
}

function describedBy(reader: Reader, { metadata, spec }: OpenSloObject): Described {
  // Its fields were checked before; a second look says nothing new.
  const silent: Reader = { ...reader, wrong: () => {}, note: () => {} }
  const fields = fieldsOf(silent, spec.value, { of: '', known: ['description'] })
  const description = textOf(silent, fields?.get('description'))
  return { metadata, ...(description === null ? {} : { description }) }
}
