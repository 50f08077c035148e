import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { type Database, openDatabase } from './database.ts'
import { sql } from './sql.ts'

const MIGRATION = readFileSync('prisma/migrations/20261121000300_reader/migration.sql', 'utf8')

describe.each(['timescale', 'plain'] as const)('on %s', (engine) => {
  let database: TestDatabase
  let reader: Database

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    reader = openDatabase({
      url: database.url,
      name: 'reader',
      connections: 1,
      readOnly: true,
      statementTimeoutMs: 8000,
    })
  })
  afterAll(async () => {
    await reader.close()
    await database.drop()
  })

  test('it reads every table of rum, also one that a later migration makes', async () => {
    await database.db.query(sql`CREATE TABLE rum.later (site_id integer)`)
    const tables = await database.db.query<{ name: string }>(
      sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'rum' ORDER BY tablename`,
    )
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['events', 'later', 'sessions']))
    const [{ readable } = { readable: 0 }] = await reader.query<{ readable: number }>(
      sql`SELECT count(*) FILTER (WHERE has_table_privilege(format('rum.%I', tablename), 'SELECT'))::integer AS readable
FROM pg_tables WHERE schemaname = 'rum'`,
    )
    expect(readable).toBe(tables.length)
    expect(await reader.query(sql`SELECT 1 AS one FROM rum.events WHERE site_id = 1`)).toEqual([])
  })

  test.each([
    ['tokens', sql`SELECT hash FROM public.api_token`, /permission denied/],
    ['write keys', sql`SELECT key FROM public.write_key`, /permission denied/],
    ['settings', sql`SELECT value FROM public.setting`, /permission denied/],
    [
      'an INSERT',
      sql`INSERT INTO rum.ingest_batch (site_id, batch_id, rows) VALUES (1, gen_random_uuid(), 1)`,
      /permission denied|read-only/,
    ],
    ['a DELETE', sql`DELETE FROM rum.events WHERE site_id = 1`, /permission denied|read-only/],
    ['a table of its own', sql`CREATE TABLE rum.own (a integer)`, /permission denied|read-only/],
    ['a temporary table', sql`CREATE TEMPORARY TABLE own (a integer)`, /read-only/],
    ['a file of the server', sql`SELECT pg_read_file('postgresql.conf')`, /permission denied/],
    ['a program of the server', sql`COPY (SELECT 1) TO PROGRAM 'true'`, /permission denied|must be/],
  ])('it is refused %s', async (_, statement, reason) => {
    await expect(reader.query(statement)).rejects.toThrow(reason)
  })

  test('with writing switched on again the role still may not', async () => {
    const client = await reader.pool.connect()
    await client.query('SET default_transaction_read_only = off')
    for (const statement of [
      'INSERT INTO rum.ingest_batch (site_id, batch_id, rows) VALUES (1, gen_random_uuid(), 1)',
      'DELETE FROM rum.events WHERE site_id = 1',
      'SELECT hash FROM public.api_token',
    ])
      await expect(client.query(statement)).rejects.toThrow(/permission denied/)
    client.release(true)
  })

  test.each(['RESET ROLE', 'SET ROLE NONE', "SELECT set_config('role', 'none', FALSE)"])(
    'whoever may run any statement gets the login role back by %s: the role is no wall against that',
    async (statement) => {
      const client = await reader.pool.connect()
      await client.query(statement)
      expect((await client.query('SELECT hash FROM public.api_token')).rows).toEqual([])
      client.release(true)
    },
  )

  test('a statement with bound values cannot bring a second one along', async () => {
    await expect(reader.query(sql`SELECT ${1}::integer; RESET ROLE`)).rejects.toThrow(/multiple commands/)
  })

  test('the migration may run again, and in several databases at once', async () => {
    await database.db.pool.query(MIGRATION)
    const databases = await Promise.all([createTestDatabase(engine), createTestDatabase(engine)])
    await Promise.all(databases.map(({ db }) => db.pool.query(MIGRATION)))
    await Promise.all(databases.map((one) => one.drop()))
  })
})

test('a login that may not make roles is left as it is, and reads by the setting alone', async () => {
  const database = await createTestDatabase('plain')
  const name = `owner_${Math.floor(performance.now() * 1000)}`
  await database.db.pool.query(
    `CREATE ROLE ${name} LOGIN PASSWORD 'limited'; ALTER SCHEMA rum OWNER TO ${name}; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name}`,
  )
  const client = await database.db.pool.connect()
  await client.query(`SET ROLE ${name}`)
  await client.query(MIGRATION)
  await client.query('RESET ROLE')
  client.release()
  const url = Object.assign(new URL(database.url), { username: name, password: 'limited' }).toString()
  const limited = openDatabase({ url, name: 'limited', connections: 1, readOnly: true })
  expect(await limited.query(sql`SELECT current_user::text AS name`)).toEqual([{ name }])
  await expect(limited.query(sql`CREATE TABLE rum.own (a integer)`)).rejects.toThrow(/read-only/)
  await limited.close()
  await database.db.pool.query(
    `REASSIGN OWNED BY ${name} TO CURRENT_USER; DROP OWNED BY ${name}; DROP ROLE ${name}`,
  )
  await database.drop()
})
