/** YAML read field by field, each with its place, so that a mistake can be found where it stands. */
import {
  type Document,
  LineCounter,
  type Node,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
} from 'yaml'

export type Placed = { line: number | null; column: number | null; message: string }

export type Reader = {
  mistakes: Placed[]
  notes: Placed[]
  wrong(node: Node | null, message: string): void
  note(node: Node | null, message: string): void
}

/** A field of a map: its value, and the node to point at. */
export type Field = { name: string; value: Node | null; at: Node }
export type Fields = ReadonlyMap<string, Field>

export function readYaml(text: string): { documents: Node[]; reader: Reader } {
  const lines = new LineCounter()
  const placed = (offset: number | null, message: string): Placed => {
    const place = offset === null ? null : lines.linePos(offset)
    return { line: place?.line ?? null, column: place?.col ?? null, message }
  }
  const say = (list: Placed[]) => (node: Node | null, message: string) =>
    void list.push(placed(node?.range?.[0] ?? null, message))
  const [mistakes, notes]: [Placed[], Placed[]] = [[], []]
  const reader: Reader = { mistakes, notes, wrong: say(mistakes), note: say(notes) }
  const documents = parsed(text, lines, reader).flatMap((document) => {
    const [error] = document.errors
    if (error !== undefined) mistakes.push(placed(error.pos[0], `this is no YAML: ${error.message}`))
    if (error !== undefined || !isNode(document.contents)) return []
    visit(document, {
      Alias: (_, alias) => reader.wrong(alias, `an alias (*${alias.source}): write out what it stands for`),
    })
    return isScalar(document.contents) && document.contents.value === null ? [] : [document.contents]
  })
  return { documents, reader }
}

function parsed(text: string, lineCounter: LineCounter, reader: Reader): Document[] {
  try {
    const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, uniqueKeys: true })
    return Array.isArray(documents) ? documents : []
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error
    reader.wrong(null, 'the file nests too deep')
    return []
  }
}

/** The fields of a map; those that are not known are refused by name. Null: it is no map. */
export function fieldsOf(
  reader: Reader,
  node: Node | null,
  { of, known }: { of: string; known: readonly string[] },
): Fields | null {
  if (!isMap(node)) {
    reader.wrong(node, `${of} is no map: expected ${known.join(', ')}`)
    return null
  }
  const fields = new Map<string, Field>()
  for (const { key, value } of node.items) {
    const at = isNode(key) ? key : node
    const name = isScalar(key) ? String(key.value) : '?'
    if (!known.includes(name)) {
      reader.wrong(
        at,
        `\`${name.slice(0, 60)}\` of ${of} means nothing to Sightline: leave it out. It takes ${known.join(', ')}`,
      )
      continue
    }
    // A field without a value is one that is not given.
    const isNothing = value === null || (isScalar(value) && value.value === null)
    if (!isNothing && isNode(value)) fields.set(name, { name, value, at })
  }
  return fields
}

/** The field, or a mistake at the map that lacks it. */
export function required(
  reader: Reader,
  fields: Fields,
  { name, of, at, hint }: { name: string; of: string; at: Node | null; hint?: string },
): Field | null {
  const field = fields.get(name)
  if (field === undefined) reader.wrong(at, `${of} lacks \`${name}\`${hint === undefined ? '' : `: ${hint}`}`)
  return field ?? null
}

export function textOf(reader: Reader, field: Field | null | undefined): string | null {
  if (field === null || field === undefined) return null
  if (isScalar(field.value) && typeof field.value.value === 'string') return field.value.value
  reader.wrong(field.value, `\`${field.name}\` is no text: put it into quotes`)
  return null
}

export function numberOf(reader: Reader, field: Field | null | undefined): number | null {
  if (field === null || field === undefined) return null
  if (isScalar(field.value) && typeof field.value.value === 'number') return field.value.value
  reader.wrong(field.value, `\`${field.name}\` is no number`)
  return null
}

export function flagOf(reader: Reader, field: Field | null | undefined): boolean | null {
  if (field === null || field === undefined) return null
  if (isScalar(field.value) && typeof field.value.value === 'boolean') return field.value.value
  reader.wrong(field.value, `\`${field.name}\` is neither true nor false`)
  return null
}

export function itemsOf(reader: Reader, field: Field | null | undefined): Node[] {
  if (field === null || field === undefined) return []
  if (isSeq(field.value)) return field.value.items.filter(isNode)
  reader.wrong(field.value, `\`${field.name}\` is no list: begin each item with a dash`)
  return []
}

/** As plain data. */
export function dataOf(node: Node | null): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map((item) => dataOf(isNode(item) ? item : null))
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value) : '',
        dataOf(isNode(value) ? value : null),
      ]),
    )
  return null
}

/** The node that a path leads to, or the last one on the way. */
export function nodeAt(node: Node | null, path: readonly (string | number)[]): Node | null {
  const [first, ...rest] = path
  if (first === undefined || isAlias(node)) return node
  const next = isMap(node) || isSeq(node) ? node.get(first, true) : null
  return isNode(next) ? nodeAt(next, rest) : node
}
