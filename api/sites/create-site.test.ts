import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthenticator, type Caller } from '../access/authenticate.ts'
import { createApiToken } from '../access/create-api-token.ts'
import { createWriteKeys } from '../collect/write-keys.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createSite } from './create-site.ts'
import { visibleSites, writeKeysOf } from './sites.queries.ts'

const NOW = Date.UTC(2026, 10, 21)
const OWNER: Caller = {
  tokenId: 1,
  name: 'owner',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}
const aSite = (overrides = {}) => ({
  id: 'shop',
  name: 'Shop',
  origins: [],
  timeZone: 'Europe/Berlin',
  ...overrides,
})
const aToken = (overrides = {}) => ({
  name: 'portal',
  scopes: ['READ' as const],
  sites: [],
  expiresInMs: null,
  ...overrides,
})

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('plain')
})
afterAll(() => database.drop())

test('a new site has a write key that the collector knows', async () => {
  const { site, userErrors } = await createSite(
    database.control,
    OWNER,
    aSite({ origins: ['https://shop.example'] }),
  )
  expect(userErrors).toEqual([])
  const [key] = site === null ? [] : await writeKeysOf(database.control, site)
  const keyed = await createWriteKeys(database.control, () => NOW).siteOf(key ?? '')
  expect(keyed).toMatchObject({ id: site?.id, origins: ['https://shop.example'] })
  expect((await createSite(database.control, OWNER, aSite())).userErrors).toMatchObject([
    { path: ['id'], code: 'TAKEN' },
  ])
})

test('every mistake is told at once, and nothing is made', async () => {
  const wrong = aSite({
    id: 'My Shop',
    name: ' ',
    origins: ['https://a.example', 'a.example/path'],
    timeZone: 'Mars/Olympus',
  })
  const { site, userErrors } = await createSite(database.control, OWNER, wrong)
  expect(site).toBeNull()
  expect(userErrors.map(({ path }) => path.join('.')).sort()).toEqual(['id', 'name', 'origins.1', 'timeZone'])
  expect(await visibleSites(database.control, OWNER)).toHaveLength(1)
})

test('a token sees its sites and no others, and works until it ends', async () => {
  const other = await createSite(database.control, OWNER, aSite({ id: 'blog' }))
  expect(other.userErrors).toEqual([])
  const { secret } = await createApiToken(
    database.control,
    OWNER,
    NOW,
    aToken({ sites: ['blog'], expiresInMs: 60_000 }),
  )
  let now = NOW
  const authenticator = createAuthenticator(database.control, () => now)
  const caller = await authenticator.callerOf(secret ?? '')
  expect(caller).toMatchObject({ name: 'portal', scopes: ['READ'] })
  expect((await visibleSites(database.control, caller ?? OWNER)).map(({ slug }) => slug)).toEqual(['blog'])
  now += 61_000
  expect(await authenticator.callerOf(secret ?? '')).toBeNull()
})

test('a token whose only site goes sees none', async () => {
  await createSite(database.control, OWNER, aSite({ id: 'short-lived' }))
  const { secret } = await createApiToken(database.control, OWNER, NOW, aToken({ sites: ['short-lived'] }))
  await database.control.site.delete({ where: { slug: 'short-lived' } })
  const caller = await createAuthenticator(database.control, () => NOW).callerOf(secret ?? '')
  expect(caller?.siteIds).toEqual([])
  expect(await visibleSites(database.control, caller ?? OWNER)).toEqual([])
})

test('nobody makes more than they have', async () => {
  const reader: Caller = { ...OWNER, scopes: ['READ'] }
  await expect(createSite(database.control, reader, aSite({ id: 'x' }))).rejects.toThrow(/MANAGE/)
  await expect(createApiToken(database.control, reader, NOW, aToken())).rejects.toThrow(/MANAGE/)
  const [shop] = await visibleSites(database.control, OWNER)
  const limited: Caller = { ...OWNER, siteIds: [shop?.id ?? 0] }
  await expect(createSite(database.control, limited, aSite({ id: 'x' }))).rejects.toThrow(/every site/)
  const { userErrors } = await createApiToken(
    database.control,
    { ...limited, siteIds: [] },
    NOW,
    aToken({ sites: ['shop'] }),
  )
  expect(userErrors).toMatchObject([{ path: ['sites', '0'], code: 'UNKNOWN' }])
})
