import { expect, test } from 'vitest'
import { join, sql, toQuery } from './sql.ts'

test('values are bound in order and fragments nest', () => {
  const filter = join([sql`page = ${'/'}`, sql`country = ANY(${['DE', 'FR']})`], sql` AND `)
  const query = sql`SELECT n FROM t WHERE site_id = ${1} AND (${filter}) LIMIT ${10}`
  expect(toQuery(query)).toEqual({
    text: 'SELECT n FROM t WHERE site_id = $1 AND (page = $2 AND country = ANY($3)) LIMIT $4',
    values: [1, '/', ['DE', 'FR'], 10],
  })
})

test('text that looks like SQL stays a value', () => {
  expect(toQuery(sql`SELECT ${"'; DROP TABLE site; --"}`)).toEqual({
    text: 'SELECT $1',
    values: ["'; DROP TABLE site; --"],
  })
})

test('a fragment that begins or ends with a value keeps its neighbours', () => {
  expect(toQuery(sql`a ${sql`${1} b ${2}`} c ${sql``} d`)).toEqual({ text: 'a $1 b $2 c  d', values: [1, 2] })
})
