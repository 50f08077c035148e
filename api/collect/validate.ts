/**
 * Judges a parsed body against the wire contract: the envelope as a whole, then each view and each event by itself, so
 * that a bad event is named and the others go on.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Batch, ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { ENVELOPE_SCHEMA, EVENT_SCHEMAS, EVENT_TYPES, VIEW_SCHEMA } from '../../sdk/wire/batch-schema.ts'
import { implausible } from './plausibility.ts'
import { type Problem, type Rejection, type RejectionCode, problem } from './problems.ts'

/** What is good of a batch, and what is not and why. Events keep the order in which they came. */
export type ValidBatch = {
  envelope: Omit<Batch, 'views' | 'events'>
  views: Map<string, ViewContext>
  events: { index: number; event: WireEvent }[]
  rejected: Rejection[]
  /** Fields that the contract does not name: dropped, and counted here. */
  unknownFields: number
}

const ajv = new Ajv2020({ allErrors: false, unicodeRegExp: false, strict: false, validateFormats: false })
const validateEnvelope = ajv.compile(ENVELOPE_SCHEMA)
const validateView = ajv.compile(VIEW_SCHEMA)
const eventValidators = new Map<string, { validate: ValidateFunction; schema: Shape }>(
  Object.entries(EVENT_SCHEMAS).map(([type, schema]) => [type, { validate: ajv.compile(schema), schema }]),
)

export function validateBatch(value: unknown): ValidBatch | Problem {
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined
  if (version !== undefined && version !== 1) {
    return problem(
      'invalid_batch',
      `batch.v is ${JSON.stringify(version)?.slice(0, 20)}: this collector understands version 1`,
    )
  }
  if (!validateEnvelope(value)) {
    const [error] = validateEnvelope.errors ?? []
    return problem(
      'invalid_batch',
      error === undefined ? 'the batch is invalid' : describe(error, 'batch').message,
    )
  }
  const { views: sentViews = {}, events: sentEvents, ...envelope } = value as Batch
  const views = new Map<string, ViewContext>()
  for (const [id, view] of Object.entries(sentViews)) {
    if (validateView(view)) views.set(id, view)
  }
  const result: ValidBatch = { envelope, views, events: [], rejected: [], unknownFields: 0 }
  sentEvents.forEach((event: unknown, index) => judgeEvent(result, event, index))
  return result
}

function judgeEvent(result: ValidBatch, event: unknown, index: number): void {
  const type = typeof event === 'object' && event !== null && 't' in event ? event.t : undefined
  const known = typeof type === 'string' ? eventValidators.get(type) : undefined
  if (known === undefined) {
    const message = `events[${index}].t is ${JSON.stringify(type)?.slice(0, 60)}: expected one of ${EVENT_TYPES.join(', ')}`
    result.rejected.push({ index, code: 'unknown_event_type', message })
    return
  }
  if (!known.validate(event)) {
    const [error] = known.validate.errors ?? []
    if (error !== undefined) result.rejected.push({ index, ...describe(error, `events[${index}]`) })
    return
  }
  const valid = event as WireEvent
  if (valid.view !== undefined && !result.views.has(valid.view)) {
    result.rejected.push({
      index,
      code: 'unknown_view',
      message: `events[${index}].view is ${valid.view}: \`views\` does not hold it, or holds it with an error`,
    })
    return
  }
  const mistake = implausible(valid, index)
  if (mistake !== null) {
    result.rejected.push({ index, code: 'implausible', message: mistake })
    return
  }
  result.unknownFields += dropUnknown(valid, known.schema)
  result.events.push({ index, event: valid })
}

/** As much of a JSON schema as tells which fields are known. */
type Shape = { properties?: Record<string, unknown>; items?: Shape; additionalProperties?: unknown }

/** Takes out what the contract does not name, at every depth, and counts it. Where any name may be, all stay. */
function dropUnknown(value: unknown, { properties, items, additionalProperties }: Shape): number {
  if (Array.isArray(value))
    return items === undefined ? 0 : value.reduce<number>((sum, item) => sum + dropUnknown(item, items), 0)
  if (typeof value !== 'object' || value === null || properties === undefined) return 0
  let dropped = 0
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(properties, name))
      dropped += dropUnknown(value[name as keyof typeof value], properties[name] as Shape)
    else if (additionalProperties === undefined) {
      delete value[name as keyof typeof value]
      dropped++
    }
  }
  return dropped
}

/** One of ajv's errors as a code of ours and a sentence that names the field and the remedy. */
function describe(error: ErrorObject, root: string): { code: RejectionCode; message: string } {
  const field = `${root}${error.instancePath.replaceAll('/', '.')}`
  const inAttributes = /\/(attributes|user|flags)(\/|$)/.test(error.instancePath)
  switch (error.keyword) {
    case 'required':
      return {
        code: 'missing_field',
        message: `${field}.${String(error.params['missingProperty'])} is missing`,
      }
    case 'maxLength':
      if (error.propertyName !== undefined || inAttributes)
        return { code: 'attribute_too_long', message: `${field} ${error.message}` }
      return {
        code: error.instancePath.endsWith('/stack') ? 'stack_too_long' : 'too_long',
        message: `${field} ${error.message}`,
      }
    case 'propertyNames':
      return {
        code: 'attribute_too_long',
        message: `${field}: the name "${String(error.params['propertyName']).slice(0, 60)}" is too long`,
      }
    case 'anyOf':
      return {
        code: 'wrong_type',
        message: `${field} must be a number, true, false, null or a text of at most 1,024 characters`,
      }
    case 'maxProperties':
      return { code: 'too_many_attributes', message: `${field} ${error.message}` }
    case 'maxItems':
      return {
        code: error.instancePath.endsWith('/breadcrumbs') ? 'too_many_breadcrumbs' : 'out_of_range',
        message: `${field} ${error.message}`,
      }
    case 'minimum':
    case 'maximum':
    case 'minLength':
    case 'minItems':
      return { code: 'out_of_range', message: `${field} ${error.message}` }
    case 'enum':
      return {
        code: 'wrong_type',
        message: `${field} must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`,
      }
    case 'const':
      return {
        code: 'wrong_type',
        message: `${field} must be ${JSON.stringify(error.params['allowedValue'])}`,
      }
    default:
      return { code: 'wrong_type', message: `${field} ${error.message}` }
  }
}
