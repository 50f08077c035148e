/** Batches that hold a text in every place where the wire contract lets one be: what is new there is tried by itself. */
import { randomUUID } from 'node:crypto'
import { ENVELOPE_SCHEMA, EVENT_SCHEMAS, VIEW_SCHEMA } from '../../sdk/wire/batch-schema.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { aBatch } from '../batches.ts'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: Schema
  anyOf?: readonly Schema[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  minimum?: number
  minItems?: number
  maxLength?: number
}

/** Text that is only secret as part of an address is put into addresses alone. */
export type Where = 'everywhere' | 'addresses'
type Filling = { text: string; where: Where; paths: string[] }

/** Any value of the schema, with the text in every free text of it; `paths` tells where. */
function filled(schema: Schema, filling: Filling, path: string): unknown {
  const { text, where, paths } = filling
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return filled(schema.anyOf[0] ?? {}, filling, path)
  if (schema.type === 'string') {
    if (schema.pattern !== undefined) return fitting(schema.pattern)
    if (where === 'addresses' && schema.maxLength !== LIMITS.urlLength) return 'x'
    paths.push(path)
    return text.slice(0, schema.maxLength)
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 1 }, () =>
      filled(schema.items ?? {}, filling, `${path}[]`),
    )
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).map(([name, inner]) => [
      name,
      filled(inner, filling, `${path}.${name}`),
    ])
    const more = schema.additionalProperties
    // Keys are free as well where any key may be.
    if (more !== undefined) {
      const key = where === 'everywhere' ? text.slice(0, LIMITS.attributeKeyLength) : 'x'
      properties.push([key, filled(more, filling, `${path}.*`)])
    }
    return Object.fromEntries(properties)
  }
  if (schema.type === 'boolean') return true
  return schema.minimum ?? 1
}

function fitting(pattern: string): string {
  const candidates = [randomUUID(), 'GET', '0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
  const found = candidates.find((candidate) => new RegExp(pattern).test(candidate))
  if (found === undefined) throw new Error(`no text fits ${pattern}: add one here`)
  return found
}

/** One batch with an event of each type; short texts are kept whole, so that none hides behind its limit. */
export function everyField(
  text: string,
  at: number,
  where: Where = 'everywhere',
): { batch: Batch; paths: string[] } {
  const paths: string[] = []
  const filling = { text, where, paths }
  const envelope = filled(ENVELOPE_SCHEMA, filling, 'batch') as Batch
  const view = randomUUID()
  const events = Object.values(EVENT_SCHEMAS).map((schema, seq) => ({
    ...(filled(schema, filling, schema.properties.t.const) as Batch['events'][number]),
    at,
    view,
    seq,
  }))
  const context = filled(VIEW_SCHEMA, filling, 'view') as NonNullable<Batch['views']>[string]
  const { key, id } = aBatch()
  const batch = {
    ...envelope,
    key,
    id,
    sentAt: at,
    session: { id: randomUUID(), startedAt: at, visitor: null },
    views: { [view]: { ...context, startedAt: at } },
    events,
  }
  return { batch, paths }
}
