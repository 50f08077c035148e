/**
 * The collector under requests that nobody should send: no crash, no 5xx, none that holds it up, and what it answered
 * with 202 is stored. FUZZ_BODIES=10000000 for a long run, FUZZ_SEED for another one.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIngest } from '../../jobs/ingest/ingest.ts'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type CollectorInHand, createCollectorInHand } from '../../test/fuzz/collector-in-hand.ts'
import { type Sent, createMutator } from '../../test/fuzz/mutated-bodies.ts'
import { slowBodies } from '../../test/fuzz/slow-bodies.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { sql } from '../db/sql.ts'
import { LAYOUT_VERSION } from '../rows/layout.ts'

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122)
const BODIES = Number(process.env['FUZZ_BODIES'] ?? 100_000)
/** Of the process, not of the clock: other work on the machine is not the collector's. */
const MOST_CPU_MS = 100
const MOST_GROWTH = 32 * 2 ** 20
const STORED_AT_ONCE = 5000
const KEYS = ['pk_fuzz', 'pk_fuzz', 'pk_fuzz', 'pk_origins', 'pk_consent'] as const

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let database: TestDatabase
let collector: CollectorInHand

beforeAll(async () => {
  database = await createTestDatabase()
  const { site } = database.control
  const settings = { visitors: { daily: false } }
  await site.create({
    data: { slug: 'fuzz', name: 'Fuzz', settings, writeKeys: { create: { key: 'pk_fuzz' } } },
  })
  await site.create({
    data: {
      slug: 'origins',
      name: 'Origins',
      settings,
      origins: ['https://shop.example'],
      writeKeys: { create: { key: 'pk_origins' } },
    },
  })
  await site.create({
    data: {
      slug: 'consent',
      name: 'Consent',
      settings: { ...settings, privacy: { consent: 'none' } },
      writeKeys: { create: { key: 'pk_consent' } },
    },
  })
  collector = await createCollectorInHand(database, () => AT)
})
afterAll(async () => {
  await collector.app.close()
  await database.drop()
})

const AT = Date.now()

async function post({ payload, headers }: Sent) {
  const before = process.cpuUsage()
  const { statusCode, body } = await collector.app.inject({
    method: 'POST',
    url: '/v1/events',
    payload,
    headers,
  })
  const { user, system } = process.cpuUsage(before)
  return { status: statusCode, body, cpuMs: (user + system) / 1000 }
}

/** The least of three: what is slow by itself is slow each time, what was interrupted is not. */
async function cpuAlone(sent: Sent): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) times.push((await post(sent)).cpuMs)
  return Math.min(...times)
}

test.each(slowBodies('pk_fuzz'))('%s do not hold it up', async (_, payload) => {
  const sent = { payload, headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip' } }
  const { status, cpuMs } = await post(sent)
  expect(status).toBeLessThan(500)
  if (cpuMs > SLOWEST_2_MIB_MS) expect(await cpuAlone(sent)).toBeLessThan(SLOWEST_2_MIB_MS)
  collector.take()
})
/** As much as four valid batches of 2 MiB. */
const SLOWEST_2_MIB_MS = 400

test(`${BODIES} requests from seed ${SEED} are each taken or refused, never stumbled over`, async () => {
  const draw = createMutator(createRandom(SEED), { keys: KEYS, at: AT })
  const ingest = createIngest(database.db)
  const prototypes = prototypeNames()
  const statuses = new Map<number, number>()
  const slow: number[] = []
  let accepted = 0
  let usedBefore = 0
  for (let i = 0; i < BODIES; i++) {
    const sent = draw()
    const { status, body, cpuMs } = await post(sent)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 500) throw new Error(`request ${i}: ${status} ${body} for ${sent.payload.toString()}`)
    if (status === 202) accepted += (JSON.parse(body) as { accepted: number }).accepted
    if (cpuMs > MOST_CPU_MS) {
      const held = collector.take()
      const alone = await cpuAlone(sent)
      collector.take()
      await ingest({ layout: LAYOUT_VERSION, batches: held })
      if (alone > MOST_CPU_MS) slow.push(i)
    }
    if (i % STORED_AT_ONCE === 0 || i === BODIES - 1)
      await ingest({ layout: LAYOUT_VERSION, batches: collector.take() })
    if (i === Math.floor(BODIES / 2)) usedBefore = usedBytes()
  }
  expect(slow).toEqual([])
  expect(usedBytes() - usedBefore).toBeLessThan(MOST_GROWTH)
  expect(prototypeNames()).toEqual(prototypes)
  expect(collector.errors).toEqual([])
  expect(new Set(statuses.keys())).toEqual(new Set([202, 400, 401, 403, 413, 415, 422]))
  for (const status of [202, 400]) expect(statuses.get(status) ?? 0).toBeGreaterThan(BODIES / 10)
  const [kept] = await database.db.query<{ stored: number; dead: number }>(sql`/* test.kept */
SELECT
  (sum(n) FILTER (WHERE what IN ('stored', 'duplicate')))::integer AS stored,
  (SELECT count(*) FROM rum.dead_letters) AS dead
FROM rum.accounting`)
  expect(kept).toEqual({ stored: accepted, dead: 0 })
}, 3_600_000)

test('a key in an address is a text like any other', async () => {
  for (const query of [
    'key=%00',
    'key=a&key=b',
    'key[]=1',
    'key=%F0%28',
    'key=%ud800',
    '__proto__=1',
    `key=${'x'.repeat(9000)}`,
  ]) {
    const { statusCode } = await collector.app.inject({ method: 'GET', url: `/v1/config?${query}` })
    expect([query, statusCode]).toEqual([query, 401])
  }
})

function prototypeNames(): string[][] {
  return [Object, Array, String, Number, Map, Function].map(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  )
}

function usedBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
