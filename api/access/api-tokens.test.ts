import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { allTokens, revokeToken } from './api-tokens.ts'
import { type Caller, createAuthenticator } from './authenticate.ts'
import { createApiToken } from './create-api-token.ts'
import { type NewToken, createToken, hashSecret } from './tokens.ts'

const NOW = Date.UTC(2026, 10, 21)
const DAY_MS = 86_400_000

let database: TestDatabase
let now = NOW

beforeAll(async () => {
  database = await createTestDatabase('plain')
  for (const slug of ['shop', 'docs']) await database.control.site.create({ data: { slug, name: slug } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  now = NOW
  await database.control.apiToken.deleteMany()
})

const aToken = (overrides: Partial<NewToken> = {}): NewToken => ({
  name: 'owner',
  kind: 'api',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
  ...overrides,
})
const wanted = (overrides = {}) => ({
  name: 'tool',
  scopes: ['READ' as const],
  sites: [],
  expiresInMs: null,
  ...overrides,
})
const authenticator = () => createAuthenticator(database.control, () => now)
const idOf = async (secret: string) =>
  String((await database.control.apiToken.findUniqueOrThrow({ where: { hash: hashSecret(secret) } })).id)

async function callerWith(token: Partial<NewToken> = {}): Promise<Caller> {
  const caller = await authenticator().callerOf(await createToken(database.control, aToken(token)))
  if (caller === null) throw new TypeError('the token does not work')
  return caller
}

/** Somebody whose browser signed in with such a token. */
async function signedIn(token: Partial<NewToken> = {}): Promise<Caller> {
  const door = authenticator()
  const session = await door.signIn(await createToken(database.control, aToken(token)))
  const caller = await door.callerOf(session ?? '')
  if (caller === null) throw new TypeError('the session does not work')
  return caller
}

test('whoever signed in makes tokens with their own sites and scopes and no others', async () => {
  const shop = await database.control.site.findUniqueOrThrow({ where: { slug: 'shop' } })
  const person = await signedIn({ siteIds: [shop.id] })
  const everything = await createApiToken(database.control, person, NOW, wanted())
  expect(await authenticator().callerOf(everything.secret ?? '')).toMatchObject({
    siteIds: [shop.id],
    scopes: ['READ'],
  })
  const other = await createApiToken(database.control, person, NOW, wanted({ sites: ['shop', 'docs'] }))
  expect(other).toMatchObject({ secret: null, userErrors: [{ path: ['sites', '1'], code: 'UNKNOWN' }] })
})

test('nobody gives a scope that they do not have', async () => {
  const writer = await signedIn({ scopes: ['MANAGE'] })
  const { secret, userErrors } = await createApiToken(
    database.control,
    writer,
    NOW,
    wanted({ scopes: ['MANAGE', 'READ'] }),
  )
  expect([secret, userErrors]).toMatchObject([null, [{ path: ['scopes'], code: 'INVALID' }]])
  const reader = await signedIn({ scopes: ['READ'] })
  await expect(createApiToken(database.control, reader, NOW, wanted())).rejects.toThrow('scope MANAGE')
})

test('tokens are listed without secrets, until 30 days after their end', async () => {
  const shop = await database.control.site.findUniqueOrThrow({ where: { slug: 'shop' } })
  const owner = await callerWith()
  await createToken(database.control, aToken({ name: 'narrow', siteIds: [shop.id], scopes: ['READ'] }))
  const ended = (name: string, days: number) =>
    createToken(database.control, aToken({ name, expiresAt: new Date(NOW - days * DAY_MS) }))
  await ended('lately', 29)
  await ended('long ago', 31)
  const tokens = await allTokens(database.control, owner, NOW)
  expect(tokens.map(({ name }) => name)).toEqual(['lately', 'narrow', 'owner'])
  expect(tokens[1]).toMatchObject({ kind: 'API', sites: ['shop'], scopes: ['READ'], asking: false })
  expect(tokens[2]).toMatchObject({ sites: null, asking: true })
  expect(JSON.stringify(tokens)).not.toContain('sl_')
})

test('a revoked token is dead, and so is every browser that signed in by it', async () => {
  const owner = await callerWith()
  const secret = await createToken(database.control, aToken({ name: 'leaked' }))
  const first = (await authenticator().signIn(secret)) ?? ''
  const second = (await authenticator().signIn(first)) ?? ''
  const id = await idOf(secret)
  expect((await revokeToken(database.control, owner, { id, now: NOW })).revokedId).toBe(id)
  const fresh = authenticator()
  expect(await Promise.all([secret, first, second].map((token) => fresh.callerOf(token)))).toEqual([
    null,
    null,
    null,
  ])
  expect((await revokeToken(database.control, owner, { id, now: NOW })).userErrors).toMatchObject([
    { path: ['id'], code: 'UNKNOWN' },
  ])
  expect((await revokeToken(database.control, owner, { id: 'x', now: NOW })).revokedId).toBeNull()
})

test('who does not manage every site neither sees tokens nor takes one back', async () => {
  const shop = await database.control.site.findUniqueOrThrow({ where: { slug: 'shop' } })
  for (const caller of [await callerWith({ scopes: ['READ'] }), await callerWith({ siteIds: [shop.id] })]) {
    await expect(allTokens(database.control, caller, NOW)).rejects.toThrow('every site')
    await expect(revokeToken(database.control, caller, { id: '1', now: NOW })).rejects.toThrow('every site')
  }
})
