import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { DAY_MS } from '../../api/segment/rollups.ts'
import { type Engine, type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { expire } from './expire.ts'
import { guardDisk } from './guard-disk.ts'
import { KEPT_TABLES } from './kept-tables.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const TODAY = Date.UTC(2026, 10, 22)

test('docs/privacy.md names every table that is kept', () => {
  const text = readFileSync('docs/privacy.md', 'utf8')
  for (const { name } of KEPT_TABLES)
    expect(text).toContain(name.startsWith('rollup') ? 'rum.rollup_*' : `\`rum.${name}\``)
})

describe.each(['timescale', 'plain'] as const)('on %s', (engine: Engine) => {
  let database: TestDatabase
  let sites: { long: number; short: number }
  beforeAll(async () => {
    database = await createTestDatabase(engine)
    const site = (slug: string, settings: object) =>
      database.control.site.create({ data: { slug, name: slug, settings } })
    const [long, short] = [
      await site('long', {}),
      await site('short', { retention: { eventsDays: 3, errorsDays: 3, sessionsDays: 1, rollupsDays: 10 } }),
    ]
    sites = { long: long.id, short: short.id }
    await database.db.query(sql`/* test.fill */
INSERT INTO rum.events (time, site_id, seq, weight, kind, bot, session_id, visitor_id)
SELECT ${new Date(TODAY)}::timestamptz - day * interval '1 day' + hour * interval '6 hours', site, day, 1, 1, false, gen_random_uuid(), gen_random_uuid()
FROM unnest(${[long.id, short.id]}::integer[]) AS site, generate_series(0, 40) AS day, generate_series(0, 1) AS hour`)
    await database.db.query(sql`/* test.ledger */
INSERT INTO rum.ingest_batch (site_id, batch_id, rows, at)
SELECT ${long.id}, gen_random_uuid(), 1, ${new Date(NOW)}::timestamptz - day * interval '1 day'
FROM generate_series(0, 20) AS day, generate_series(1, 1500)`)
    await database.db.query(sql`/* test.deliveries */
INSERT INTO rum.deliveries (site_id, channel_id, status, key, notice, created_at, next_at)
VALUES
  (${long.id}, 1, 'DELIVERED', 'old', '{}', ${new Date(NOW - 100 * DAY_MS)}, NULL),
  (${long.id}, 1, 'WAITING', 'waits', '{}', ${new Date(NOW - 100 * DAY_MS)}, ${new Date(NOW)})`)
  })
  afterAll(() => database.drop())

  const oldest = async (siteId: number) => {
    const [row] = await database.db.query<{ at: Date; n: number }>(
      sql`/* test.oldest */ SELECT min(time) AS at, count(*) AS n FROM rum.events WHERE site_id = ${siteId}`,
    )
    return [row?.at.getTime(), row?.n]
  }

  test('every site keeps what it set, by whole days', async () => {
    const expired = await expire(database.db, NOW)
    expect(await oldest(sites.long)).toEqual([TODAY - 30 * DAY_MS, 62])
    expect(await oldest(sites.short)).toEqual([TODAY - 3 * DAY_MS, 8])
    expect(expired['events']).toBe(engine === 'timescale' ? 10 + 54 : 20 + 74)
  })

  test('the ledger outlives the latest batch, and goes in bounded steps', async () => {
    const [row] = await database.db.query<{ n: number; at: Date }>(
      sql`/* test.ledgerLeft */ SELECT count(*) AS n, min(at) AS at FROM rum.ingest_batch WHERE site_id = ${sites.long}`,
    )
    expect(row?.n).toBe(10 * 1500)
    expect(NOW - Number(row?.at)).toBeGreaterThan(7 * DAY_MS)
  })

  test('what still waits stays', async () => {
    const left = await database.db.query<{ key: string }>(
      sql`/* test.deliveriesLeft */ SELECT key FROM rum.deliveries WHERE site_id = ${sites.long}`,
    )
    expect(left).toEqual([{ key: 'waits' }])
  })

  test('no consent is shown for longer than 25 months', async () => {
    await database.db.query(sql`/* test.consent */
INSERT INTO rum.consent_log (site_id, session_id, at, received_at, state, scope)
SELECT ${sites.long}, gen_random_uuid(), at, at, 'granted', '{}'
FROM unnest(${[new Date(NOW - 759 * DAY_MS), new Date(NOW - 762 * DAY_MS)]}::timestamptz[]) AS at`)
    expect((await expire(database.db, NOW))['consent_log']).toBe(1)
  })

  test('a second round finds nothing', async () => {
    const expired = await expire(database.db, NOW)
    expect(Object.values(expired).filter((n) => n > 0)).toEqual([])
  })

  test('no table of measurements is forgotten', async () => {
    const { rows } = await database.db.pool.query<{ name: string }>(
      `/* test.tables */ SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.atttypid = 'timestamptz'::regtype
       WHERE n.nspname = 'rum' AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`,
    )
    const kept = KEPT_TABLES.map(({ name }) => name)
    const states = ['alert_progress', 'alert_states']
    expect(
      rows.map(({ name }) => name).filter((name) => !kept.includes(name) && !states.includes(name)),
    ).toEqual([])
  })

  test('a full disk takes the oldest days of events, and never the last three', async () => {
    const guard = (maxBytes: number | null) => guardDisk(database.db, { maxBytes, now: NOW })
    expect(await guard(null)).toBeNull()
    expect(await guard(2 ** 50)).toBeNull()
    expect((await oldest(sites.long))[1]).toBe(62)
    const until = await guard(1)
    if (engine === 'plain') expect(until).toBeNull()
    else {
      expect(until).toEqual(new Date(TODAY - 3 * DAY_MS))
      expect(await oldest(sites.long)).toEqual([TODAY - 3 * DAY_MS, 8])
    }
  })
})
