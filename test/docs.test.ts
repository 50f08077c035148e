/** Every operation in the documentation is one that the server answers. */
import { readFileSync, readdirSync } from 'node:fs'
import { getOperationAST, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { GRAPHQL_LIMITS } from '../api/cost/graphql-limits.ts'
import { operationCost } from '../api/cost/operation-cost.ts'
import { executableSchema } from '../api/schema.ts'

const schema = executableSchema()
const pages = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]
const operations = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(
    ([, text = ''], i) => [`${page}, number ${i + 1}`, text] as const,
  ),
)

test('there are operations to look at', () => {
  expect(operations.length).toBeGreaterThan(5)
})

describe.each(operations)('%s', (_, text) => {
  test('fits the schema and is under the limit', () => {
    const document = parse(text)
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
    const operation = getOperationAST(document)
    if (operation === null || operation === undefined) throw new TypeError('not one operation')
    const { cost } = operationCost({ schema, document, operation, variables: {}, now: Date.now() })
    expect(cost).toBeLessThan(GRAPHQL_LIMITS.cost)
    expect(cost).toBeGreaterThan(0)
  })
})
