/** How large a document is: what bounds the work of validating and running it, whatever the schema. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type SelectionSetNode,
  type Source,
  TokenKind,
  visit,
} from 'graphql'

export type DocumentSize = {
  /** Fields within fields, outside and inside of introspection. */
  depth: number
  introspectionDepth: number
  /** Fields of the largest operation with its fragments unfolded. */
  selections: number
  /** As they are written in the document. */
  aliases: number
  directives: number
}

type SelectionSize = Pick<DocumentSize, 'depth' | 'introspectionDepth' | 'selections'>

const NOTHING: SelectionSize = { depth: 0, introspectionDepth: 0, selections: 0 }
const INTROSPECTION = new Set(['__schema', '__type'])

export function measureDocument(document: DocumentNode): DocumentSize {
  const sizeOf = createMeasure(document)
  const size: DocumentSize = { ...NOTHING, aliases: 0, directives: 0 }
  visit(document, {
    OperationDefinition: ({ selectionSet }) => {
      const own = sizeOf(selectionSet)
      size.depth = Math.max(size.depth, own.depth)
      size.introspectionDepth = Math.max(size.introspectionDepth, own.introspectionDepth)
      size.selections = Math.max(size.selections, own.selections)
    },
    Field: ({ alias }) => {
      if (alias !== undefined) size.aliases++
    },
    Directive: () => {
      size.directives++
    },
  })
  return size
}

/** Measures each fragment once: unfolding one that doubles twelve times would be the attack itself. */
function createMeasure(document: DocumentNode): (selections: SelectionSetNode) => SelectionSize {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const measured = new Map<string, SelectionSize>()
  const ofFragment = (name: string): SelectionSize => {
    const known = measured.get(name)
    if (known !== undefined) return known
    // A fragment within itself adds nothing here; the rule against cycles refuses it.
    measured.set(name, NOTHING)
    const fragment = fragments.get(name)
    const size = fragment === undefined ? NOTHING : ofSelections(fragment.selectionSet)
    measured.set(name, size)
    return size
  }
  const ofSelections = ({ selections }: SelectionSetNode): SelectionSize => {
    const total = { ...NOTHING }
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) addTo(total, ofFragment(selection.name.value))
      else if (selection.kind === Kind.INLINE_FRAGMENT) addTo(total, ofSelections(selection.selectionSet))
      else addTo(total, ofField(selection.name.value, selection.selectionSet))
    }
    return total
  }
  const ofField = (name: string, selectionSet: SelectionSetNode | undefined): SelectionSize => {
    const below = selectionSet === undefined ? NOTHING : ofSelections(selectionSet)
    const selections = below.selections + 1
    if (INTROSPECTION.has(name)) return { depth: 1, introspectionDepth: below.depth + 1, selections }
    return { depth: below.depth + 1, introspectionDepth: below.introspectionDepth, selections }
  }
  return ofSelections
}

function addTo(total: SelectionSize, size: SelectionSize): void {
  total.depth = Math.max(total.depth, size.depth)
  total.introspectionDepth = Math.max(total.introspectionDepth, size.introspectionDepth)
  total.selections += size.selections
}

/** How many tokens the source has, up to where it stops being GraphQL. */
export function countTokens(source: Source): number {
  const lexer = new Lexer(source)
  let count = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count++
  } catch {
    // What cannot be read has no tokens; the parser tells where it is.
  }
  return count
}
