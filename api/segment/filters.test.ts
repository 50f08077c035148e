import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql, toQuery } from '../db/sql.ts'
import type { FilterInput } from '../schema.generated.ts'
import { type Condition, EVERYTHING, type Place, conditionSql, fieldsOf } from './conditions.ts'
import { parseFilter } from './filters.ts'
import { happened } from './sources.ts'

const page = { dimension: 'PAGE' } as const
const place: Place = {
  column: () => sql`x`,
  siteId: 7,
  range: { from: 0, to: 1 },
  happened,
  exposed: () => sql`x`,
}

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
    'a session that had something',
    { session: { has: { action: { kind: 'RAGE_CLICK' } } } },
    {
      op: 'had',
      predicate: {
        table: 'events',
        kind: 5,
        condition: {
          op: 'all',
          of: [{ op: 'in', field: { row: 'name' }, values: ['rage_click'] }, EVERYTHING],
        },
      },
    },
  ],
  [
    'bounds of a number',
    { session: { views: { min: 3 } } },
    { op: 'between', field: { session: 'views' }, min: 3, max: null },
  ],
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
        session: { has: { event: value, where: { release: { eq: key } } } },
      })
      const { text } = toQuery(conditionSql(condition, place))
      const shape = toQuery(
        conditionSql(
          parseFilter({
            page: { eq: '', prefix: '', contains: '', notIn: [''] },
            flag: { key: '', eq: '' },
            session: { has: { event: '', where: { release: { eq: '' } } } },
          }),
          place,
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

test.each<[string, FilterInput, RegExp]>([
  ['nothing that happened', { session: { has: {} } }, /names nothing: give exactly one of page, event/],
  [
    'two things',
    { session: { has: { event: 'a', page: { eq: '/' } } } },
    /`page` and `event`: give exactly one/,
  ],
  [
    'a rating that is none',
    { session: { has: { vital: { metric: 'LOAD', rating: 'POOR' } } } },
    /LOAD has no ratings/,
  ],
  ['bounds without a bound', { session: { views: {} } }, /needs `min`, `max` or both/],
  [
    'bounds the wrong way round',
    { session: { errors: { min: 2, max: 1 } } },
    /`min` \(2\) is more than `max` \(1\)/,
  ],
])('%s is refused with the remedy', (_, input, message) => {
  expect(() => parseFilter(input)).toThrow(message)
})
