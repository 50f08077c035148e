/** Dead letters that are replayed are stored exactly once, with all that counts them; what is refused again stays. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { digestOf } from '../../api/erasure/subject.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { replayAsked } from './replay.ts'

let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db
    .query(sql`TRUNCATE rum.events, rum.errors, rum.sessions, rum.ingest_batch, rum.dead_letters,
    rum.rollup_delta, rum.rollup_hour, rum.rollup_day`)
  await mend()
})

/** What the database refuses for a while: LCPs of 13 ms, or every session from Narnia. */
const refuseRows = () =>
  database.db.query(sql`ALTER TABLE rum.events ADD CONSTRAINT refused CHECK (lcp IS DISTINCT FROM 13)`)
const refuseSessions = () =>
  database.db.query(sql`ALTER TABLE rum.sessions ADD CONSTRAINT refused CHECK (country <> 'NA')`)
async function mend() {
  await database.db.query(sql`ALTER TABLE rum.events DROP CONSTRAINT IF EXISTS refused`)
  await database.db.query(sql`ALTER TABLE rum.sessions DROP CONSTRAINT IF EXISTS refused`)
}

/** Three views with an LCP each, the second of 13 ms, and an error. */
async function prepared(country = 'DE'): Promise<IngestBatch> {
  const now = Date.now()
  const views = Array.from({ length: 3 }, () => randomUUID())
  const batch = aBatch({
    sentAt: now,
    views: Object.fromEntries(views.map((id) => [id, aView({ startedAt: now - 1000 })])),
    events: [
      ...views.flatMap((view, i) => [
        { t: 'view' as const, at: now - 900, view, seq: 2 * i },
        aVital({ view, at: now - 500, seq: 2 * i + 1, value: 12 + i }),
      ]),
      { t: 'error', at: now, view: views[0] ?? '', seq: 9, message: 'x', source: 'window' },
    ],
  })
  const [one] = await pipeline.prepare(batch, { country })
  if (one === undefined) throw new Error('the batch was refused')
  return one
}

const QUESTION = `{ site(id: "test") {
  deadLetterCounts { kept asked replayed dropped }
  deadLetters { nodes { id state kind rows code reason tries triedAt replayedAt payload } }
  usage(range: { last: "PT6H" }) { accepted stored dead erased }
  segment(range: { last: "PT6H" }) { views sessionCount vital(metric: LCP) { count min max } }
} }`
async function look() {
  const { data } = await pipeline.ask(QUESTION, {}, ['READ', 'MANAGE'])
  const { deadLetters, deadLetterCounts, segment, usage } = data.site
  return { letters: deadLetters.nodes, counts: deadLetterCounts, segment, usage }
}
const settle = async (name: 'replayDeadLetters' | 'dropDeadLetters', input: string) => {
  const { data } = await pipeline.ask(
    `mutation { ${name}(input: { site: "test", ${input} }) { count userErrors { path code message } } }`,
    {},
    ['READ', 'MANAGE'],
  )
  return data[name]
}
const stored = async () => {
  const [row] = await database.db.query<Record<string, number>>(sql`SELECT
  (SELECT count(*) FROM rum.events) AS events,
  (SELECT count(*) FROM rum.errors) AS errors,
  (SELECT sum(views) FROM rum.sessions) AS views,
  (SELECT count(*) FROM rum.ingest_batch) AS batches`)
  return row
}

describe('a row that was refused', () => {
  test('is stored once its reason is gone, and counts in sessions, rollups and charts', async () => {
    await refuseRows()
    const batch = await prepared()
    await pipeline.store([batch])
    const before = await look()
    expect(before.segment.vital).toMatchObject({ count: 2 })
    const { accepted } = before.usage
    expect(before.usage).toEqual({ accepted, stored: accepted - 1, dead: 1, erased: 0 })
    expect(before.letters).toMatchObject([
      { state: 'KEPT', kind: 'ROW', rows: 1, code: '23514', tries: 0, triedAt: null, replayedAt: null },
    ])
    expect(JSON.parse(before.letters[0].payload)).toMatchObject({ table: 'events', row: { lcp: 13 } })

    await mend()
    expect(await settle('replayDeadLetters', 'all: true')).toEqual({ count: 1, userErrors: [] })
    expect((await look()).counts).toEqual({ kept: 0, asked: 1, replayed: 0, dropped: 0 })
    expect(await replayAsked(database.db)).toEqual({ replayed: 1, refused: 0 })
    const after = await look()
    expect(after.segment).toMatchObject({ views: 3, sessionCount: 1, vital: { count: 3, min: 12, max: 14 } })
    expect(after.counts).toEqual({ kept: 0, asked: 0, replayed: 1, dropped: 0 })
    expect(after.usage).toEqual({ accepted, stored: accepted, dead: 0, erased: 0 })
    expect(after.letters).toMatchObject([{ state: 'REPLAYED', tries: 1, replayedAt: expect.any(String) }])
  })

  test('is stored once however often it is asked for, delivered again and taken by several workers', async () => {
    await refuseRows()
    const batch = await prepared()
    await pipeline.store([batch])
    await mend()
    for (let i = 0; i < 3; i++) {
      await settle('replayDeadLetters', 'all: true')
      await Promise.all([replayAsked(database.db), replayAsked(database.db), pipeline.store([batch])])
    }
    expect(await stored()).toEqual({ events: 6, errors: 1, views: 3, batches: 1 })
    expect(await settle('replayDeadLetters', 'all: true')).toEqual({ count: 0, userErrors: [] })
  })

  test('that is refused again stays, with the new reason and a count', async () => {
    await refuseRows()
    await pipeline.store([await prepared()])
    for (const tries of [1, 2]) {
      await settle('replayDeadLetters', 'all: true')
      expect(await replayAsked(database.db)).toEqual({ replayed: 0, refused: 1 })
      expect((await look()).letters).toMatchObject([
        {
          state: 'KEPT',
          tries,
          code: '23514',
          reason: expect.stringMatching(/refused/),
          triedAt: expect.any(String),
        },
      ])
    }
    expect(await replayAsked(database.db)).toEqual({ replayed: 0, refused: 0 })
    expect(await stored()).toMatchObject({ events: 5 })
  })
})

