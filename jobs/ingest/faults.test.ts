/** What goes wrong on the way into the database: rows that cannot be stored, jobs that come twice, connections that die. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { createRowWriter, takeWritten, writeFields, writeRowStart } from '../../api/rows/encode.ts'
import { LAYOUT_VERSION, columnsOf } from '../../api/rows/layout.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { compact } from '../compaction/compact.ts'
import { createIngest } from './ingest.ts'

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())
beforeEach(() =>
  database.db.query(sql`TRUNCATE rum.events, rum.errors, rum.sessions, rum.ingest_batch, rum.dead_letters,
    rum.rollup_delta, rum.rollup_hour, rum.rollup_day`),
)

async function prepared(overrides: Parameters<typeof aBatch>[0] = {}): Promise<IngestBatch> {
  const [batch] = await pipeline.prepare(aBatch(overrides))
  if (batch === undefined) throw new Error('the batch was refused')
  return batch
}

/** A batch of so many LCPs, each of a view of its own, 1 ms to n ms. */
function manyVitals(count: number) {
  const now = Date.now()
  const views = Array.from({ length: count }, () => randomUUID())
  return prepared({
    sentAt: now,
    views: Object.fromEntries(views.map((id) => [id, aView({ startedAt: now - 1000 })])),
    events: views.map((view, i): WireEvent => aVital({ view, at: now, seq: i, value: i + 1 })),
  })
}

/** The batch with these bytes of its rows put in the place of others of the same length. */
function tampered(batch: IngestBatch, from: string, to: Buffer, place = 0): IngestBatch {
  const events = Buffer.from(batch.events, 'base64')
  let at = events.indexOf(from)
  for (let i = 0; i < place; i++) at = events.indexOf(from, at + 1)
  if (at === -1 || to.length !== from.length) throw new Error(`"${from}" cannot be replaced`)
  to.copy(events, at)
  return { ...batch, events: events.toString('base64') }
}

async function counts() {
  const [row] = await database.db.query<Record<string, number>>(sql`SELECT
  (SELECT count(*) FROM rum.events) AS events,
  (SELECT count(lcp) FROM rum.events) AS lcps,
  (SELECT count(*) FROM rum.sessions) AS sessions,
  (SELECT count(*) FROM rum.ingest_batch) AS batches,
  (SELECT count(*) FROM rum.dead_letters) AS letters`)
  return row
}

const letters = () =>
  database.db.query<{ code: string; reason: string; batch_id: string; payload: Record<string, unknown> }>(
    sql`SELECT code, reason, batch_id, payload FROM rum.dead_letters ORDER BY id`,
  )

/** Views and LCP as rollups tell them, once raw rows tell the same. */
async function answers() {
  const figures =
    'views sessionCount vital(metric: LCP) { count min max mean shares { goodCount poorCount } }'
  const { data } = await pipeline.ask(`{ site(id: "test") {
    rollups: segment(range: { last: "PT6H" }) { ${figures} }
    raw: segment(range: { last: "PT6H" }, where: { attribute: { key: "none", exists: false } }) { ${figures} }
  } }`)
  const { rollups, raw } = data.site
  // The least and the greatest of what was replaced are known to 2 % only.
  for (const extreme of ['min', 'max']) {
    expect(Math.abs(rollups.vital[extreme] - raw.vital[extreme])).toBeLessThanOrEqual(
      0.02 * raw.vital[extreme],
    )
  }
  const exact = { min: raw.vital.min, max: raw.vital.max }
  expect({ ...rollups, vital: { ...rollups.vital, ...exact } }).toEqual(raw)
  return raw
}

