/** Questions made from the schema, so that every field of every type that can be reached is asked. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { type Target, VALUES } from './argument-values.ts'

/** `root` is the field of Query or Mutation by which it is reached. */
export type Question = { coordinate: string; root: string; text: (target: Target) => string[] }

type Field = GraphQLField<unknown, unknown>
/** A field on the way to a type, and the type that the answer must have to go on. */
type Step = { coordinate: string; field: Field; narrowed: string | null }

const BY_TYPE: Readonly<Record<string, string>> = {
  Int: '3',
  Float: '0.75',
  Boolean: 'true',
  String: '"x"',
  ID: '"x"',
}

/** A question for the plain fields of each type, and one for each field that leads further. */
export function generateQuestions(schema: GraphQLSchema): Question[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    root === null || root === undefined ? [] : questionsFrom(schema, root),
  )
}

function questionsFrom(schema: GraphQLSchema, root: GraphQLObjectType): Question[] {
  const keyword = root === schema.getMutationType() ? 'mutation ' : ''
  return [...pathsFrom(schema, root)].flatMap(([type, path]) => {
    const ask = (inner: (target: Target) => string[]) => (target: Target) =>
      inner(target).map((selection) => `${keyword}${nest(path, selection, target)}`)
    const further = Object.values(type.getFields()).filter(({ type }) => isCompositeType(getNamedType(type)))
    const plain: Question[] =
      type === root
        ? []
        : [
            {
              coordinate: type.name,
              root: path[0]?.coordinate ?? '',
              text: ask((target) => [`{ ${leaves(type, target)} }`]),
            },
          ]
    return [
      ...plain,
      ...further.map((field) => ({
        coordinate: `${type.name}.${field.name}`,
        root: path[0]?.coordinate ?? `${type.name}.${field.name}`,
        text: ask((target) =>
          calls(`${type.name}.${field.name}`, field, target).map(
            (call) => `{ ${call} ${below(schema, field, target)} }`,
          ),
        ),
      })),
    ]
  })
}

/** The shortest way to every object type. */
function pathsFrom(schema: GraphQLSchema, root: GraphQLObjectType): Map<GraphQLObjectType, Step[]> {
  const paths = new Map<GraphQLObjectType, Step[]>([[root, []]])
  for (const [type, path] of paths) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type)
      // Everything with an id is a Node: its own fields tell more of it.
      if (named.name === 'Node') continue
      for (const next of objectsOf(schema, named)) {
        const narrowed = next === named ? null : next.name
        const step = { coordinate: `${type.name}.${field.name}`, field, narrowed }
        if (!paths.has(next)) paths.set(next, [...path, step])
      }
    }
  }
  return paths
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  return isAbstractType(type) ? schema.getPossibleTypes(type) : []
}

function nest(path: readonly Step[], selection: string, target: Target): string {
  return path.reduceRight((inner, { coordinate, field, narrowed }) => {
    const [call] = calls(coordinate, field, target)
    return `{ ${call} ${narrowed === null ? inner : `{ ... on ${narrowed} ${inner} }`} }`
  }, selection)
}

/** What a field leads to, asked for everything plain. */
function below(schema: GraphQLSchema, field: Field, target: Target): string {
  const named = getNamedType(field.type)
  if (isObjectType(named)) return `{ ${leaves(named, target)} }`
  return `{ __typename ${objectsOf(schema, named)
    .map(({ name }) => `... on ${name} { __typename }`)
    .join(' ')} }`
}

function leaves(type: GraphQLObjectType, target: Target): string {
  const fields = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)))
  const asked = fields.flatMap((field) => calls(`${type.name}.${field.name}`, field, target).slice(0, 1))
  return ['__typename', ...asked].join(' ')
}

/** The field with its arguments: once for each of the values that one of them is to be asked with. */
function calls(coordinate: string, field: Field, target: Target): string[] {
  let variants: string[][] = [[]]
  for (const argument of field.args) {
    const place = `${coordinate}.${argument.name}`
    const values = VALUES[place]?.(target) ?? (isRequiredArgument(argument) ? [valueOf(place, argument)] : [])
    if (values.length > 0)
      variants = variants.flatMap((given) => values.map((value) => [...given, `${argument.name}: ${value}`]))
  }
  return variants.map((given) => (given.length === 0 ? field.name : `${field.name}(${given.join(', ')})`))
}

function valueOf(place: string, { type }: GraphQLArgument): string {
  const value = ofType(type)
  if (value === null) throw new TypeError(`${place} needs a value in the VALUES of argument-values.ts`)
  return value
}

function ofType(type: GraphQLType): string | null {
  if (isNonNullType(type)) return ofType(type.ofType)
  if (isListType(type)) {
    const item = ofType(type.ofType)
    return item === null ? null : `[${item}]`
  }
  const named = getNamedType(type)
  return isEnumType(named) ? (named.getValues()[0]?.name ?? null) : (BY_TYPE[named.name] ?? null)
}
