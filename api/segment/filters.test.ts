import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql, toQuery } from '../db/sql.ts'
import type { FilterInput } from '../schema.generated.ts'
import { type Condition, EVERYTHING, conditionSql, fieldsOf, parseFilter } from './filters.ts'

const page = { dimension: 'PAGE' } as const

test.each<[string, FilterInput | null, Condition]>([
  ['no filter', null, EVERYTHING],
  ['an empty one', {}, EVERYTHING],
  ['one comparison', { page: { eq: '/' } }, { op: 'in', field: page, values: ['/'] }],
  ['operators that are null', { page: { eq: null, in: null, exists: null } }, EVERYTHING],
  [
    'several operators, which must all hold',
    { page: { prefix: '/p', notIn: ['/p'] } },
    {
      op: 'all',
      of: [
        { op: 'not', of: { op: 'in', field: page, values: ['/p'] } },
        { op: 'prefix', field: page, value: '/p' },
      ],
    },
  ],
  ['an empty list, which nothing is in', { page: { in: [] } }, { op: 'in', field: page, values: [] }],
  ['no alternatives, of which none holds', { or: [] }, { op: 'any', of: [] }],
  ['what is not known', { page: { exists: false } }, { op: 'not', of: { op: 'known', field: page } }],
  ['a flag by its key', { flag: { key: 'a' } }, { op: 'known', field: { flag: 'a' } }],
  [
    'an attribute',
    { attribute: { key: 'plan', contains: 'o' } },
    { op: 'contains', field: { attribute: 'plan' }, value: 'o' },
  ],
])('%s is understood', (_, input, expected) => {
  expect(parseFilter(input)).toEqual(expected)
})

test('a filter that nests too deep or lists too much is refused with its number', () => {
  const nested = (depth: number): FilterInput => (depth === 0 ? {} : { not: nested(depth - 1) })
  expect(() => parseFilter(nested(8))).not.toThrow()
  expect(() => parseFilter(nested(9))).toThrow(/deeper than 8/)
  const list = (length: number) => ({ page: { in: Array.from({ length }, String) } })
  expect(() => parseFilter(list(1000))).not.toThrow()
  expect(() => parseFilter(list(1001))).toThrow(/1001 values is longer than 1000/)
})

test('the fields of a condition are found at any depth', () => {
  const condition = parseFilter({ or: [{ page: { eq: '/' } }, { not: { flag: { key: 'a' } } }] })
  expect(fieldsOf(condition)).toEqual([page, { flag: 'a' }])
})

test('whatever is compared with is bound, never text of the statement', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, key) => {
      const condition = parseFilter({
        page: { eq: value, prefix: value, contains: value, notIn: [value] },
        flag: { key, eq: value },
      })
      const { text } = toQuery(conditionSql(condition, () => sql`x`))
      const shape = toQuery(
        conditionSql(
          parseFilter({ page: { eq: '', prefix: '', contains: '', notIn: [''] }, flag: { key: '', eq: '' } }),
          () => sql`x`,
        ),
      )
      expect(text).toBe(shape.text)
    }),
  )
})

test('a value that PostgreSQL cannot hold is refused with the reason', () => {
  expect(() => parseFilter({ page: { eq: 'a\u0000b' } })).toThrow(/NUL/)
  expect(() => parseFilter({ attribute: { key: '\u0000' } })).toThrow(/NUL/)
})