describe('what cannot be stored', () => {
  test.each([
    ['a page that is not UTF-8', '/p/:id', Buffer.from([0x2f, 0x70, 0xff, 0x3a, 0x69, 0x64]), '22021'],
    ['a page with NUL in it', '/p/:id', Buffer.from('/p\0:id'), '22021'],
    ['a detail that is no JSON', '{"LCP":{"element":"p"}}', Buffer.from('{"LCP":{"element":"p",}'), '22P02'],
  ])('%s among 99 good rows: 99 are stored, one is a dead letter', async (_, from, to, code) => {
    const now = Date.now()
    const views = Array.from({ length: 100 }, () => randomUUID())
    const batch = await prepared({
      sentAt: now,
      views: Object.fromEntries(views.map((id) => [id, aView({ startedAt: now - 1000 })])),
      events: views.map((view, i) => aVital({ view, at: now, seq: i, attribution: { element: 'p' } })),
    })
    await pipeline.store([tampered(batch, from, to, 57)])
    expect(await counts()).toEqual({ events: 99, lcps: 99, sessions: 1, batches: 1, letters: 1 })
    const [letter] = await letters()
    expect(letter).toMatchObject({ code, batch_id: batch.batchId, reason: expect.stringMatching(/\w/) })
    expect(letter?.payload).toMatchObject({ layout: LAYOUT_VERSION, table: 'events', row: { lcp: 1800 } })
    expect(Buffer.from(String(letter?.payload['bytes']), 'base64').includes(to)).toBe(true)
    expect((await answers()).vital.count).toBe(99)
  })

  test('a poison row takes no other batch with it', async () => {
    const good = await Promise.all(Array.from({ length: 20 }, () => prepared()))
    const bad = tampered(await prepared(), '/p/:id', Buffer.from('/p\0:id'))
    await pipeline.store([...good.slice(0, 7), bad, ...good.slice(7)])
    expect(await counts()).toMatchObject({ events: 41, sessions: 21, batches: 21, letters: 1 })
    await answers()
  })

  test('a batch that cannot be decoded is a dead letter as a whole, and can be decoded from it later', async () => {
    const good = await prepared()
    const whole = await prepared()
    const cut = Buffer.from(whole.events, 'base64').subarray(0, -7).toString('base64')
    await pipeline.store([{ ...whole, events: cut }, good])
    // The letter claims the batch: delivered again it makes no second one.
    await pipeline.store([{ ...whole, events: cut }])
    expect(await counts()).toMatchObject({ events: 2, batches: 2, letters: 1 })
    const [letter] = await letters()
    expect(letter).toMatchObject({ code: 'undecodable', batch_id: whole.batchId, payload: { events: cut } })
    expect(letter?.payload['session']).toEqual(whole.session)
  })

  test.each(['AA==', '%%%', Buffer.alloc(40, 0xff).toString('base64')])(
    'rows of the bytes %s are a dead letter',
    async (events) => {
      await pipeline.store([{ ...(await prepared()), events }])
      expect(await counts()).toMatchObject({ events: 0, letters: events === '%%%' ? 0 : 1 })
    },
  )

  test('a session that cannot be stored is a dead letter that can be', async () => {
    const batch = await prepared()
    const session = { ...batch.session, country: 'D\0E', city: '\ud800', attributes: { 'k\0': 'v\udc00' } }
    await pipeline.store([{ ...batch, session }, await prepared()])
    expect(await counts()).toMatchObject({ events: 2, sessions: 1, letters: 1 })
    expect(await letters()).toMatchObject([{ batch_id: batch.batchId }])
  })

  test('a batch whose id is none is a dead letter without one', async () => {
    await pipeline.store([{ ...(await prepared()), batchId: 'x' }, await prepared()])
    expect(await counts()).toMatchObject({ events: 2, letters: 1 })
    expect(await letters()).toMatchObject([{ batch_id: null, payload: { batchId: 'x' } }])
  })

  test('a poison batch that two workers take at once is one dead letter', async () => {
    const batch = tampered(await manyVitals(10), '/p/:id', Buffer.from('/p\0:id'), 3)
    const other = createIngest(database.db)
    await Promise.all([
      pipeline.store([batch]),
      other({ layout: LAYOUT_VERSION, batches: [batch] }),
      other({ layout: LAYOUT_VERSION, batches: [batch, await prepared()] }),
    ])
    await pipeline.store([batch])
    expect(await counts()).toMatchObject({ events: 11, batches: 2, letters: 1 })
    await answers()
  })

  test('rows that this version does not know are left to a newer worker', async () => {
    const ingest = createIngest(database.db)
    await expect(ingest({ layout: LAYOUT_VERSION + 1, batches: [await prepared()] })).rejects.toThrow(
      /layout/,
    )
    expect(await counts()).toMatchObject({ events: 0, letters: 0 })
  })

  test('an empty text is no row, and a row of nothing but nulls is refused by name', async () => {
    const columns = columnsOf('events')
    const writer = createRowWriter()
    writeRowStart(writer, columns.length)
    writeFields(
      writer,
      columns,
      columns.map(({ name }) =>
        name === 'time' ? Date.now() : name === 'kind' ? 11 : name === 'seq' ? 0 : null,
      ),
    )
    const nulls = takeWritten(writer).toString('base64')
    await pipeline.store([{ ...(await prepared()), events: nulls }])
    expect(await letters()).toMatchObject([{ code: '23502', payload: { table: 'events' } }])
  })
})

