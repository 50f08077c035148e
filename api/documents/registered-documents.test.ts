/** Every operation that is registered: it fits the schema, and what it is used for is far from the limits. */
import { createHash } from 'node:crypto'
import {
  type GraphQLInputType,
  Kind,
  getNamedType,
  getOperationAST,
  isEnumType,
  parse,
  typeFromAST,
  validate,
} from 'graphql'
import { expect, test } from 'vitest'
import { documentErrors } from '../cost/document-limits.ts'
import { GRAPHQL_LIMITS } from '../cost/graphql-limits.ts'
import { measureDocument } from '../cost/measure-document.ts'
import { operationCost } from '../cost/operation-cost.ts'
import { executableSchema } from '../schema.ts'
import { readRegisteredDocuments } from './documents.ts'

const schema = executableSchema()
const registered = [...readRegisteredDocuments()].map(([id, text]) => {
  const document = parse(text)
  const operation = getOperationAST(document)
  if (operation?.name === undefined) throw new Error(`${id} holds no operation with a name`)
  return { name: operation.name.value, id, text, document, operation }
})
const each = registered.map((one) => [one.name, one] as const)

/** What a variable of the type is in a large question; every other may be left out, or is the first value of its enum. */
const TYPICAL: Record<string, unknown> = {
  ID: 'shop',
  String: '/checkout',
  Int: 50,
  Float: 0.75,
  Boolean: true,
  FunnelStepInput: [{ page: { eq: '/' } }],
  FlagMetricInput: [{ vital: { metric: 'LCP' } }, { figure: 'CRASH_FREE_SESSIONS' }],
  RangeInput: { last: 'P30D' },
  // As the elements choose it for 30 days.
  Interval: 'DAY',
  CreateSiteInput: { id: 'shop', name: 'Shop' },
  CreateTokenInput: { name: 'tool' },
}

function typical(type: GraphQLInputType): unknown {
  const named = getNamedType(type)
  return TYPICAL[named.name] ?? (isEnumType(named) ? named.getValues()[0]?.name : undefined)
}

test('the widgets, the console and the client have theirs', () => {
  const names = registered.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['VitalCard', 'Console', 'SlowestPages', 'Live']))
  expect(new Set(names).size).toBe(names.length)
})

test.each(each)('%s is named by its SHA-256', (_, { id, text }) => {
  expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
})

test.each(each)('%s fits the schema and the limits of documents', (_, { document }) => {
  expect(validate(schema, document)).toEqual([])
  expect(documentErrors(measureDocument(document))).toEqual([])
})

test.each(each)('%s costs less than the limit over 30 days', (_, { document, operation }) => {
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const input = typeFromAST(schema, type.kind === Kind.NON_NULL_TYPE ? type.type : type)
      return [variable.name.value, typical(input as GraphQLInputType)]
    }),
  )
  const { cost } = operationCost({ schema, document, operation, variables, now: Date.now() })
  // What asks nothing of the database is free; what asks a site cannot be.
  if (JSON.stringify(variables).includes('P30D')) expect(cost).toBeGreaterThan(0)
  expect(cost).toBeLessThan(GRAPHQL_LIMITS.cost)
})
