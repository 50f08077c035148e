/** Visitors without an id: who is told from whom, until when, and that no address is left anywhere. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '../api/segment/rollups.ts'
import { createDailyVisitors, isDailyId, ownId } from '../api/collect/daily-visitors.ts'
import { sql } from '../api/db/sql.ts'
import { destroySalts } from '../jobs/expiry/destroy-salts.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import { aBatch, aView, aVital } from './batches.ts'
import { type TestDatabase, createTestDatabase } from './database.ts'
import { type Pipeline, createPipeline } from './pipeline.ts'

const MIDNIGHT = Date.UTC(2026, 10, 22)
const HOUR_MS = 3_600_000
const visit = { siteId: 1, ip: '203.0.113.77', userAgent: 'Browser/1', startedAt: MIDNIGHT, now: MIDNIGHT }

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase('plain')
  pipeline = await createPipeline(database, () => MIDNIGHT)
  await set({})
})
afterAll(() => database.drop())

const set = (settings: object) => database.control.site.updateMany({ data: { settings } })

test('an id holds for site, address, browser and day, and is the same in every collector', async () => {
  const [one, other] = [createDailyVisitors(database.control), createDailyVisitors(database.control)]
  const ids = await Promise.all([one.idOf(visit), other.idOf(visit)])
  expect(ids[0]).toBe(ids[1])
  expect(isDailyId(ids[0] ?? '')).toBe(true)
  const others = [
    { ...visit, siteId: 2 },
    { ...visit, ip: '203.0.113.78' },
    { ...visit, userAgent: 'Browser/2' },
    { ...visit, startedAt: MIDNIGHT + DAY_MS, now: MIDNIGHT + DAY_MS },
  ]
  const all = await Promise.all([visit, ...others].map((one) => other.idOf(one)))
  expect(new Set(all).size).toBe(5)
})

test('a session keeps its id over midnight, and one that began before yesterday has none', async () => {
  const visitors = createDailyVisitors(database.control)
  const began = { ...visit, startedAt: MIDNIGHT - HOUR_MS }
  const before = await visitors.idOf({ ...began, now: MIDNIGHT - 1 })
  expect(await visitors.idOf({ ...began, now: MIDNIGHT + 3 * HOUR_MS })).toBe(before)
  expect(await visitors.idOf({ ...began, now: MIDNIGHT + DAY_MS - 1 })).toBe(before)
  expect(await visitors.idOf({ ...began, now: MIDNIGHT + DAY_MS })).toBeNull()
  // A clock that is ahead has no salt made for the future.
  expect(await visitors.idOf({ ...visit, startedAt: MIDNIGHT + 9 * DAY_MS })).toBe(await visitors.idOf(visit))
})

test('after 48 h the salt is destroyed, and with it the way back', async () => {
  const visitors = createDailyVisitors(database.control)
  const before = await visitors.idOf(visit)
  const days = async () => (await database.control.visitorSalt.findMany()).map(({ day }) => day.getTime())
  await destroySalts(database.control, MIDNIGHT + 2 * DAY_MS - 1)
  expect(await days()).toContain(MIDNIGHT)
  await destroySalts(database.control, MIDNIGHT + 2 * DAY_MS)
  expect(await days()).not.toContain(MIDNIGHT)
  // Even whoever put the clock back would make another salt.
  expect(await createDailyVisitors(database.control).idOf(visit)).not.toBe(before)
})

function sent(session: Partial<Batch['session']> = {}): Batch {
  const view = randomUUID()
  return aBatch({
    sentAt: MIDNIGHT,
    session: { id: randomUUID(), startedAt: MIDNIGHT - 1000, ...session },
    views: { [view]: aView({ startedAt: MIDNIGHT - 1000 }) },
    events: [{ t: 'view', at: MIDNIGHT - 1000, view, seq: 0 }, aVital({ view, at: MIDNIGHT })],
  })
}
async function visitorOf(
  batch: Batch,
  options: Parameters<Pipeline['prepare']>[1],
): Promise<string | undefined> {
  const [prepared] = await pipeline.prepare(batch, options)
  return prepared?.session.visitorId
}

test('two sessions of one browser are one visitor that day; nothing in the queue or the database tells the address', async () => {
  const ip = '198.51.100.23'
  const batches = [sent(), sent()]
  const prepared = await Promise.all(batches.map((batch) => pipeline.prepare(batch, { ip })))
  expect(JSON.stringify(prepared)).not.toContain(ip)
  for (const one of prepared) await pipeline.store(one)
  const answer = await pipeline.ask(
    `{ site(id: "test") { segment(range: { from: "2026-11-21T00:00:00Z", to: "2026-11-23T00:00:00Z" }) {
      visitors sessionCount sessions { nodes { visitor visitorKind } } } } }`,
  )
  const { visitors, sessionCount, sessions } = answer.data.site.segment
  expect({ visitors, sessionCount }).toEqual({ visitors: 1, sessionCount: 2 })
  expect(sessions.nodes[0]).toEqual({ visitor: sessions.nodes[1].visitor, visitorKind: 'DAILY' })
  const tables = await database.db.query<{ dump: string }>(
    sql`SELECT concat((SELECT json_agg(s) FROM rum.sessions s), (SELECT json_agg(e) FROM rum.events e)) AS dump`,
  )
  expect(tables[0]?.dump).not.toContain(ip)
})

test('the browser’s own id goes before, is never taken for one of a day, and Global Privacy Control refuses both', async () => {
  const own = '7b0e8f9a-1111-4222-9333-444455556666'
  expect(await visitorOf(sent({ visitor: own }), {})).toBe(own)
  const forged = '7b0e8f9a-1111-8222-9333-444455556666'
  expect(await visitorOf(sent({ visitor: forged }), {})).toBe(ownId(forged))
  expect(isDailyId(ownId(forged))).toBe(false)
  for (const batch of [sent(), sent({ visitor: own })])
    expect(await visitorOf(batch, { gpc: true })).toBe(batch.session.id)
})

test('a site may ignore the signal, and may do without ids of the day', async () => {
  await set({ privacy: { gpc: 'ignore' } })
  pipeline = await createPipeline(database, () => MIDNIGHT)
  expect(isDailyId((await visitorOf(sent(), { gpc: true })) ?? '')).toBe(true)
  await set({ visitors: { daily: false } })
  pipeline = await createPipeline(database, () => MIDNIGHT)
  const batch = sent()
  expect(await visitorOf(batch, {})).toBe(batch.session.id)
})
