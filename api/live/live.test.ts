/** Live figures over a real connection, read by the client that we ship. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken, hashSecret } from '../access/tokens.ts'
import { GRAPHQL_LIMITS } from '../cost/graphql-limits.ts'
import { createClient } from '../../sdk/client/client.ts'
import { aBatch } from '../../test/batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'

type LiveAnswer = {
  live: {
    at: string
    activeVisitors: number
    viewsPerMinute: number
    pages: { page: string; visitors: number }[]
    newestErrors: { message: string; session: string }[]
  }
}
const LIVE = `subscription Live($site: ID!, $where: FilterInput) { live(site: $site, where: $where) {
  at activeVisitors viewsPerMinute pages { page visitors } newestErrors { message session } } }`

let server: GraphqlServer
let pipeline: Pipeline

beforeAll(async () => {
  server = await startGraphqlServer('timescale')
  pipeline = await createPipeline(server.database)
})
afterAll(() => server.close())

function listen(variables: object, token = server.token, signal?: AbortSignal) {
  const client = createClient({ url: `${server.url}/graphql`, token })
  return client.subscribe<LiveAnswer, object>(LIVE, variables, { signal })
}

function anError(message: string) {
  const batch = aBatch()
  const [view = ''] = Object.keys(batch.views ?? {})
  batch.events.push({ t: 'error', at: Date.now() - 100, view, seq: 9, message, source: 'window' })
  return batch
}

test('tells the present state at once, and what changes', async () => {
  const answers = listen({ site: 'test' })
  const first = await answers.next()
  expect(first.value).toMatchObject({ live: { activeVisitors: 0, viewsPerMinute: 0, newestErrors: [] } })
  const batch = anError('it broke <script>')
  await pipeline.send(batch)
  const second = await answers.next()
  expect(second.value).toMatchObject({
    live: {
      activeVisitors: 1,
      viewsPerMinute: 1,
      pages: [{ page: '/p/:id', visitors: 1 }],
      newestErrors: [{ message: 'it broke <script>', session: `test/session/${batch.session.id}` }],
    },
  })
  await answers.return()
  // Made again it begins with the state as it is now.
  const again = await listen({ site: 'test' }).next()
  expect(again.value).toMatchObject({ live: { activeVisitors: 1 } })
})

test('counts those of the filter only', async () => {
  const { value } = await listen({ site: 'test', where: { page: { eq: '/nowhere' } } }).next()
  expect(value).toMatchObject({ live: { activeVisitors: 0, viewsPerMinute: 0 } })
})

test('ends when the token does', async () => {
  const secret = await createToken(server.database.control, {
    name: 'short-lived',
    kind: 'api',
    scopes: ['READ'],
    siteIds: null,
    expiresAt: null,
  })
  const answers = listen({ site: 'test' }, secret)
  expect((await answers.next()).done).toBe(false)
  await server.database.control.apiToken.update({
    where: { hash: hashSecret(secret) },
    data: { revokedAt: new Date() },
  })
  for (let told = await answers.next(); told.done !== true; told = await answers.next()) {
    // What changed before the token was looked up again.
  }
})

test.each([
  ['a site that is not there', LIVE, { site: 'nowhere' }, 'BAD_USER_INPUT', /no site "nowhere"/],
  [
    'a filter that cannot be',
    LIVE,
    { site: 'test', where: { session: { views: {} } } },
    'BAD_USER_INPUT',
    /`min`/,
  ],
  ['a query', '{ viewer { name } }', {}, 'BAD_REQUEST', /one subscription/],
  ['what does not parse', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
  ['what is not there', 'subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED', /nothing/],
  [
    'too many aliases',
    `subscription { live(site: "test") { ${'a: at '.repeat(31)} } }`,
    {},
    'ALIASES_EXCEEDED',
    /30/,
  ],
])('%s is refused with its reason', async (_, document, variables, code, message) => {
  const client = createClient({ url: `${server.url}/graphql`, token: server.token })
  const refused = client.subscribe(document, variables).next()
  await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string })
})

test('a token of another site is told that there is none', async () => {
  const other = await server.database.control.site.create({ data: { slug: 'other', name: 'Other' } })
  const secret = await createToken(server.database.control, {
    name: 'other',
    kind: 'api',
    scopes: ['READ'],
    siteIds: [other.id],
    expiresAt: null,
  })
  await expect(listen({ site: 'test' }, secret).next()).rejects.toThrow(/no site "test"/)
  const own = await listen({ site: 'other' }, secret).next()
  expect(own.value).toMatchObject({ live: { activeVisitors: 0, newestErrors: [] } })
})

test('without a token nothing is told', async () => {
  const client = createClient({ url: `${server.url}/graphql` })
  await expect(client.subscribe(LIVE, { site: 'test' }).next()).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
})

test('a token has so many subscriptions at once, and hanging up frees them', async () => {
  const secret = await createToken(server.database.control, {
    name: 'many',
    kind: 'api',
    scopes: ['READ'],
    siteIds: null,
    expiresAt: null,
  })
  const controller = new AbortController()
  const open = Array.from({ length: GRAPHQL_LIMITS.streamsAtOnce }, () =>
    listen({ site: 'test' }, secret, controller.signal),
  )
  await Promise.all(open.map((answers) => answers.next()))
  const ask = () =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${secret}`,
      },
      body: JSON.stringify({ query: LIVE, variables: { site: 'test' } }),
    })
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
  controller.abort()
  await expect
    .poll(async () => {
      const response = await ask()
      await response.body?.cancel()
      return response.status
    })
    .toBe(200)
})
