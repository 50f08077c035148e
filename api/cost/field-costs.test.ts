import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql'
import { expect, test } from 'vitest'
import { executableSchema } from '../schema.ts'
import { FIELD_COSTS } from './field-costs.ts'

const schema = executableSchema()
const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, field }))
    : [],
)

const isList = ({ type }: GraphQLField<unknown, unknown>) =>
  isListType(getNullableType(type)) && isCompositeType(getNamedType(type))
/** A resolver without the context's parameter cannot reach the database: it is free. */
const reachesContext = ({ resolve }: GraphQLField<unknown, unknown>) =>
  resolve !== undefined && resolve.length >= 3
const isCountedAbove = (coordinate: string) => /Connection\.(edges|nodes)$/.test(coordinate)

test('every list of objects has its size in the table', () => {
  const missing = fields.filter(
    ({ coordinate, field }) =>
      isList(field) &&
      !isCountedAbove(coordinate) &&
      FIELD_COSTS[coordinate]?.size === undefined &&
      FIELD_COSTS[coordinate]?.enter === undefined,
  )
  expect(missing.map(({ coordinate }) => coordinate)).toEqual([])
})

test('every field that is resolved with the context has its line in the table', () => {
  const missing = fields.filter(
    ({ coordinate, field }) => reachesContext(field) && FIELD_COSTS[coordinate] === undefined,
  )
  expect(missing.map(({ coordinate }) => coordinate)).toEqual([])
})

test('a connection is sized where it is asked for', () => {
  const missing = fields.filter(
    ({ coordinate, field }) =>
      getNamedType(field.type).name.endsWith('Connection') && FIELD_COSTS[coordinate]?.size === undefined,
  )
  expect(missing.map(({ coordinate }) => coordinate)).toEqual([])
})

test('the table has no line for a field that is not there', () => {
  const known = new Set(fields.map(({ coordinate }) => coordinate))
  expect(Object.keys(FIELD_COSTS).filter((coordinate) => !known.has(coordinate))).toEqual([])
})
