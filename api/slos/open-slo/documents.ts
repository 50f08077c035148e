/** The documents of a file by kind and name, and what stands in their heads. */
import type { Node } from 'yaml'
import { type Field, type Reader, dataOf, fieldsOf, required, textOf } from './reader.ts'

export const API_VERSION = 'openslo/v1'

const KINDS = ['SLO', 'SLI', 'Service', 'AlertPolicy', 'AlertCondition'] as const
export type Kind = (typeof KINDS)[number]

export type Metadata = {
  name: string
  displayName?: string
  labels?: unknown
  annotations?: Record<string, unknown>
}

/** A document, or an object that is written inside another. */
export type OpenSloObject = { kind: Kind; metadata: Metadata; spec: Field; at: Node }

export type Documents = {
  slos: OpenSloObject[]
  /** The one of that name, which then counts as used; a mistake at the reference if there is none. */
  referred(kind: Exclude<Kind, 'SLO'>, reference: Field): OpenSloObject | null
  /** The same, where it need not be in the file. */
  optional(kind: Exclude<Kind, 'SLO'>, name: string): OpenSloObject | null
  /** Documents that nothing refers to would be lost: each is a mistake. */
  refuseUnused(): void
}

export function sortDocuments(reader: Reader, nodes: readonly Node[]): Documents {
  const objects = nodes.flatMap((node) => objectOf(reader, node, null) ?? [])
  const known = new Map<string, OpenSloObject>()
  for (const one of objects) {
    const key = `${one.kind} ${one.metadata.name}`
    if (known.has(key)) reader.wrong(one.at, `there are two documents ${key}: give each a name of its own`)
    known.set(key, one)
  }
  const used = new Set<OpenSloObject>()
  const optional: Documents['optional'] = (kind, name) => {
    const found = known.get(`${kind} ${name}`) ?? null
    if (found !== null) used.add(found)
    return found
  }
  return {
    slos: objects.filter(({ kind }) => kind === 'SLO'),
    optional,
    referred(kind, reference) {
      const name = textOf(reader, reference)
      const found = name === null ? null : optional(kind, name)
      if (name !== null && found === null)
        reader.wrong(
          reference.value,
          `there is no ${kind} "${name.slice(0, 60)}" in the file: add its document`,
        )
      return found
    },
    refuseUnused() {
      for (const one of objects)
        if (one.kind !== 'SLO' && !used.has(one))
          reader.wrong(one.at, `no SLO refers to the ${one.kind} "${one.metadata.name}": leave it out`)
    },
  }
}

/** `expected`: what it must be where it is written inside another, in which case it may lack an apiVersion and a kind. */
export function objectOf(reader: Reader, node: Node, expected: Kind | null): OpenSloObject | null {
  const fields = fieldsOf(reader, node, {
    of: expected === null ? 'the document' : `the ${expected}`,
    known: ['apiVersion', 'kind', 'metadata', 'spec'],
  })
  if (fields === null) return null
  const of = expected ?? 'the document'
  const version = textOf(
    reader,
    fields.get('apiVersion') ??
      (expected === null
        ? required(reader, fields, { name: 'apiVersion', of, at: node, hint: API_VERSION })
        : null),
  )
  if (version !== null && version !== API_VERSION)
    reader.wrong(
      fields.get('apiVersion')?.value ?? node,
      `apiVersion "${version.slice(0, 60)}": expected ${API_VERSION}`,
    )
  const said =
    fields.get('kind') ??
    (expected === null
      ? required(reader, fields, { name: 'kind', of, at: node, hint: KINDS.join(', ') })
      : null)
  const name = textOf(reader, said) ?? expected
  const kind = KINDS.find((one) => one === name)
  if (name !== null && (kind === undefined || (expected !== null && kind !== expected)))
    reader.wrong(
      said?.value ?? node,
      `kind "${name.slice(0, 60)}" means nothing here: expected ${expected ?? KINDS.join(', ')}`,
    )
  const metadata = metadataOf(reader, fields.get('metadata') ?? null, {
    of,
    at: node,
    isInside: expected !== null,
  })
  const spec = required(reader, fields, { name: 'spec', of, at: node })
  return kind === undefined || metadata === null || spec === null ? null : { kind, metadata, spec, at: node }
}

function metadataOf(
  reader: Reader,
  field: Field | null,
  { of, at, isInside }: { of: string; at: Node; isInside: boolean },
): Metadata | null {
  if (field === null) {
    if (isInside) return { name: '' }
    reader.wrong(at, `${of} lacks \`metadata\` with a \`name\``)
    return null
  }
  const fields = fieldsOf(reader, field.value, {
    of: 'metadata',
    known: ['name', 'displayName', 'labels', 'annotations'],
  })
  if (fields === null) return null
  const name = textOf(reader, required(reader, fields, { name: 'name', of: 'metadata', at: field.at }))
  const displayName = textOf(reader, fields.get('displayName'))
  const [labels, annotations] = [fields.get('labels'), fields.get('annotations')]
  if (name === null) return null
  return {
    name,
    ...(displayName === null ? {} : { displayName }),
    ...(labels === undefined ? {} : { labels: dataOf(labels.value) }),
    ...(annotations === undefined ? {} : { annotations: recordOf(dataOf(annotations.value)) }),
  }
}

function recordOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
}
