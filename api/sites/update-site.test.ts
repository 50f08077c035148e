import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../access/authenticate.ts'
import { createWriteKeys } from '../collect/write-keys.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { quotaOf } from '../limits/quota.ts'
import { type SettingsChange, parseSettings, retentionOf } from './settings.ts'
import { writeKeysOf } from './sites.queries.ts'
import { updateSite } from './update-site.ts'
import { allWriteKeysOf, createWriteKey, disableWriteKey } from './write-keys.ts'

const NOW = Date.UTC(2026, 10, 21)
const MANAGER: Caller = {
  tokenId: 1,
  name: 'manager',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}
const READER: Caller = { ...MANAGER, scopes: ['READ'] }
const STRANGER: Caller = { ...MANAGER, siteIds: [] }

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('plain')
})
afterAll(() => database.drop())

const aSite = (slug: string) =>
  database.control.site.create({
    data: { slug, name: 'Shop', writeKeys: { create: { key: `pk_${slug}_1` } } },
  })
const aChange = (overrides = {}) => ({
  id: 'shop',
  name: null,
  origins: null,
  timeZone: null,
  settings: {},
  ...overrides,
})
const disabling = (overrides = {}) => ({
  site: 'keys',
  key: 'pk_keys_1',
  force: false,
  now: NOW,
  ...overrides,
})

test('a site is changed in what is given', async () => {
  await aSite('shop')
  const change = aChange({ origins: ['https://shop.example'] })
  expect((await updateSite(database.control, MANAGER, change)).site).toMatchObject({
    name: 'Shop',
    origins: ['https://shop.example'],
    timeZone: 'UTC',
  })
  const renamed = await updateSite(
    database.control,
    MANAGER,
    aChange({ name: ' Tea ', timeZone: 'Asia/Tokyo' }),
  )
  expect(renamed.site).toMatchObject({
    name: 'Tea',
    origins: ['https://shop.example'],
    timeZone: 'Asia/Tokyo',
  })
})

test('every mistake is told, and nothing is changed', async () => {
  const wrong = aChange({ name: ' ', origins: ['shop.example'], timeZone: 'Mars/Olympus' })
  const { site, userErrors } = await updateSite(database.control, MANAGER, wrong)
  expect(site).toBeNull()
  expect(userErrors.map(({ path }) => path.join('.')).sort()).toEqual(['name', 'origins.0', 'timeZone'])
  expect(await database.control.site.findUnique({ where: { slug: 'shop' } })).toMatchObject({ name: 'Tea' })
})

test('settings are changed value by value, also by two at once', async () => {
  await aSite('set')
  const set = (settings: SettingsChange) =>
    updateSite(database.control, MANAGER, aChange({ id: 'set', settings }))
  await Promise.all([set({ sampling: { rate: 0.25 } }), set({ retention: { errorsDays: 60 } })])
  await set({ sampling: { keepErrors: false, rate: null }, retention: null })
  const stored = await database.control.site.findUniqueOrThrow({ where: { slug: 'set' } })
  expect(parseSettings(stored.settings).sampling).toEqual({ rate: 0.25, keepErrors: false })
  expect(retentionOf(stored)).toEqual({ eventsDays: 30, errorsDays: 60, sessionsDays: 90, rollupsDays: 395 })
})

test('a mistake in the settings is told with its place and changes nothing of the site', async () => {
  const settings = {
    session: { idleMs: 5 },
    retention: { eventsDays: 9999 },
    scrub: { patterns: ['ok-*', '*'] },
  }
  const { site, userErrors } = await updateSite(
    database.control,
    MANAGER,
    aChange({ id: 'set', name: 'x', settings }),
  )
  expect(site).toBeNull()
  expect(userErrors).toEqual([
    {
      path: ['settings', 'session', 'idle'],
      code: 'INVALID',
      message: 'invalid session.idle 5: expected PT1M to PT4H',
    },
    {
      path: ['settings', 'retention', 'eventsDays'],
      code: 'INVALID',
      message: 'invalid retention.eventsDays 9999: expected 1 to 760 days, which are 25 months',
    },
    {
      path: ['settings', 'scrub', 'patterns'],
      code: 'INVALID',
      message: 'invalid scrub.patterns: "*": expected 3 to 60 characters besides *',
    },
  ])
  const stored = await database.control.site.findUniqueOrThrow({ where: { slug: 'set' } })
  expect(stored).toMatchObject({ name: 'Shop', settings: { retention: { eventsDays: 30 } } })
})

