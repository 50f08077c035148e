/** Operations whose statements hang: what is cancelled, what waits, what is refused. */
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { GRAPHQL_LIMITS } from '../../api/cost/graphql-limits.ts'
import { createToken } from '../../api/access/tokens.ts'
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { until } from '../until.ts'

const HANGING = { query: '{ site(id: "shop") { segment(range: { last: "P1D" }) { sessionCount } } }' }
const FREE = { query: '{ site(id: "shop") { segment(range: { last: "P1D" }) { views } } }' }

let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer()
  await server.database.control.site.create({ data: { slug: 'shop', name: 'Shop' } })
})
afterAll(() => server.close())

/** Everything that reads sessions hangs until the test is over. */
beforeEach(async () => {
  const client: pg.PoolClient = await server.database.db.pool.connect()
  await client.query('BEGIN; LOCK TABLE rum.sessions IN ACCESS EXCLUSIVE MODE')
  return async () => {
    await client.query('ROLLBACK')
    client.release()
    await until('nothing runs any more', async () => (await running()) === 0)
  }
})

const running = async () => {
  const rows = await server.database.db.query(
    sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sightline-api' AND state = 'active'`,
  )
  return rows.length
}

test('when the client goes away its statements are cancelled in the database', async () => {
  const controller = new AbortController()
  const gone = fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
    body: JSON.stringify(HANGING),
    signal: controller.signal,
  }).catch((error: Error) => error.name)
  await until('the statement runs', async () => (await running()) === 1)
  controller.abort()
  expect(await gone).toBe('AbortError')
  const begun = performance.now()
  await until('it is cancelled', async () => (await running()) === 0)
  expect(performance.now() - begun).toBeLessThan(GRAPHQL_LIMITS.statementMs / 2)
  expect(server.log).toEqual([])
})

test('a statement that takes too long ends with TIMEOUT, and what else was asked is answered', async () => {
  const begun = performance.now()
  const { body, status } = await server.post({
    query:
      '{ site(id: "shop") { name segment(range: { last: "P1D" }) { sessions { nodes { id } } } } viewer { name } }',
  })
  expect(performance.now() - begun).toBeGreaterThan(GRAPHQL_LIMITS.statementMs * 0.9)
  expect(status).toBe(200)
  expect(body.errors).toMatchObject([{ extensions: { code: 'TIMEOUT' } }])
  expect(body.data).toEqual({ site: null, viewer: { name: 'test' } })
})

test('an operation whose statements wait for each other ends with TIMEOUT as a whole', async () => {
  // Sixteen scopes on eight connections: the second half begins when the first is given up.
  const sites = Array.from(
    { length: 16 },
    (_, i) =>
      `s${i}: site(id: "shop") { segment(range: { last: "P${i + 1}D" }) { sessions { nodes { id } } } }`,
  )
  const begun = performance.now()
  const { body } = await server.post({ query: `{ ${sites.join(' ')} }` })
  const took = performance.now() - begun
  expect(took).toBeGreaterThan(GRAPHQL_LIMITS.operationMs * 0.9)
  expect(took).toBeLessThan(GRAPHQL_LIMITS.statementMs * 2 - 100)
  expect(body.errors).toHaveLength(16)
  const codes = body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
  expect(new Set(codes)).toEqual(new Set(['TIMEOUT']))
}, 40_000)

test('what still runs when an error has made the answer is cancelled', async () => {
  const begun = performance.now()
  const { body } = await server.post({
    query:
      '{ site(id: "shop") { segment(range: { last: "P1D" }) { sessionCount by(dimension: PAGE, top: 0) { key } } } }',
  })
  expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  await until('it is cancelled', async () => (await running()) === 0)
  expect(performance.now() - begun).toBeLessThan(GRAPHQL_LIMITS.statementMs / 2)
})

test('a token has so many operations at once; more wait, and too many are refused with 429 and Retry-After', async () => {
  const { operationsAtOnce, operationsWaiting } = GRAPHQL_LIMITS
  const hanging = new AbortController()
  const ask = () =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
      body: JSON.stringify(HANGING),
      signal: hanging.signal,
    }).catch(() => null)
  const asked = Array.from({ length: operationsAtOnce + operationsWaiting }, ask)
  await until('as many run as may', async () => (await running()) === operationsAtOnce)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const refused = await server.post(FREE)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect(refused.body.errors[0].extensions).toEqual({ code: 'RATE_LIMITED' })
  expect(await running()).toBe(operationsAtOnce)

  hanging.abort()
  await Promise.all(asked)
  await until('all are cancelled', async () => (await running()) === 0)
  expect((await server.post(FREE)).status).toBe(200)
})

test('another token is answered while one has all its turns taken', async () => {
  const other = await createToken(server.database.control, {
    name: 'other',
    kind: 'api',
    scopes: ['READ'],
    siteIds: null,
    expiresAt: null,
  })
  const hanging = new AbortController()
  const asked = Array.from({ length: 7 }, () =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
      body: JSON.stringify(HANGING),
      signal: hanging.signal,
    }).catch(() => null),
  )
  await until('seven connections hang', async () => (await running()) === 7)
  const answer = await server.post(FREE, { headers: { authorization: `Bearer ${other}` } })
  expect(answer.body.data).toEqual({ site: { segment: { views: 0 } } })
  hanging.abort()
  await Promise.all(asked)
})