describe('a batch that was refused', () => {
  test('is stored once, and its second delivery makes no second letter', async () => {
    await refuseSessions()
    const batch = await prepared('NA')
    await pipeline.store([batch])
    await pipeline.store([batch, await prepared()])
    expect((await look()).letters).toMatchObject([{ kind: 'BATCH', rows: 7, code: '23514' }])
    await mend()
    await settle('replayDeadLetters', 'all: true')
    expect(await replayAsked(database.db)).toEqual({ replayed: 1, refused: 0 })
    await pipeline.store([batch])
    expect(await stored()).toEqual({ events: 12, errors: 2, views: 6, batches: 2 })
    expect((await look()).segment).toMatchObject({ views: 6, sessionCount: 2, vital: { count: 6 } })
  })

  test('whose bytes are none stays', async () => {
    const batch = await prepared()
    await pipeline.store([{ ...batch, events: batch.events.slice(0, 400) }])
    await settle('replayDeadLetters', 'all: true')
    expect(await replayAsked(database.db)).toEqual({ replayed: 0, refused: 1 })
    expect((await look()).letters).toMatchObject([{ rows: null, code: 'undecodable', tries: 1 }])
  })
})

test('a replay whose connection dies half-way leaves the letter as it was, and is done by the next', async () => {
  await refuseRows()
  await pipeline.store([await prepared()])
  await mend()
  await settle('replayDeadLetters', 'all: true')
  const holder = new Client({ connectionString: database.url })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE rum.rollup_delta IN ACCESS EXCLUSIVE MODE')
  const outcome = replayAsked(database.db).then(
    () => 'done',
    () => 'failed',
  )
  for (let killed = 0; killed === 0; await wait(20)) {
    const { rows } = await holder.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name = 'sightline-test'`)
    killed = rows.length
  }
  await holder.query('ROLLBACK')
  await holder.end()
  expect(await outcome).toBe('failed')
  expect((await look()).letters).toMatchObject([{ state: 'ASKED', tries: 0 }])
  expect(await stored()).toMatchObject({ events: 5 })
  expect(await replayAsked(database.db)).toEqual({ replayed: 1, refused: 0 })
  expect(await stored()).toMatchObject({ events: 6, views: 3 })
})

test('what is of somebody who asked to be forgotten is deleted instead', async () => {
  await refuseRows()
  const batch = await prepared()
  await pipeline.store([batch])
  await mend()
  const digest = digestOf(pipeline.siteId, { kind: 'SESSION', attribute: null, value: batch.session.id })
  await database.db.query(sql`INSERT INTO rum.erased_subjects (site_id, digest, kind, at)
    VALUES (${pipeline.siteId}, ${digest}, 'SESSION', now())`)
  await settle('replayDeadLetters', 'all: true')
  expect(await replayAsked(database.db)).toEqual({ replayed: 0, refused: 0 })
  expect((await look()).counts).toEqual({ kept: 0, asked: 0, replayed: 0, dropped: 0 })
  expect(await stored()).toMatchObject({ events: 5 })
  await database.db.query(sql`DELETE FROM rum.erased_subjects WHERE site_id = ${pipeline.siteId}`)
})

describe('what is decided', () => {
  test('dropping deletes what they hold and keeps the count', async () => {
    await refuseRows()
    await pipeline.store([await prepared(), await prepared()])
    const [first, second] = (await look()).letters
    await settle('replayDeadLetters', `ids: ["${first.id}"]`)
    expect(await settle('dropDeadLetters', `ids: ["${first.id}", "${second.id}"]`)).toEqual({
      count: 2,
      userErrors: [],
    })
    await mend()
    expect(await replayAsked(database.db)).toEqual({ replayed: 0, refused: 0 })
    expect(await look()).toMatchObject({
      letters: [],
      counts: { kept: 0, asked: 0, replayed: 0, dropped: 2 },
    })
    expect(await database.db.query(sql`SELECT payload, rows FROM rum.dead_letters`)).toEqual([
      { payload: {}, rows: 1 },
      { payload: {}, rows: 1 },
    ])
  })

  test.each([
    ['ids: []', 'either `ids` or `all`'],
    ['all: true, ids: ["1"]', 'either `ids` or `all`'],
    ['ids: ["99999"]', 'there is no dead letter "99999" of this site'],
    ['ids: ["x"]', 'there is no dead letter "x" of this site'],
    [`ids: [${'"1" '.repeat(1001)}]`, '1001 ids: expected 1000 at most'],
  ])('%.30s is a mistake', async (input, message) => {
    for (const name of ['replayDeadLetters', 'dropDeadLetters'] as const)
      expect(await settle(name, input)).toMatchObject({
        count: null,
        userErrors: [{ path: ['ids'], message: expect.stringContaining(message) }],
      })
  })
})
