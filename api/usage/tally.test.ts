import { expect, test } from 'vitest'
import type { Queryable } from '../db/database.ts'
import { type Sql, toQuery } from '../db/sql.ts'
import { problem } from '../collect/problems.ts'
import { createTally, refusalEntries } from './tally.ts'

const AT = Date.parse('2026-11-20T12:34:56.000Z')
const HOUR = Date.parse('2026-11-20T12:00:00.000Z')

/** A database that keeps what it is given, while it is up. */
function aDatabase() {
  const database = { isUp: true, written: [] as unknown[] }
  const db: Queryable = {
    query: (statement: Sql) => {
      if (!database.isUp) return Promise.reject(new Error('away'))
      database.written.push(toQuery(statement).values)
      return Promise.resolve([])
    },
  }
  return { database, tally: createTally(db, () => {}) }
}

const refused = (at = AT) => refusalEntries(1, problem('rate_limited_key', ''), at)

test('refusals of an hour are one row a code, written when it closes at the latest', async () => {
  const { database, tally } = aDatabase()
  for (let i = 0; i < 1000; i++) tally.count(...refused(AT + i))
  tally.count(
    ...refusalEntries(1, problem('nothing_valid', '', [{ index: 0, code: 'wrong_type', message: '' }]), AT),
  )
  await tally.close()
  const hour = new Date(HOUR)
  expect(database.written).toEqual([
    [
      [1, 1, 1],
      [hour, hour, hour],
      ['refused', 'refused', 'rejected'],
      ['rate_limited_key', 'nothing_valid', 'wrong_type'],
      [1000, 1, 1],
    ],
  ])
})

test('what cannot be written is kept and written later, once', async () => {
  const { database, tally } = aDatabase()
  database.isUp = false
  tally.count(...refused())
  await tally.write()
  tally.count(...refused())
  await tally.write()
  database.isUp = true
  await tally.write()
  await tally.close()
  expect(database.written).toEqual([[[1], [new Date(HOUR)], ['refused'], ['rate_limited_key'], [2]]])
})
