import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { until } from '../../test/until.ts'
import { type Database, openDatabase } from './database.ts'
import { sql } from './sql.ts'

const SLEEP = sql`/* test.sleep */ SELECT pg_sleep(30)`

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase('plain')
})
beforeEach(() => {
  db = openDatabase({ url: database.url, name: 'cancelled', connections: 2 })
  return () => db.close()
})
afterAll(() => database.drop())

const sleeping = async () => {
  const rows = await database.db.query(
    sql`SELECT pid FROM pg_stat_activity WHERE application_name = 'sightline-cancelled' AND state = 'active'`,
  )
  return rows.length
}

test('a statement runs as ever while nobody goes away', async () => {
  const patient = db.until(new AbortController().signal)
  expect(await patient.query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
  await expect(patient.query(sql`SELECT 1 / 0`)).rejects.toThrow('division by zero')
})

test('what runs is cancelled in the database, what waits for a connection gives up, and no more begins', async () => {
  const controller = new AbortController()
  const impatient = db.until(controller.signal)
  const asked = Array.from({ length: 5 }, () => impatient.query(SLEEP))
  const settled = Promise.allSettled(asked)
  await until('both connections sleep', async () => (await sleeping()) === 2)
  const begun = performance.now()
  controller.abort(new Error('nobody waits'))
  for (const outcome of await settled) expect(outcome).toMatchObject({ reason: new Error('nobody waits') })
  expect(performance.now() - begun).toBeLessThan(5000)
  await until('nothing sleeps', async () => (await sleeping()) === 0)
  await expect(impatient.query(SLEEP)).rejects.toThrow('nobody waits')
})

test('the next statement is not hit by the cancellation of one before', async () => {
  for (let round = 0; round < 20; round++) {
    const controller = new AbortController()
    const cancelled = db
      .until(controller.signal)
      .query(SLEEP)
      .catch(() => 'cancelled')
    setTimeout(() => controller.abort(new Error('gone')), round)
    expect(await cancelled).toBe('cancelled')
    const patient = db.until(new AbortController().signal)
    expect(await Promise.all([1, 2].map(() => patient.query(sql`SELECT 1 AS one`)))).toHaveLength(2)
  }
})

test('a connection that is killed fails its statement and not the process', async () => {
  const patient = db.until(new AbortController().signal)
  const killed = patient.query(SLEEP).catch((error: Error) => error.message)
  await until('it sleeps', async () => (await sleeping()) === 1)
  await database.db.query(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sightline-cancelled'`,
  )
  expect(await killed).toMatch(/terminat/i)
  expect(await patient.query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
})
