import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { until } from '../../test/until.ts'
import { analyzeNew } from './analyze-new.ts'

describe.each<Engine>(['timescale', 'plain'])('on %s', (engine) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase(engine)
  })
  afterAll(() => database.drop())

  async function fill(rows: number): Promise<void> {
    await database.db.query(sql`INSERT INTO rum.ingest_batch (site_id, batch_id, rows)
SELECT 1, gen_random_uuid(), 1 FROM generate_series(1, ${rows}::integer)`)
    await database.db
      .query(sql`INSERT INTO rum.errors (time, site_id, seq, weight, bot, handled, session_id, visitor_id, source, fingerprint, message)
SELECT now(), 1, 1, 1, false, false, gen_random_uuid(), gen_random_uuid(), 'window', 'f', 'm' FROM generate_series(1, ${rows}::integer)`)
  }

  test('tables and chunks that filled are looked at once, small ones not at all', async () => {
    await fill(10)
    expect(await analyzeNew(database.db)).toBe(0)
    await fill(2000)
    // The server tells of changed rows a moment after they are committed.
    let analyzed = 0
    await until('both tables are looked at', async () => (analyzed += await analyzeNew(database.db)) >= 2)
    expect(analyzed).toBe(2)
    const [known] = await database.db.query<{ n: number }>(
      sql`SELECT count(*) AS n FROM pg_stats WHERE tablename = 'ingest_batch' AND attname = 'batch_id'`,
    )
    expect(known?.n).toBe(1)
    expect(await analyzeNew(database.db)).toBe(0)
  })
})
