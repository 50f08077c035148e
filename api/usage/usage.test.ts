/** The accounts add up: whenever one looks, on both queues, whatever comes twice, is half wrong or cannot be stored. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAcceptor } from '../collect/accept.ts'
import { AS_SENT } from '../collect/privacy.ts'
import { incomingOf } from '../../test/incoming.ts'
import { createEnricher } from '../collect/enrich.ts'
import { createWriteKeys } from '../collect/write-keys.ts'
import { createContext } from '../context.ts'
import { sql } from '../db/sql.ts'
import { createBatchQueue } from '../queue/group-commit.ts'
import { openQueue, openWorker } from '../queue/queues.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { compact } from '../../jobs/compaction/compact.ts'
import { createIngest } from '../../jobs/ingest/ingest.ts'
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aVital } from '../../test/batches.ts'
import { type QueueBackend, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { until } from '../../test/until.ts'
import { lookAtQueue } from './queued.ts'
import { type Usage, acceptedOf, codesOf, countOf, openUsage, pointsOf, queuedOf } from './usage.ts'

let database: TestDatabase
let pipeline: Pipeline
let site: SiteRow

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
  site = await database.control.site.findUniqueOrThrow({ where: { slug: 'test' } })
})
afterAll(() => database.drop())
beforeEach(() =>
  database.db.query(
    sql`TRUNCATE rum.accounting, rum.counted_delivery, rum.ingest_batch, rum.dead_letters, rum.events, rum.sessions`,
  ),
)

const lastHours = { last: 6 * 3_600_000 }

function usage(
  look: (() => Promise<Awaited<ReturnType<typeof lookAtQueue>> | null>) | null = null,
): Promise<Usage> {
  const context = createContext({
    caller: null,
    control: database.control,
    db: database.db,
    now: Date.now(),
    lookAtQueue: look ?? (() => Promise.resolve({ batches: [], unread: [], isExact: true })),
  })
  return openUsage(context, site, { range: lastHours, by: 'HOUR' })
}

async function figures(): Promise<Record<string, number | null>> {
  const counts = await usage()
  const named = ['stored', 'dead', 'duplicate', 'rejected', 'dropped', 'unknown_field'] as const
  return {
    accepted: acceptedOf(counts),
    ...Object.fromEntries(named.map((what) => [what, countOf(counts, what)])),
  }
}

const NOTHING = { accepted: 0, stored: 0, dead: 0, duplicate: 0, rejected: 0, dropped: 0, unknown_field: 0 }

/** A batch of `good` vitals, and of one event that no collector takes if `isHalfWrong`. */
function batchOf(good: number, isHalfWrong = false): Batch {
  const batch = aBatch()
  const [view = ''] = Object.keys(batch.views ?? {})
  const events = Array.from({ length: good }, (_, seq) => aVital({ view, seq, revision: seq }))
  return { ...batch, events: isHalfWrong ? [...events, { t: 'made_up' } as never] : events }
}

describe('what a batch brings', () => {
  test('its events, rejections, dropped events and unknown fields are counted once it is stored', async () => {
    const batch = batchOf(3, true)
    Object.assign(batch.events[0] ?? {}, { novelty: 1 })
    await pipeline.send({ ...batch, dropped: { outbox_full: 7, too_old: 2 } })
    expect(await figures()).toEqual({
      ...NOTHING,
      accepted: 3,
      stored: 3,
      rejected: 1,
      dropped: 9,
      unknown_field: 1,
    })
    expect(codesOf(await usage(), 'rejected')).toMatchObject([{ code: 'unknown_event_type', count: 1 }])
    expect(codesOf(await usage(), 'dropped')).toMatchObject([
      { code: 'outbox_full', count: 7 },
      { code: 'too_old', count: 2 },
    ])
  })

  test('sent again it is a duplicate and nothing else; its job run again is nothing at all', async () => {
    const batch = { ...batchOf(2, true), dropped: { refused: 1 } }
    const first = await pipeline.prepare(batch)
    const second = await pipeline.prepare(batch)
    for (const job of [first, first, second, second, [...first, ...second, ...second]])
      await pipeline.store(job)
    expect(await figures()).toEqual({
      ...NOTHING,
      accepted: 2,
      stored: 2,
      rejected: 1,
      dropped: 1,
      duplicate: 2,
    })
  })

  test('twice in one job it is stored once and duplicate once', async () => {
    const batch = batchOf(2)
    const both = [...(await pipeline.prepare(batch)), ...(await pipeline.prepare(batch))]
    await pipeline.store(both)
    await pipeline.store(both)
    expect(await figures()).toEqual({ ...NOTHING, accepted: 2, stored: 2, duplicate: 2 })
  })

  test('a dead row counts the events it was made of, a batch that is dead as a whole all of its own', async () => {
    const [batch] = await pipeline.prepare(batchOf(4))
    if (batch === undefined) throw new Error('the batch was refused')
    const events = Buffer.from(batch.events, 'base64')
    events[events.indexOf('/p/:id') + 2] = 0
    const poisoned = { ...batch, events: events.toString('base64') }
    await pipeline.store([poisoned])
    await pipeline.store([poisoned])
    const [whole] = await pipeline.prepare(batchOf(3))
    if (whole === undefined) throw new Error('the batch was refused')
    const cut = { ...whole, events: Buffer.from(whole.events, 'base64').subarray(0, -7).toString('base64') }
    await pipeline.store([cut])
    await pipeline.store([cut])
    expect(await figures()).toEqual({ ...NOTHING, accepted: 7, stored: 3, dead: 4 })
  })

  test('summing up changes nothing that is told', async () => {
    await pipeline.send(batchOf(2, true))
    await pipeline.send(batchOf(5))
    const before = await figures()
    await compact(database.db)
    expect(await figures()).toEqual(before)
    await pipeline.send(batchOf(1))
    await compact(database.db)
    await compact(database.db)
    expect(await figures()).toEqual({ ...before, accepted: 8, stored: 8 })
    const [{ rows } = { rows: 0 }] = await database.db.query<{ rows: number }>(
      sql`/* test.rows */ SELECT count(*) AS rows FROM rum.accounting`,
    )
    expect(rows).toBe(3)
  })

  test('a series has every hour, and its points add up to the whole', async () => {
    await pipeline.send(batchOf(2))
    const whole = await usage()
    const points = pointsOf(whole)
    expect(points.length).toBeGreaterThanOrEqual(6)
    expect(points.reduce((sum, point) => sum + acceptedOf(point), 0)).toBe(acceptedOf(whole))
  })
})

