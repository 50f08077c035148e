/**
 * What an operation would cost with its variables, before anything of it runs. The document is valid by then. Fields
 * are gathered as the executor gathers them: merged by response key, fragments unfolded, @skip and @include obeyed.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql'
import { fieldCost } from './field-costs.ts'
import { type Place, TOP } from './place.ts'

export type OperationCost = { cost: number; parts: CostPart[] }
/** A field that costs something: `points` for what is asked, `statements` for the SQL that it takes. */
export type CostPart = { path: string; times: number; points: number; statements: number }

export type Question = {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Record<string, unknown>
  now: number
}

type Walk = Question & { fragments: Map<string, FragmentDefinitionNode> }
/** A field of an answer, with every selection that asks for it. */
type Fields = Map<string, [FieldNode, ...FieldNode[]]>

export function operationCost(question: Question): OperationCost {
  const { schema, document, operation, variables } = question
  const root = schema.getRootType(operation.operation)
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  })
  // Variables that do not fit are refused before anything runs.
  if (root === null || root === undefined || coerced === undefined) return { cost: 0, parts: [] }
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const walk = { ...question, variables: coerced, fragments }
  const parts = selectionCost(walk, root, { sets: [operation.selectionSet], place: TOP, path: '' })
  return {
    cost: Math.ceil(parts.reduce((sum, { points, statements }) => sum + points + statements, 0)),
    parts,
  }
}

type Below = { sets: readonly SelectionSetNode[]; place: Place; path: string }

/** Where the type is open until the answer is there, the dearest of those it can be. */
function selectionCost(walk: Walk, type: GraphQLCompositeType, below: Below): CostPart[] {
  if (isObjectType(type)) return objectCost(walk, type.name, below)
  let dearest: CostPart[] = []
  for (const possible of walk.schema.getPossibleTypes(type)) {
    const parts = objectCost(walk, possible.name, below)
    if (total(parts) > total(dearest)) dearest = parts
  }
  return dearest
}

function objectCost(walk: Walk, typeName: string, { sets, place, path }: Below): CostPart[] {
  const fields: Fields = new Map()
  for (const set of sets) gather(walk, typeName, set, { fields, visited: new Set() })
  return [...fields].flatMap(([key, nodes]) =>
    oneFieldCost(walk, typeName, { nodes, place, path: path === '' ? key : `${path}.${key}` }),
  )
}

type Asked = { nodes: [FieldNode, ...FieldNode[]]; place: Place; path: string }

function oneFieldCost(walk: Walk, typeName: string, { nodes, place, path }: Asked): CostPart[] {
  const type = walk.schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[nodes[0].name.value] : undefined
  // Introspection is bounded by its depth and asks no database.
  if (field === undefined) return []
  const args = orNull(() => getArgumentValues(field, nodes[0], walk.variables))
  const isList = isListOfObjects(field.type)
  const { points = 0, statements, size, enter } = fieldCost(`${typeName}.${field.name}`, isList)
  // What the arguments make the resolver refuse costs nothing below.
  const entered = args && orNull(() => (enter === undefined ? place : enter(place, args, walk.now)))
  if (entered === null) return []
  const times = size === undefined ? entered.times : entered.times * Math.max(size(args), 0)
  const items = size !== undefined || (isList && enter !== undefined) ? times : 0
  const part = {
    path,
    times: place.times,
    points: points * place.times + items,
    statements: statements?.(place, args) ?? 0,
  }
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]))
  const named = getNamedType(field.type)
  const parts = isCompositeType(named)
    ? selectionCost(walk, named, { sets, place: { ...entered, times }, path })
    : []
  return part.points + part.statements > 0 ? [part, ...parts] : parts
}

function gather(
  walk: Walk,
  typeName: string,
  { selections }: SelectionSetNode,
  into: { fields: Fields; visited: Set<string> },
): void {
  for (const selection of selections) {
    if (!isIncluded(walk, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const nodes = into.fields.get(key)
      if (nodes === undefined) into.fields.set(key, [selection])
      else nodes.push(selection)
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : unvisited(walk, selection.name.value, into)
    if (fragment !== undefined && applies(walk, fragment.typeCondition?.name.value, typeName))
      gather(walk, typeName, fragment.selectionSet, into)
  }
}

function unvisited(walk: Walk, name: string, { visited }: { visited: Set<string> }) {
  if (visited.has(name)) return undefined
  visited.add(name)
  return walk.fragments.get(name)
}

function applies({ schema }: Walk, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true
  const [wider, type] = [schema.getType(condition), schema.getType(typeName)]
  return isAbstractType(wider) && isObjectType(type) && schema.isSubType(wider, type)
}

function isIncluded({ variables }: Walk, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type))
}

/** What throws here is refused with its reason when it is asked. */
function orNull<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}

function total(parts: readonly CostPart[]): number {
  return parts.reduce((sum, { points, statements }) => sum + points + statements, 0)
}
