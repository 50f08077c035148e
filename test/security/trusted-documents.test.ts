/** Registered documents over HTTP, on a server that answers everything and on one that answers them alone. */
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRegisteredDocuments } from '../../api/documents/documents.ts'
import { createToken } from '../../api/access/tokens.ts'
import { createClient, typedDocument } from '../../sdk/client/client.ts'
import { CreateSite, Live, Sites } from '../../sdk/client/documents.generated.ts'
import { type GraphqlServer, type Init, startGraphqlServer } from '../graphql-server.ts'

let any: GraphqlServer
let trusted: GraphqlServer

beforeAll(async () => {
  any = await startGraphqlServer()
  trusted = await startGraphqlServer('plain', { GRAPHQL_DOCUMENTS: 'trusted' })
  await trusted.database.control.site.create({ data: { slug: 'shop', name: 'Shop' } })
})
afterAll(async () => {
  await any.close()
  await trusted.close()
})

const RESULT = { headers: { accept: 'application/graphql-response+json' } }
const UNKNOWN = `sha256:${'0'.repeat(64)}`
const codeOf = (body: { errors?: { extensions: { code: string } }[] }) => body.errors?.[0]?.extensions.code

const get = (server: GraphqlServer, parameters: Record<string, string>, init: Init = {}) =>
  server.post(
    {},
    { method: 'GET', body: null, ...init, path: `?${new URLSearchParams(parameters).toString()}` },
  )

describe('a server that answers everything', () => {
  test('answers an id as it answers the text, cost and limits included', async () => {
    const byId = await any.post({ documentId: Sites.id, variables: { first: 1 } })
    const byText = await any.post({ query: Sites.toString(), variables: { first: 1 } })
    expect(byId.body.data).toEqual({
      sites: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    })
    expect([byId.body.data, byId.body.extensions.cost]).toEqual([
      byText.body.data,
      byText.body.extensions.cost,
    ])
  })

  test('answers an id by GET too, and no mutation that way', async () => {
    const { status, body } = await get(any, { documentId: Sites.id ?? '', variables: '{"first":1}' })
    expect([status, body.data.sites.nodes]).toEqual([200, []])
    expect((await get(any, { documentId: CreateSite.id ?? '', variables: '{}' })).status).toBe(405)
  })

  test.each([
    ['an unknown id', { documentId: UNKNOWN }, 'DOCUMENT_UNKNOWN', 400, 200],
    ['both', { documentId: UNKNOWN, query: '{ __typename }' }, 'BAD_REQUEST', 400, 400],
    ['an id that is no text', { documentId: {} }, 'BAD_REQUEST', 400, 400],
  ])(
    'refuses %s, with the status that the accept header asks for',
    async (_, question, code, status, legacy) => {
      const answer = await any.post(question, RESULT)
      expect([answer.status, codeOf(answer.body)]).toEqual([status, code])
      const plain = await any.post(question, { headers: { accept: 'application/json' } })
      expect([plain.status, codeOf(plain.body)]).toEqual([legacy, code])
    },
  )

  test('asks who it is before it tells which documents it knows', async () => {
    const { status, body } = await any.post({ documentId: UNKNOWN }, { headers: { authorization: '' } })
    expect([status, codeOf(body)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('holds variables and scopes of an id to the same rules', async () => {
    const wrong = await any.post({ documentId: Sites.id, variables: { first: 'many' } })
    expect(codeOf(wrong.body)).toBe('BAD_USER_INPUT')
    const reader = await createToken(any.database.control, {
      name: 'reader',
      kind: 'api',
      scopes: ['READ'],
      siteIds: null,
      expiresAt: null,
    })
    const variables = { input: { id: 'new', name: 'New' } }
    const refused = await any.post(
      { documentId: CreateSite.id, variables },
      { headers: { authorization: `Bearer ${reader}` } },
    )
    expect(codeOf(refused.body)).toBe('FORBIDDEN')
  })

  test('registers nothing by being asked', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } }
    const { body } = await any.post({ query: '{ __typename }', extensions })
    expect(codeOf(body)).toBe('PERSISTED_QUERY_NOT_SUPPORTED')
    expect(codeOf((await any.post({ documentId: `sha256:${'f'.repeat(64)}` })).body)).toBe('DOCUMENT_UNKNOWN')
  })

  test('the client goes back to the text of a document that is not registered', async () => {
    const client = createClient({ url: `${any.url}/graphql`, token: any.token })
    const newer = typedDocument<{ viewer: { name: string } }, Record<string, never>>(
      '{ viewer { name } }',
      UNKNOWN,
    )
    expect(await client.query(newer)).toEqual({ viewer: { name: 'test' } })
  })
})

describe('a server that answers registered documents alone', () => {
  test('answers each of them', async () => {
    for (const id of readRegisteredDocuments().keys()) {
      const { body } = await trusted.post({ documentId: id, variables: { site: 'shop' } })
      expect(['DOCUMENT_UNKNOWN', 'DOCUMENT_UNTRUSTED']).not.toContain(codeOf(body))
    }
    const client = createClient({ url: `${trusted.url}/graphql`, token: trusted.token })
    expect((await client.query(Sites)).sites.nodes).toEqual([{ id: 'shop', name: 'Shop', timeZone: 'UTC' }])
  })

  test.each([
    ['a text', '{ viewer { name } }'],
    ['the text of a registered document', Sites.toString()],
    ['introspection', getIntrospectionQuery()],
    ['no GraphQL at all', '{'],
  ])('refuses %s by every way of asking', async (_, query) => {
    const posted = await trusted.post({ query }, RESULT)
    expect([posted.status, codeOf(posted.body)]).toEqual([403, 'DOCUMENT_UNTRUSTED'])
    expect(codeOf((await get(trusted, { query })).body)).toBe('DOCUMENT_UNTRUSTED')
    const streamed = await trusted.post({ query }, { headers: { accept: 'text/event-stream' } })
    expect(codeOf(streamed.body)).toBe('DOCUMENT_UNTRUSTED')
    expect(codeOf((await get(trusted, { query }, { headers: { accept: 'text/event-stream' } })).body)).toBe(
      'DOCUMENT_UNTRUSTED',
    )
  })

  test('streams a registered subscription', async () => {
    const client = createClient({ url: `${trusted.url}/graphql`, token: trusted.token })
    for await (const { live } of client.subscribe(Live, { site: 'shop' })) {
      expect(live.activeVisitors).toBe(0)
      break
    }
    const parameters = new URLSearchParams({ documentId: Live.id ?? '', variables: '{"site":"shop"}' })
    const response = await fetch(`${trusted.url}/graphql?${parameters.toString()}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${trusted.token}` },
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    await response.body?.cancel()
  })
})
