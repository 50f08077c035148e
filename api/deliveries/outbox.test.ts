import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { aNotice } from '../../test/notices.ts'
import { sql } from '../db/sql.ts'
import { queueDeliveries } from './outbox.ts'

let database: TestDatabase
let siteId: number
let channelIds: number[]
let foreign: number

beforeAll(async () => {
  database = await createTestDatabase('plain')
  const aSite = async (slug: string) =>
    database.control.site.create({
      data: {
        slug,
        name: slug,
        channels: { create: ['a', 'b'].map((name) => ({ name, kind: 'WEBHOOK', settings: {} })) },
      },
      include: { channels: true },
    })
  const site = await aSite('test')
  siteId = site.id
  channelIds = site.channels.map(({ id }) => id)
  foreign = (await aSite('other')).channels[0]?.id ?? 0
})
afterAll(() => database.drop())

const queued = (key: string) =>
  database.db.query<{ channel_id: number; notice: object; status: string }>(
    sql`SELECT channel_id, notice, status FROM rum.deliveries WHERE key = ${key} ORDER BY channel_id`,
  )

test('a notice is queued once for each channel, however often it is said', async () => {
  const outgoing = { siteId, channelIds, key: 'once', notice: aNotice({ title: `it's "quoted" \u{1F600}` }) }
  const [first, second] = await Promise.all([
    database.db.transaction((transaction) => queueDeliveries(transaction, outgoing)),
    database.db.transaction((transaction) => queueDeliveries(transaction, outgoing)),
  ])
  expect((first ?? 0) + (second ?? 0)).toBe(2)
  expect(await queueDeliveries(database.db, outgoing)).toBe(0)
  expect(await queued('once')).toEqual(
    channelIds.map((id) => ({ channel_id: id, notice: outgoing.notice, status: 'WAITING' })),
  )
})

test('what is rolled back was never queued', async () => {
  const failing = database.db.transaction(async (transaction) => {
    await queueDeliveries(transaction, { siteId, channelIds, key: 'undone', notice: aNotice() })
    throw new Error('undone')
  })
  await expect(failing).rejects.toThrow('undone')
  expect(await queued('undone')).toEqual([])
})

test('channels of another site, unknown ones and none at all get nothing', async () => {
  const notice = aNotice()
  expect(await queueDeliveries(database.db, { siteId, channelIds: [foreign, 9999], key: 'x', notice })).toBe(
    0,
  )
  expect(await queueDeliveries(database.db, { siteId, channelIds: [], key: 'x', notice })).toBe(0)
  expect(await queued('x')).toEqual([])
})
