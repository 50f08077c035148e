/** What a manager sets reaches pages and the collector: the settings by version and ETag, write keys within 10 s. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../api/access/authenticate.ts'
import { collectRoutes } from '../api/collect/collect.routes.ts'
import { createWriteKeys } from '../api/collect/write-keys.ts'
import { problem } from '../api/collect/problems.ts'
import { createCounters } from '../api/counters.ts'
import { updateSite } from '../api/sites/update-site.ts'
import { createWriteKey, disableWriteKey } from '../api/sites/write-keys.ts'
import { createSettings } from '../sdk/settings.ts'
import { type TestDatabase, createTestDatabase } from './database.ts'

const MANAGER: Caller = { tokenId: 1, name: 'm', scopes: ['READ', 'MANAGE'], siteIds: null, expiresAt: null }
const FRESH_MS = 10_000

let database: TestDatabase
let app: FastifyInstance
let url: string
let clock = Date.UTC(2026, 10, 22)

beforeAll(async () => {
  database = await createTestDatabase('plain')
  await database.control.site.create({
    data: { slug: 'shop', name: 'Shop', writeKeys: { create: { key: 'pk_shop_1' } } },
  })
  app = Fastify()
  const keys = createWriteKeys(database.control, () => clock)
  const accept = () => Promise.resolve(problem('nothing_valid', 'not asked'))
  await app.register(async (scope) =>
    collectRoutes(scope, {
      accept,
      keys,
      counters: createCounters(),
      trustedProxies: 0,
      now: () => clock,
      onError: () => {},
    }),
  )
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const config = (key: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/config?key=${key}`, { headers })

/** The sampling rate that a page finds at its start. */
function rateAtStart(): Promise<number> {
  return new Promise((resolve) => {
    const settings = createSettings({
      storage: { get: () => null, set: () => {}, remove: () => {}, persist: () => {} },
      own: undefined,
      get: async () => (await config('pk_shop_1')).json(),
      onChange: () => resolve(settings.current().sampling.rate),
    })
  })
}

test('a changed sampling rate reaches the page at its next start, and 304 says that nothing changed before', async () => {
  const etag = (await config('pk_shop_1')).headers.get('etag') ?? ''
  expect((await config('pk_shop_1', { 'if-none-match': etag })).status).toBe(304)
  expect(await rateAtStart()).toBe(1)
  const change = { id: 'shop', name: null, origins: null, timeZone: null }
  await updateSite(database.control, MANAGER, { ...change, settings: { sampling: { rate: 0.25 } } })
  clock += FRESH_MS
  const changed = await config('pk_shop_1', { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
  expect(await rateAtStart()).toBe(0.25)
})

test('two keys work while one is exchanged; the disabled one, a deleted and an unknown one answer alike', async () => {
  const { control } = database
  const { writeKey } = await createWriteKey(control, MANAGER, 'shop')
  const added = writeKey?.key ?? ''
  const site = await control.site.findUniqueOrThrow({ where: { slug: 'shop' } })
  await control.writeKey.create({ data: { key: 'pk_deleted', siteId: site.id } })
  for (const key of ['pk_shop_1', added, 'pk_deleted']) expect((await config(key)).status).toBe(200)

  await disableWriteKey(control, MANAGER, { site: 'shop', key: 'pk_shop_1', force: false, now: clock })
  await control.writeKey.delete({ where: { key: 'pk_deleted' } })
  clock += FRESH_MS
  expect((await config(added)).status).toBe(200)
  const answers = await Promise.all(
    ['pk_shop_1', 'pk_deleted', 'pk_never_made'].map(async (key) => {
      const answer = await config(key)
      const { date: _, ...headers } = Object.fromEntries(answer.headers)
      return { status: answer.status, headers, body: await answer.text() }
    }),
  )
  expect(answers[0]?.status).toBe(401)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('while the key cannot be looked up, it is said when to come again', async () => {
  const away = Fastify()
  await away.register(async (scope) =>
    collectRoutes(scope, {
      accept: () => Promise.resolve(problem('nothing_valid', 'not asked')),
      keys: { siteOf: () => Promise.reject(new Error('the database is away')) },
      counters: createCounters(),
      trustedProxies: 0,
      now: () => clock,
      onError: () => {},
    }),
  )
  const answer = await away.inject('/v1/config?key=pk_shop_1')
  expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([
    503,
    '5',
    'queue_unavailable',
  ])
  await away.close()
})