describe('what comes twice', () => {
  test('a batch in one job, in two jobs and through two workers at once is stored once', async () => {
    const batch = await manyVitals(10)
    const copy = { ...batch }
    const ingest = createIngest(database.db)
    await Promise.all([
      pipeline.store([batch, copy]),
      pipeline.store([batch]),
      ingest({ layout: LAYOUT_VERSION, batches: [copy] }),
      createIngest(database.db)({ layout: LAYOUT_VERSION, batches: [batch] }),
    ])
    await pipeline.store([batch])
    expect(await counts()).toEqual({ events: 10, lcps: 10, sessions: 1, batches: 1, letters: 0 })
    expect((await answers()).vital).toMatchObject({ count: 10, min: 1, max: 10, mean: 5.5 })
  })

  test('parts of one session that two workers store at once make one session', async () => {
    const session = { id: randomUUID(), startedAt: Date.now() - 1000 }
    const parts = await Promise.all(Array.from({ length: 24 }, () => prepared({ session })))
    const other = createIngest(database.db)
    const store = (i: number, batch: IngestBatch) =>
      i % 2 === 0 ? pipeline.store([batch]) : other({ layout: LAYOUT_VERSION, batches: [batch] })
    await Promise.all(parts.map((batch, i) => store(i, batch)))
    const sessions = await database.db.query(sql`SELECT views FROM rum.sessions`)
    expect(sessions).toEqual([{ views: 24 }])
    expect(await answers()).toMatchObject({ views: 24, sessionCount: 1, vital: { count: 24 } })
  })

  test('revisions of a vital in any order, split over two workers, leave the last', async () => {
    const session = { id: randomUUID(), startedAt: Date.now() - 60_000 }
    const view = randomUUID()
    const views = { [view]: aView({ startedAt: Date.now() - 60_000 }) }
    const reports = await Promise.all(
      [300, 9000, 1234].map((value, revision) =>
        prepared({
          session,
          views,
          events: [aVital({ view, value, revision, seq: revision, at: Date.now() - 50_000 + revision })],
        }),
      ),
    )
    for (const order of [
      [2, 0, 1],
      [0, 2, 1],
      [1, 0, 2],
    ]) {
      await database.db.query(sql`TRUNCATE rum.events, rum.sessions, rum.ingest_batch, rum.rollup_delta,
        rum.rollup_hour, rum.rollup_day`)
      for (const i of order) {
        const batches = [reports[i] as IngestBatch]
        await Promise.all([
          pipeline.store(batches),
          createIngest(database.db)({ layout: LAYOUT_VERSION, batches }),
        ])
        await compact(database.db)
      }
      const { vital } = await answers()
      expect({ order, ...vital }).toMatchObject({ order, count: 1, min: 1234, max: 1234, mean: 1234 })
    }
  })
})

describe('a connection that dies', () => {
  /** Holds a table so that the work stops there, kills the connection that waits, lets go, and tells how it ended. */
  async function killAt(table: string, work: () => Promise<unknown>): Promise<'done' | 'failed'> {
    const holder = new Client({ connectionString: database.url })
    await holder.connect()
    try {
      await holder.query('BEGIN')
      await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
      const outcome = work().then(
        () => 'done' as const,
        () => 'failed' as const,
      )
      await killWaiting(holder)
      await holder.query('ROLLBACK')
      return await outcome
    } finally {
      await holder.end()
    }
  }

  async function killWaiting(holder: Client): Promise<void> {
    for (let i = 0; i < 500; i++) {
      const { rows } = await holder.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name = 'sightline-test'`,
      )
      if (rows.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error('nothing came to wait for the lock')
  }

  test.each(['rum.ingest_batch', 'rum.sessions', 'rum.events', 'rum.rollup_delta'])(
    'before %s is written: the job fails, nothing stays, and tried again it is stored once',
    async (table) => {
      await pipeline.store([await manyVitals(5)])
      const batches = [await manyVitals(50), await prepared()]
      expect(await killAt(table, () => pipeline.store(batches))).toBe('failed')
      expect(await counts()).toMatchObject({ events: 5, batches: 1, letters: 0 })
      await pipeline.store(batches)
      await pipeline.store(batches)
      expect(await counts()).toEqual({ events: 57, lcps: 56, sessions: 3, batches: 3, letters: 0 })
      expect((await answers()).vital.count).toBe(56)
      await compact(database.db)
      expect((await answers()).vital.count).toBe(56)
    },
  )

  test('during compaction: nothing is lost and nothing counted twice', async () => {
    await pipeline.store([await manyVitals(50)])
    await compact(database.db)
    await pipeline.store([await manyVitals(20)])
    expect(await killAt('rum.rollup_day', () => compact(database.db))).toBe('failed')
    expect((await answers()).vital).toMatchObject({ count: 70, min: 1, max: 50 })
    await compact(database.db)
    expect((await answers()).vital).toMatchObject({ count: 70, min: 1, max: 50 })
  })
})

test('values of any size are answered from rollups and raw rows alike', async () => {
  const view = () => randomUUID()
  for (const value of [0, 5e-324, 1e-300, 1e-9, 600_000]) {
    const id = view()
    const at = Date.now()
    await pipeline.send(aBatch({ views: { [id]: aView() }, events: [aVital({ view: id, value, at })] }))
  }
  expect((await answers()).vital).toMatchObject({ count: 5, min: 0, max: 600_000 })
})
