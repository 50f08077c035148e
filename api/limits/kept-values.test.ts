/** Nothing that clients name grows without bound: pages, keys and names beyond their cap are `other`. */
import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { toRows } from '../collect/to-rows.ts'
import type { ValidBatch } from '../collect/validate.ts'
import { compact } from '../../jobs/compaction/compact.ts'
import type { ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { KEY, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { compileRules } from '../collect/site-rules.ts'
import { parseSettings } from '../sites/settings.ts'
import { CAPS } from './caps.ts'
import { capBatch } from './cap-batch.ts'
import { type KeptValues, createKeptValues } from './kept-values.ts'
import { capsOf } from './kept-values.queries.ts'

const RULES = compileRules(parseSettings(null))

let database: TestDatabase
let pipeline: Pipeline
const open: KeptValues[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await Promise.all(open.splice(0).map((kept) => kept.close()))
  await database.db.query(sql`TRUNCATE rum.kept_value`)
})

function aCollector(now = () => Date.now()): KeptValues {
  const kept = createKeptValues({
    db: database.db,
    now,
    onError: (error) => {
      throw error
    },
  })
  open.push(kept)
  return kept
}

/** A batch as it stands after validation, of one view event a page. */
function batchOf(pages: readonly string[], context: ValidBatch['envelope']['context'] = {}): ValidBatch {
  const now = Date.now()
  const views = new Map<string, ViewContext>(
    pages.map((page) => [randomUUID(), aView({ url: `https://shop.example${page}`, startedAt: now })]),
  )
  return {
    envelope: {
      v: 1,
      key: KEY,
      id: randomUUID(),
      sentAt: now,
      session: { id: randomUUID(), startedAt: now },
      context,
    },
    views,
    events: [...views.keys()].map((view, index) => ({
      index,
      event: { t: 'view', at: now, view, seq: 0 } satisfies WireEvent,
    })),
    rejected: [],
    unknownFields: 0,
  }
}

const someone = {
  place: { country: null, region: null, city: null },
  agent: { device: 'DESKTOP', browser: null, browserVersion: null, os: null, bot: false, headless: false },
  visitorId: randomUUID() as string,
  userAgent: '',
  rules: RULES,
} as const

/** Names without a digit, or else they would be one page. */
const nameOf = (i: number) =>
  `/p-${i.toString(36).replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)))}`

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('1,000,000 different paths are 5,000 pages and other, in memory, in rows and in rollups', async () => {
  const kept = aCollector()
  const keep = await kept.ofSite(pipeline.siteId)
  const pages = new Set<string | undefined>()
  let others = 0
  let after = 0
  for (let i = 0; i < 1_000_000; i += 100) {
    const { batch, other } = capBatch(batchOf(Array.from({ length: 100 }, (_, j) => nameOf(i + j))), {
      keep,
      rules: RULES,
    })
    for (const { page } of batch.views.values()) pages.add(page)
    others += other['page'] ?? 0
    if (i === 100_000) after = heapBytes()
    // As rows for a part of them: what makes rows takes no page but those.
    if (i % 20_000 !== 0) continue
    const { rows } = toRows(batch, { siteId: pipeline.siteId, receivedAt: Date.now(), ...someone })
    await pipeline.store([rows])
  }
  expect(pages.size).toBe(CAPS.page.most + 1)
  expect(others).toBe(1_000_000 - CAPS.page.most)
  expect(heapBytes() - after).toBeLessThan(8 * 1024 * 1024)
  await compact(database.db)
  const [{ keys } = { keys: 0 }] = await database.db.query<{ keys: number }>(
    sql`/* test.keys */ SELECT count(DISTINCT k1) AS keys FROM rum.rollup_hour WHERE k1 LIKE '/p-%' OR k1 = 'other'`,
  )
  expect(keys).toBeGreaterThan(1)
  expect(keys).toBeLessThanOrEqual(CAPS.page.most + 1)
  await kept.write()
  expect(await capsOf(database.db, pipeline.siteId)).toEqual([
    { what: 'page', of: null, values: 5000, most: 5000 },
  ])
})

describe('what is kept', () => {
  test('stays kept, also by a process that begins later', async () => {
    const first = aCollector()
    const keep = await first.ofSite(pipeline.siteId)
    for (let i = 0; i < CAPS.flag.most; i++) expect(keep('flag', `f${i}`)).toBe(true)
    expect(keep('flag', 'one-more')).toBe(false)
    expect(keep('flag', 'f0')).toBe(true)
    await first.write()
    const again = await aCollector().ofSite(pipeline.siteId)
    expect([again('flag', 'f7'), again('flag', 'one-more')]).toEqual([true, false])
  })

  test('gives its place back when it was not seen for 30 days', async () => {
    let now = Date.now()
    const kept = aCollector(() => now)
    const fill = await kept.ofSite(pipeline.siteId)
    for (let i = 0; i < CAPS.flag.most; i++) fill('flag', `f${i}`)
    await kept.write()
    now += 29 * DAY_MS
    expect((await aCollector(() => now).ofSite(pipeline.siteId))('flag', 'new')).toBe(false)
    expect(fill('flag', 'f0')).toBe(true)
    await kept.write()
    now += DAY_MS
    const keep = await aCollector(() => now).ofSite(pipeline.siteId)
    expect([keep('flag', 'new'), keep('flag', 'f0')]).toEqual([true, true])
    await expect(capsOf(database.db, pipeline.siteId)).resolves.toMatchObject([{ what: 'flag' }])
  })

  test('is counted by flag for variants, and long or personal texts are kept as hashes', async () => {
    const kept = aCollector()
    const keep = await kept.ofSite(pipeline.siteId)
    for (let i = 0; i < 25; i++) expect(keep('variant', `v${i}`, 'a')).toBe(i < 20)
    expect(keep('variant', 'v24', 'b')).toBe(true)
    expect(keep('page', '/x'.repeat(1000))).toBe(true)
    expect(keep('attribute_value', 'Jane', 'name')).toBe(true)
    await kept.write()
    const rows = await database.db.query<{ value: string }>(
      sql`/* test.values */ SELECT value FROM rum.kept_value`,
    )
    expect(rows.length).toBe(23)
    expect(JSON.stringify(rows)).not.toMatch(/Jane|\/x\/x/)
  })
})

test('flags, variants, attributes, releases and names of events beyond their cap are other', () => {
  const [key, view] = ['k', randomUUID()]
  const events: WireEvent[] = [
    { t: 'custom', at: 1, seq: 0, view, name: 'bought', attributes: { [key]: 'v', n: 1 } },
    { t: 'txn', at: 1, seq: 1, view, name: 'checkout', outcome: 'success', duration: 1 },
    { t: 'flag', at: 1, seq: 2, view, key: 'f', variant: 'on' },
  ]
  const sent = batchOf([], { release: 'r1', flags: { f: 'on' }, user: { plan: 'pro', age: 7 } })
  const whole = { ...sent, events: events.map((event, index) => ({ index, event })) }
  const { batch, other } = capBatch(whole, { keep: () => false, rules: RULES })
  expect(batch.envelope.context).toEqual({
    release: 'other',
    flags: { other: 'other' },
    user: { other: 'other' },
  })
  expect(batch.events.map(({ event }) => event)).toMatchObject([
    { name: 'other', attributes: { other: 'other' } },
    { name: 'other' },
    { key: 'other', variant: 'other' },
  ])
  expect(other).toEqual({ event: 2, attribute: 4, flag: 2, release: 1 })
  expect(capBatch(whole, { keep: () => true, rules: RULES })).toEqual({
    batch: { ...whole, views: new Map() },
    other: {},
  })
})