test('a quota is set, stays while others are changed, and is taken away', async () => {
  await aSite('quota')
  const quotaAfter = async (overrides: object) => {
    const { userErrors } = await updateSite(database.control, MANAGER, aChange({ id: 'quota', ...overrides }))
    const { id } = await database.control.site.findUniqueOrThrow({ where: { slug: 'quota' } })
    return [await quotaOf(database.control, id), userErrors.map(({ path }) => path)]
  }
  expect(await quotaAfter({ eventsADay: 5000 })).toEqual([5000, []])
  expect(await quotaAfter({ name: 'Tea' })).toEqual([5000, []])
  expect(await quotaAfter({ eventsADay: 0 })).toEqual([5000, [['eventsADay']]])
  expect(await quotaAfter({ eventsADay: null })).toEqual([null, []])
})

test('of two who disable the last two keys at once only one does', async () => {
  await aSite('race')
  const { writeKey } = await createWriteKey(database.control, MANAGER, 'race')
  const answers = await Promise.all(
    ['pk_race_1', writeKey?.key ?? ''].map((key) =>
      disableWriteKey(database.control, MANAGER, disabling({ site: 'race', key })),
    ),
  )
  expect(answers.filter(({ disabledKey }) => disabledKey !== null)).toHaveLength(1)
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['INVALID'])
})

test('a write key is exchanged while both work', async () => {
  const site = { ...(await aSite('keys')), lock: undefined }
  const { writeKey } = await createWriteKey(database.control, MANAGER, 'keys')
  expect(await writeKeysOf(database.control, site)).toEqual(['pk_keys_1', writeKey?.key])
  expect((await disableWriteKey(database.control, MANAGER, disabling())).disabledKey).toBe('pk_keys_1')
  const keyed = createWriteKeys(database.control, () => NOW)
  expect(await keyed.siteOf('pk_keys_1')).toBeNull()
  expect(await keyed.siteOf(writeKey?.key ?? '')).toMatchObject({ id: site.id })
  expect(await allWriteKeysOf(database.control, site)).toMatchObject([
    { key: 'pk_keys_1', disabledAt: new Date(NOW) },
    { key: writeKey?.key, disabledAt: null },
  ])
  expect((await disableWriteKey(database.control, MANAGER, disabling())).userErrors).toMatchObject([
    { path: ['key'], code: 'UNKNOWN' },
  ])
})

test('the last key goes only with force', async () => {
  await aSite('last')
  const last = { site: 'last', key: 'pk_last_1' }
  const refused = await disableWriteKey(database.control, MANAGER, disabling(last))
  expect(refused).toMatchObject({ disabledKey: null, userErrors: [{ path: ['key'], code: 'INVALID' }] })
  const forced = await disableWriteKey(database.control, MANAGER, disabling({ ...last, force: true }))
  expect(forced).toEqual({ disabledKey: 'pk_last_1', userErrors: [] })
})

test('a site has ten keys at most', async () => {
  await aSite('many')
  const made: (string | undefined)[] = []
  for (let i = 0; i < 10; i++) {
    const { userErrors } = await createWriteKey(database.control, MANAGER, 'many')
    made.push(userErrors[0]?.code)
  }
  expect(made).toEqual([...Array.from({ length: 9 }), 'TAKEN'])
})

test('the key of another site is not there', async () => {
  await aSite('other')
  const foreign = disabling({ site: 'other', key: 'pk_shop_1' })
  expect((await disableWriteKey(database.control, MANAGER, foreign)).userErrors).toMatchObject([
    { path: ['key'], code: 'UNKNOWN' },
  ])
})

test('who may not manage or not see the site changes nothing', async () => {
  const { control } = database
  await expect(updateSite(control, READER, aChange())).rejects.toThrow('scope MANAGE')
  await expect(createWriteKey(control, READER, 'shop')).rejects.toThrow('scope MANAGE')
  await expect(disableWriteKey(control, READER, disabling())).rejects.toThrow('scope MANAGE')
  const unknown = [{ code: 'UNKNOWN' }]
  expect((await updateSite(control, STRANGER, aChange({ name: 'x' }))).userErrors).toMatchObject(unknown)
  expect((await createWriteKey(control, STRANGER, 'shop')).userErrors).toMatchObject(unknown)
  expect((await disableWriteKey(control, STRANGER, disabling())).userErrors).toMatchObject(unknown)
})
