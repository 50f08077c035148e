/** Times that nobody's clock shows: they make neither partitions nor rows, however they are told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { IngestBatch } from '../../api/queue/ingest-job.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { aBatch } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { createPipeline } from '../../test/pipeline.ts'

const BATCHES = 200
const DAY_MS = 86_400_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('100,000 events from 1970 to 2099 make partitions for 9 days at most', async () => {
  const random = createRandom(20_261_122)
  const pipeline = await createPipeline(database)
  const anyTime = () => random.int(0, Date.UTC(2099, 11, 31))
  const prepared: IngestBatch[] = []
  for (let i = 0; i < BATCHES; i++) {
    const now = Date.now()
    // Every other client says that its clock is decades off, and tells a few times that fit that.
    const sentAt = i % 2 === 0 ? now : anyTime()
    const batch = aBatch({ sentAt, session: { id: random.uuid(), startedAt: anyTime() } })
    const view = Object.keys(batch.views ?? {})[0] ?? ''
    const events = Array.from({ length: LIMITS.events }, (_, seq): WireEvent => {
      const at = random.chance(0.05) ? Math.max(0, sentAt - random.int(0, 20 * DAY_MS)) : anyTime()
      return { t: 'view', at, view, seq }
    })
    prepared.push(...(await pipeline.prepare({ ...batch, events })))
  }
  await pipeline.store(prepared)
  const accepted = prepared.reduce((sum, { account }) => sum + (account?.accepted ?? 0), 0)
  expect(accepted).toBeGreaterThan(500)
  const [found] = await database.db.query<Record<string, number>>(sql`/* test.partitions */
SELECT
  (SELECT count(*) FROM timescaledb_information.chunks) AS chunks,
  (SELECT count(*) FROM rum.events) AS events,
  (SELECT count(DISTINCT bucket)::integer FROM rum.rollup_delta) AS hours`)
  expect(found?.['events']).toBe(accepted)
  expect(found?.['chunks']).toBeLessThanOrEqual(9)
  expect(found?.['hours']).toBeLessThanOrEqual(8 * 24 + 2)
})
