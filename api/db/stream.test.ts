import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { sql } from './sql.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('plain')
})
afterAll(() => database.drop())

const numbers = (count: number) =>
  sql`/* test.numbers */ SELECT i FROM generate_series(1, ${count}::integer) i`

test('every row is handed over in order, and the statement is recorded', async () => {
  const seen: number[] = []
  const records: { name: string; rows: number }[] = []
  await database.db.stream(
    numbers(10_000),
    ({ i }: { i: number }) => seen.push(i),
    ({ name, rows }) => records.push({ name, rows }),
  )
  expect(seen).toHaveLength(10_000)
  expect(seen.at(-1)).toBe(10_000)
  expect(records).toEqual([{ name: 'test.numbers', rows: 10_000 }])
})

test('bytes come as they are', async () => {
  const seen: Buffer[] = []
  await database.db.stream(
    sql`/* test.bytes */ SELECT uuid_send('00ff80fe-0000-4000-8000-00000000000a') AS bytes`,
    ({ bytes }: { bytes: Buffer }) => seen.push(bytes),
  )
  expect(seen[0]?.toString('hex')).toBe('00ff80fe00004000800000000000000a')
})

test('what a visit throws is thrown, and the connection serves on', async () => {
  const { db } = database
  const thrown = db.stream(numbers(100), () => {
    throw new RangeError('too much')
  })
  await expect(thrown).rejects.toThrow('too much')
  await expect(db.stream(sql`/* test.broken */ SELECT 1 / 0`, () => {})).rejects.toThrow('division by zero')
  expect(await db.query(sql`/* test.one */ SELECT 1 AS one`)).toEqual([{ one: 1 }])
})

test('a connection that is ended in between fails its stream and nothing else', async () => {
  const { db } = database
  const ended = db.stream(sql`/* test.ended */ SELECT pg_terminate_backend(pg_backend_pid())`, () => {})
  await expect(ended).rejects.toThrow(/terminat/)
  expect(await db.query(sql`/* test.one */ SELECT 1 AS one`)).toEqual([{ one: 1 }])
})
