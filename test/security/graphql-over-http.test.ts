/** The audit of GraphQL over HTTP by the authors of its specification, on a server that listens. */
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GraphqlServer, type Init, startGraphqlServer } from '../graphql-server.ts'

let server: GraphqlServer

beforeAll(async () => {
  server = await startGraphqlServer()
})
afterAll(() => server.close())

const audits = serverAudits({
  url: () => `${server.url}/graphql`,
  fetchFn: (url: string, init: Init = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${server.token}` } }),
})

test.each(audits.map((audit) => [audit.name, audit] as const))('it %s', async (_, audit) => {
  const result = await audit.fn()
  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok')
})

test('it knows no other method, and says which it knows', async () => {
  const { status, headers } = await server.post({ query: '{ __typename }' }, { method: 'PUT' })
  expect([status, headers.get('allow')]).toEqual([405, 'GET, POST'])
})

test('it shows no landing page', async () => {
  const { headers } = await server.post({}, { method: 'GET', body: null, headers: { accept: 'text/html' } })
  expect(headers.get('content-type')).not.toContain('html')
})

test('it refuses a mutation by GET with 405', async () => {
  const address = `${server.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`
  const { status } = await fetch(address, { headers: { authorization: `Bearer ${server.token}` } })
  expect(status).toBe(405)
})

test('it takes no question by GET that a page of another site could send with the cookie of the console', async () => {
  const signedIn = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: server.token }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const address = `${server.url}/graphql?query=${encodeURIComponent('{ viewer { name } }')}`
  const crossSite = await fetch(address, { headers: { cookie } })
  expect([crossSite.status, await crossSite.text()]).toEqual([400, expect.stringContaining('BAD_REQUEST')])
})
