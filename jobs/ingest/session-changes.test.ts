/** Merging in the process and merging in the database are one thing: whatever goes together, the session is the same. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { type DecodedBatch, batchFacts, decodeBatch } from './batch-facts.ts'
import { sessionChanges } from './session-changes.ts'
import { writeBatches } from './write-batches.ts'

const SEED = 99
let database: TestDatabase
let pipeline: Pipeline

beforeAll(async () => {
  database = await createTestDatabase()
  pipeline = await createPipeline(database)
})
afterAll(() => database.drop())

/** A part of a session that begins `at`, with whatever a part may hold. */
async function aPart(random: Random, session: { id: string; startedAt: number }, at: number) {
  const view = randomUUID()
  const seen = (t: string, seq: number, fields: object) =>
    ({ t, seq, view, at: at + random.int(0, 3), ...fields }) as WireEvent
  const events = [
    // The earliest event of each part is at its own instant: it decides whose context the session has.
    { t: 'consent', at, seq: 0, state: 'granted' } as WireEvent,
    ...(random.chance(0.7) ? [seen('view', 1, {})] : []),
    ...(random.chance(0.5)
      ? [seen('action', 2, { kind: random.pick(['click', 'scroll', 'rage_click']) })]
      : []),
    ...(random.chance(0.4)
      ? [seen('error', 3, { message: 'x', source: 'window', handled: random.chance(0.5) })]
      : []),
    ...(random.chance(0.6)
      ? [seen('flag', 4, { key: random.pick(['a', 'b']), variant: random.pick(['on', 'off']) })]
      : []),
    ...(random.chance(0.3) ? [seen('vital', 5, { name: 'LCP', value: 9, revision: random.int(0, 1) })] : []),
  ]
  const [batch] = await pipeline.prepare(
    aBatch({
      session: { ...session, startedAt: session.startedAt + random.int(0, 5) },
      context: {
        release: random.pick(['1', '2', '3']),
        connection: random.pick(['4g', '3g']),
        ...(random.chance(0.3) ? { flags: { a: random.pick(['on', 'off']) } } : {}),
        user: { plan: 'pro' },
      },
      views: {
        [view]: aView({ page: random.pick(['/a', '/B', '/ä', '/Z', '/_']), startedAt: at }),
      },
      events,
    }),
  )
  if (batch === undefined) throw new Error('the batch was refused')
  return decodeBatch(batch)
}

async function sessionAfter(flushes: readonly (readonly DecodedBatch[])[]) {
  await database.db.query(
    sql`TRUNCATE rum.events, rum.errors, rum.sessions, rum.ingest_batch, rum.rollup_delta`,
  )
  for (const batches of flushes) await writeBatches(database.db, batches)
  const [row] = await database.db.query(sql`SELECT to_jsonb(s) AS session FROM rum.sessions s`)
  return row
}

test(`parts of a session from seed ${SEED} make the same session in any order and any company`, async () => {
  const random = createRandom(SEED)
  for (let i = 0; i < 40; i++) {
    const session = { id: random.uuid(), startedAt: Date.now() - 60_000 }
    const parts: DecodedBatch[] = []
    for (let part = random.int(2, 5); part > 0; part--)
      parts.push(await aPart(random, session, session.startedAt + 10 + part))
    const together = await sessionAfter([parts])
    const shuffled = random.shuffle(parts)
    expect(await sessionAfter(shuffled.map((batch) => [batch]))).toEqual(together)
    expect(
      await sessionAfter([shuffled.slice(0, 2), shuffled.slice(2)].filter(({ length }) => length > 0)),
    ).toEqual(together)
    const read = (batches: readonly DecodedBatch[]) =>
      sessionChanges(batches.map((batch) => ({ batch, facts: batchFacts(batch) })))
    expect(read(shuffled)).toEqual(read(parts))
  }
})

test('changes come sorted, so that two workers lock in one order', async () => {
  const random = createRandom(1)
  const batches = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const batch = await aPart(random, { id: random.uuid(), startedAt: Date.now() - 1000 }, Date.now() - 900)
      return { ...batch, siteId: random.int(1, 20) }
    }),
  )
  const changes = sessionChanges(batches.map((batch) => ({ batch, facts: batchFacts(batch) })))
  const order = changes.map(({ siteId, context }) => [siteId, context.id] as const)
  expect(order).toEqual(order.toSorted(([a, s], [b, t]) => a - b || (s < t ? -1 : 1)))
})
