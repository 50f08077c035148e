/** Four workers that store what is of the same sessions and pages at once: none waits for another in a circle. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { LAYOUT_VERSION } from '../../api/rows/layout.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { compact } from '../compaction/compact.ts'
import { createIngest } from './ingest.ts'

const WORKERS = 4
const BATCHES = 400
const SESSIONS = 12
const PAGES = 7

let database: TestDatabase
let workers: Database[]

beforeAll(async () => {
  database = await createTestDatabase()
  workers = Array.from({ length: WORKERS }, (_, i) =>
    openDatabase({ url: database.url, name: `worker-${i}`, connections: 3 }),
  )
})
afterAll(async () => {
  await Promise.all(workers.map((db) => db.close()))
  await database.drop()
})

const FIGURES = `{ site(id: "test") { segment(range: { last: "PT6H" }) {
  views sessionCount vital(metric: LCP) { count min max mean }
} } }`

test('nothing is lost, nothing counted twice, and no transaction is given up', async () => {
  const pipeline = await createPipeline(database)
  const random = createRandom(20_261_122)
  const sessions = Array.from({ length: SESSIONS }, () => ({
    id: random.uuid(),
    startedAt: Date.now() - 60_000,
  }))
  const batches: IngestBatch[] = []
  for (let i = 0; i < BATCHES; i++)
    batches.push(...(await pipeline.prepare(batchOf(random, random.pick(sessions)))))
  const before = await deadlocks()
  // Each worker gets all of them, in an order of its own: every batch comes four times.
  await Promise.all(
    workers.map(async (db) => {
      const ingest = createIngest(db)
      await Promise.all(
        random.shuffle(batches).map((batch) => ingest({ layout: LAYOUT_VERSION, batches: [batch] })),
      )
    }),
  )
  const expected = {
    views: BATCHES,
    sessionCount: new Set(batches.map(({ session }) => session.id)).size,
    vital: { count: BATCHES, min: 1000, max: 1000 + BATCHES - 1, mean: 1000 + (BATCHES - 1) / 2 },
  }
  await compact(database.db)
  expect((await pipeline.ask(FIGURES)).data.site.segment).toEqual(expected)
  const [kept] = await database.db.query(sql`/* test.kept */
SELECT
  (SELECT count(*) FROM rum.events) AS events,
  (SELECT count(*) FROM rum.dead_letters) AS letters,
  (SELECT count(*) FROM rum.ingest_batch) AS batches`)
  expect(kept).toEqual({ events: 2 * BATCHES, letters: 0, batches: BATCHES })
  expect((await deadlocks()) - before).toBe(0)
})

let value = 1000
/** A view of one of a few pages with an LCP of its own, of one of a few sessions. */
function batchOf(random: Random, session: { id: string; startedAt: number }) {
  const view = random.uuid()
  const at = Date.now() - random.int(0, 50_000)
  return aBatch({
    session,
    views: { [view]: aView({ url: `https://shop.example/page-${random.int(1, PAGES)}`, startedAt: at }) },
    events: [{ t: 'view', at, view, seq: 0 }, aVital({ view, at, value: value++ })],
  })
}

/** Counted by the server a moment after they happen: whoever asks first makes it tell. */
async function deadlocks(): Promise<number> {
  await database.db.query(sql`/* test.flush */ SELECT pg_stat_force_next_flush()`)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  const [row] = await database.db.query<{ deadlocks: number }>(
    sql`/* test.deadlocks */ SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  )
  return row?.deadlocks ?? NaN
}
