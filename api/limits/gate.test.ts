/** What does not get past the gate, and with which code; what of it the site's accounts tell. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AS_SENT } from '../collect/privacy.ts'
import { compileRules } from '../collect/site-rules.ts'
import { incomingOf } from '../../test/incoming.ts'
import { createAcceptor } from '../collect/accept.ts'
import { createEnricher } from '../collect/enrich.ts'
import type { IngestBatch } from '../queue/ingest-job.ts'
import type { QueueDepth } from '../queue/queues.ts'
import { parseSettings } from '../sites/settings.ts'
import { refusalEntries } from '../usage/tally.ts'
import type { Entry } from '../usage/accounting.ts'
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aVital } from '../../test/batches.ts'
import { createBackpressure } from './backpressure.ts'
import { createGate } from './gate.ts'
import { createQuotas } from './quota.ts'
import { createBuckets } from './rates.ts'
import { createSessionEvents } from './session-events.ts'

const NOON = Date.parse('2026-11-20T12:00:00.000Z')
const MIB = 1024 * 1024
const enricher = await createEnricher(null)

type Given = {
  eventsADay?: number | null
  settled?: number
  sessionEvents?: number
  depth?: () => Promise<QueueDepth>
  rates?: Partial<Parameters<typeof createBuckets>[0]>
}

/** A collector with limits that nothing reaches but what the test sets. */
function aCollector({ eventsADay = null, settled = 0, sessionEvents = 1e9, depth, rates }: Given = {}) {
  const time = { now: NOON }
  const now = () => time.now
  const queued: IngestBatch[] = []
  const entries: Entry[] = []
  const warnings: unknown[] = []
  const free = { atOnce: 1e9, perSecond: 1e9 }
  const backpressure = createBackpressure({
    depth: depth ?? (() => Promise.resolve({ jobs: 0, bytes: 0, oldest: null })),
    bounds: { bytes: 100 * MIB, ageMs: 1000_000 },
    now,
  })
  const storage = { fullness: 0 }
  const gate = createGate({
    buckets: createBuckets({ key: free, address: free, session: free, ...rates }, now),
    sessions: createSessionEvents(sessionEvents),
    quotas: createQuotas({
      db: { query: () => Promise.resolve([{ n: settled }] as never) },
      now,
      onWarning: (...warning) => warnings.push(warning),
      onError: () => {},
    }),
    backpressure,
    storage: { fullness: () => storage.fullness },
    kept: {
      ofSite: () => Promise.resolve(() => true),
      write: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    onRefused: (...refused) => entries.push(...refusalEntries(...refused)),
    random: () => 0.5,
  })
  const settings = parseSettings(null)
  const site = { id: 1, origins: [], settings, rules: compileRules(settings), eventsADay }
  const accept = createAcceptor({
    gate,
    enricher,
    privacy: AS_SENT,
    keys: { siteOf: () => Promise.resolve(site) },
    queue: { enqueue: (batch) => Promise.resolve(void queued.push(batch)) },
    onError: () => {},
  })
  const send = (batch: Batch, ip = '192.0.2.7') => accept(incomingOf(batch, { receivedAt: time.now, ip }))
  return { send, time, queued, entries, warnings, backpressure, storage }
}

/** A batch at noon. */
function noonBatch(overrides: Partial<Batch> = {}): Batch {
  const view = randomUUID()
  const views = { [view]: { url: 'https://shop.example/', navigation: 'navigate' as const, startedAt: NOON } }
  return aBatch({ sentAt: NOON, views, events: [aVital({ view, at: NOON })], ...overrides })
}

const sessionOf = (id: string) => ({ id, startedAt: NOON })

describe('rates', () => {
  test.each([
    ['key', 'rate_limited_key', noonBatch, () => noonBatch({ key: 'pk_other' })],
    [
      'session',
      'rate_limited_session',
      () => noonBatch({ session: sessionOf('00000000-0000-4000-8000-000000000001') }),
      noonBatch,
    ],
  ] as const)(
    'of a %s: so many at once, then 429 until there is one again',
    async (name, code, own, others) => {
      const { send, time } = aCollector({ rates: { [name]: { atOnce: 3, perSecond: 0.5 } } })
      for (let i = 0; i < 3; i++) expect(await send(own())).toMatchObject({ status: 202 })
      expect(await send(own())).toMatchObject({ status: 429, code, retryAfter: 2 })
      expect(await send(others())).toMatchObject({ status: 202 })
      time.now += 2000
      expect(await send(own())).toMatchObject({ status: 202 })
    },
  )

  test('of a network: the same bucket for its addresses, before anything is read', async () => {
    const { send } = aCollector({ rates: { address: { atOnce: 2, perSecond: 1 } } })
    expect(await send(noonBatch(), '192.0.2.1')).toMatchObject({ status: 202 })
    expect(await send(noonBatch(), '192.0.2.200')).toMatchObject({ status: 202 })
    const { code } = (await send({} as Batch, '192.0.2.3')) as { code?: string }
    expect(code).toBe('rate_limited_address')
    expect(await send(noonBatch(), '192.0.3.1')).toMatchObject({ status: 202 })
  })
})

test('a session that has sent its events is cut, and no other', async () => {
  const { send } = aCollector({ sessionEvents: 3 })
  const long = () => noonBatch({ session: sessionOf('00000000-0000-4000-8000-000000000002') })
  for (let i = 0; i < 3; i++) expect(await send(long())).toMatchObject({ status: 202 })
  expect(await send(long())).toMatchObject({ status: 403, code: 'session_over' })
  expect(await send(noonBatch())).toMatchObject({ status: 202 })
})

describe('a quota', () => {
  test('warns once from 80 % on, and refuses beyond until the day is over', async () => {
    const { send, time, warnings, entries } = aCollector({ eventsADay: 10 })
    for (let i = 0; i < 10; i++) expect(await send(noonBatch())).toMatchObject({ status: 202 })
    const halfADay = 12 * 3600
    expect(await send(noonBatch())).toMatchObject({
      status: 429,
      code: 'quota_exceeded',
      retryAfter: halfADay,
    })
    expect(warnings).toEqual([[1, { used: 8, events: 10 }]])
    expect(entries).toEqual([{ siteId: 1, at: NOON, what: 'refused', code: 'quota_exceeded', n: 1 }])
    time.now += halfADay * 1000
    expect(await send(noonBatch())).toMatchObject({ status: 202 })
  })

  test('counts what the accounts tell of the day', async () => {
    const { send } = aCollector({ eventsADay: 10, settled: 10 })
    // The first look is not waited for.
    expect(await send(noonBatch())).toMatchObject({ status: 202 })
    expect(await send(noonBatch())).toMatchObject({ status: 429, code: 'quota_exceeded' })
  })
})

describe('a queue that fills', () => {
  const at = (view: string) => ({ view, at: NOON, seq: 0 })
  const events = (view: string): WireEvent[] => [
    aVital({ view, at: NOON }),
    { t: 'resource', ...at(view), url: 'https://a.example/x.js', initiator: 'script', duration: 1 },
    { t: 'longtask', ...at(view), duration: 90 },
    { t: 'action', ...at(view), kind: 'scroll', target: 'body', value: 1 },
    { t: 'action', ...at(view), kind: 'click', target: 'body' },
    { t: 'request', ...at(view), method: 'GET', url: '/a', duration: 1 },
    { t: 'request', ...at(view), method: 'GET', url: '/a', duration: 1, failed: 'network' },
  ]
  const everything = () => {
    const batch = noonBatch()
    const [view = ''] = Object.keys(batch.views ?? {})
    return { ...batch, events: events(view) }
  }

  test.each([
    ['under 70 %', 69.9, null, []],
    ['from 70 %', 70, null, [1, 2, 3]],
    ['from 85 %', 85, null, [1, 2, 3, 5]],
    ['from 70 % of its age', 0, 700, [1, 2, 3]],
  ] as const)('%s of its bound gives up what is least missed', async (_, mib, ageSeconds, shed) => {
    const oldest = ageSeconds === null ? null : NOON - ageSeconds * 1000
    const depth = () => Promise.resolve({ jobs: 1, bytes: mib * MIB, oldest })
    const { send, backpressure } = aCollector({ depth })
    await backpressure.look()
    const answer = await send(everything())
    expect(answer).toMatchObject({ status: 202, accepted: 7 - shed.length })
    expect('rejected' in answer && answer.rejected?.map(({ index, code }) => [index, code])).toEqual(
      shed.map((index) => [index, 'shed']),
    )
  })

  test.each([
    ['bytes', { jobs: 1, bytes: 100 * MIB, oldest: null }],
    ['age', { jobs: 1, bytes: 1, oldest: NOON - 1000_000 }],
  ])('is full at the bound of its %s: 503, and when to come again', async (_, depth) => {
    const { send, backpressure, entries } = aCollector({ depth: () => Promise.resolve(depth) })
    await backpressure.look()
    expect(await send(noonBatch())).toMatchObject({ status: 503, code: 'queue_full', retryAfter: 33 })
    expect(entries).toMatchObject([{ what: 'refused', code: 'queue_full', n: 1 }])
  })

  test('is said of a database that is full, too, and kinds go before', async () => {
    const { send, storage } = aCollector()
    storage.fullness = 1
    expect(await send(noonBatch())).toMatchObject({ status: 503, code: 'storage_full', retryAfter: 33 })
    storage.fullness = 0.99
    expect(await send(noonBatch())).toMatchObject({ status: 202 })
  })

  test('is bounded by what this process adds between two looks, and by what was seen last', async () => {
    let isUp = true
    const depth = () =>
      isUp ? Promise.resolve({ jobs: 1, bytes: 99 * MIB, oldest: null }) : Promise.reject(new Error('gone'))
    const { send, backpressure } = aCollector({ depth })
    await backpressure.look()
    isUp = false
    await backpressure.look()
    expect(backpressure.depth()).toBeNull()
    expect(await send(noonBatch())).toMatchObject({ status: 202 })
    backpressure.added(MIB)
    expect(await send(noonBatch())).toMatchObject({ status: 503 })
  })
})
