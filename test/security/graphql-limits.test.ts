/** What the endpoint tells of its limits, and what it keeps to itself. */
import { randomUUID } from 'node:crypto'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'

let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer('timescale')
  await server.database.control.site.create({ data: { slug: 'shop', name: 'Shop' } })
})
afterAll(() => server.close())

const segment = (selection: string) =>
  `{ site(id: "shop") { segment(range: { last: "P7D" }) { ${selection} } } }`

test('every answer tells its cost and the limit', async () => {
  const { body } = await server.post({ query: segment('views') })
  expect(body.extensions.cost).toEqual({ cost: 42, limit: 20_000 })
})

test('what costs too much is refused with both figures and a remedy, before any SQL', async () => {
  const text = segment(
    'by(dimension: PAGE, top: 200) { segment { over(interval: HOUR) { segment { views } } } }',
  )
  const { body } = await server.post({ query: text })
  expect(body.data).toBeUndefined()
  expect(body.errors[0]).toMatchObject({ extensions: { code: 'COST_EXCEEDED' } })
  expect(body.errors[0].message).toMatch(/would cost 67,\d+ points, the limit is 20,000: ask for fewer/)
  expect(body.extensions.sightline.statements).toEqual([])
})

test('explainCost tells the same without running it, part by part', async () => {
  const asked =
    'query ($last: Duration!) { site(id: "shop") { segment(range: { last: $last }) { pages: by(dimension: PAGE, top: 4) { key } } } }'
  const { body } = await server.post({
    query:
      'query ($q: String!, $v: JSON) { explainCost(query: $q, variables: $v) { cost limit parts { path times points statements cost } } }',
    variables: { q: asked, v: { last: 'P2D' } },
  })
  expect(body.data.explainCost).toEqual({
    cost: 45,
    limit: 20_000,
    parts: [
      { path: 'site', times: 1, points: 1, statements: 20, cost: 21 },
      { path: 'site.segment.pages', times: 1, points: 4, statements: 20, cost: 24 },
    ],
  })
  const real = await server.post({ query: asked, variables: { last: 'P2D' } })
  expect(real.body.extensions.cost.cost).toBe(45)
})

test.each([
  ['no GraphQL', '{', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'too many aliases',
    `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    'ALIASES_EXCEEDED',
  ],
  ['two operations', 'query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
])('explainCost refuses %s as asking it would be', async (_, q, code) => {
  const { body } = await server.post({
    query: 'query ($q: String!) { explainCost(query: $q) { cost } }',
    variables: { q },
  })
  expect(body.errors[0].extensions.code).toBe(code)
})

test('the introspection of tools works for a token, and nobody else sees the schema', async () => {
  const { body } = await server.post({
    query: getIntrospectionQuery({ oneOf: true, schemaDescription: true }),
  })
  expect(body.data.__schema.types.length).toBeGreaterThan(30)
  const anonymous = await server.post(
    { query: '{ __schema { types { name } } }' },
    { headers: { authorization: '' } },
  )
  expect([anonymous.status, anonymous.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  expect(anonymous.headers.get('www-authenticate')).toBe('Bearer')
})

test('capabilities tell the engine, the limits, the metrics and the codes', async () => {
  const { body } = await server.post({
    query: `{ capabilities { version dimensions intervals database { edition postgresVersion timescaleVersion }
      limits { cost depth introspectionDepth tokens selections aliases directives bodyBytes bodyDepth parts buckets sessions
        timelineEntries histogramBins percentiles filterDepth filterValues range statementTime operationTime operationsAtOnce }
      metrics { name unit good poor } errorCodes { code meaning } } }`,
  })
  const { version, database, limits, metrics, errorCodes, dimensions, intervals } = body.data.capabilities
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(database).toEqual({
    edition: 'TIMESCALEDB',
    postgresVersion: expect.stringMatching(/^\d+\.\d+/),
    timescaleVersion: expect.stringMatching(/^2\./),
  })
  expect(limits).toMatchObject({
    cost: 20_000,
    depth: 12,
    tokens: 2000,
    aliases: 30,
    bodyBytes: 102_400,
    parts: 200,
    buckets: 2000,
  })
  expect(limits).toMatchObject({ statementTime: 'PT8S', operationTime: 'PT15S' })
  expect(metrics[0]).toEqual({ name: 'LCP', unit: 'ms', good: 2500, poor: 4000 })
  expect(errorCodes.map(({ code }: { code: string }) => code)).toContain('COST_EXCEEDED')
  expect([dimensions, intervals]).toEqual([
    expect.arrayContaining(['PAGE']),
    expect.arrayContaining(['MONTH']),
  ])
})

test('what breaks inside is told by a number under which it is logged, and by nothing else', async () => {
  const secret = randomUUID()
  const { db } = server.database
  await db.query(sql`ALTER TABLE rum.sessions RENAME COLUMN entry_page TO moved_away`)
  const { body, status } = await server.post({
    query: segment('sessions { nodes { id } } views'),
    variables: { secret },
  })
  await db.query(sql`ALTER TABLE rum.sessions RENAME COLUMN moved_away TO entry_page`)
  expect(status).toBe(200)
  const [{ message, extensions, path }] = body.errors
  expect(extensions).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(message).toBe(`Something broke on our side, logged as ${extensions.id}`)
  expect(path).toEqual(['site', 'segment', 'sessions'])
  expect(JSON.stringify(body)).not.toMatch(/entry_page|SELECT|rum\.|\.ts|node_modules|stack/)
  const logged = server.log.filter((line) => line.includes(extensions.id))
  expect(logged).toEqual([expect.stringContaining('entry_page')])
})