test('it is not for embed tokens, whatever they are held to', async () => {
  const context = createContext({
    caller: null,
    control: database.control,
    db: database.db,
    now: Date.now(),
  })
  const locked = { ...site, lock: { where: EVERYTHING, maxRangeMs: 1e12 } }
  await expect(openUsage(context, locked, { range: lastHours, by: 'HOUR' })).rejects.toThrow('embed tokens')
})

test('loss is the gaps in the numbers of senders that are silent, and null where nobody numbers', async () => {
  const ask = async () => {
    const { data } = await pipeline.ask(
      '{ site(id: "test") { usage(range: { last: "PT12H" }) { queued loss { senders expected missing } } } }',
    )
    return data.site.usage
  }
  await pipeline.send(batchOf(1))
  expect(await ask()).toEqual({ queued: null, loss: null })
  const [gaps, whole, fresh] = [randomUUID(), randomUUID(), randomUUID()]
  // In any order, and one of them twice.
  for (const number of [4, 0, 1, 1]) await pipeline.send({ ...batchOf(1), sender: gaps, number })
  for (const number of [1, 0]) await pipeline.send({ ...batchOf(1), sender: whole, number })
  await database.db.query(
    sql`/* test.age */ UPDATE rum.ingest_batch SET at = at - INTERVAL '2 hours' WHERE sender IS NOT NULL`,
  )
  await pipeline.send({ ...batchOf(1), sender: fresh, number: 9 })
  expect((await ask()).loss).toEqual({ senders: 2, expected: 7, missing: 2 })
})

test.each(['redis', 'postgres'] as QueueBackend[])(
  'accepted = stored + dead + queued at any instant while workers run, on %s',
  async (backend) => {
    const random = createRandom(7)
    const store = database.store(backend)
    const queue = openQueue('ingest', store, () => {})
    await until('the queue can be asked', () =>
      queue.pending().then(
        () => true,
        () => false,
      ),
    )
    const accept = createAcceptor({
      keys: createWriteKeys(database.control, Date.now),
      enricher: await createEnricher(null),
      privacy: AS_SENT,
      queue: createBatchQueue((job, content) => queue.add(job, content)),
      onError: () => {},
    })
    const send = (batch: Batch) => accept(incomingOf(batch))
    let [begun, acknowledged, twice] = [0, 0, 0]
    const progress = { isOver: false }
    const sendMany = async () => {
      for (let i = 0; i < 60; i++) {
        const batch = batchOf(1 + random.int(0, 5), random.chance(0.2))
        const events =
          batch.events.length - (batch.events.some(({ t }) => (t as string) === 'made_up') ? 1 : 0)
        begun += events
        expect(await send(batch)).toMatchObject({ status: 202, accepted: events })
        acknowledged += events
        if (random.chance(0.2)) {
          await send(batch)
          twice += events
        }
        await new Promise((resolve) => setTimeout(resolve, random.int(0, 20)))
      }
    }
    const sending = Promise.all([sendMany(), sendMany(), sendMany()]).then(() => (progress.isOver = true))
    // The first worker comes late, so that the queue is seen full.
    await new Promise((resolve) => setTimeout(resolve, 200))
    const workers = [createIngest(database.db), createIngest(database.db)].map((ingest) =>
      openWorker('ingest', store, ingest, () => {}),
    )
    let [looks, withQueued] = [0, 0]
    while (!progress.isOver || (await queue.pending()) > 0) {
      const least = acknowledged
      const counts = await usage(() => lookAtQueue(queue))
      const most = begun
      const [accepted, queued] = [acceptedOf(counts), queuedOf(counts) ?? 0]
      expect(accepted).toBe(countOf(counts, 'stored') + countOf(counts, 'dead') + queued)
      expect(accepted).toBeGreaterThanOrEqual(least)
      expect(accepted).toBeLessThanOrEqual(most)
      expect(counts.queuedIsExact).toBe(true)
      looks++
      if (queued > 0) withQueued++
      await new Promise((resolve) => setTimeout(resolve, random.int(0, 15)))
    }
    await sending
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await figures()).toMatchObject({ accepted: begun, stored: begun, duplicate: twice })
    expect(looks).toBeGreaterThan(10)
    expect(withQueued).toBeGreaterThan(2)
    await queue.close()
  },
)
