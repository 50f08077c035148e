import { expect, test } from 'vitest'
import { cleanAttributes } from './attributes.ts'

test('scalars pass, everything else is left out', () => {
  const input = {
    a: 'x',
    b: 0,
    c: false,
    d: null,
    e: NaN,
    f: Infinity,
    g: [],
    h: {},
    i: undefined,
    j: () => 1,
  }
  expect(cleanAttributes(input)).toEqual({ a: 'x', b: 0, c: false, d: null })
})

test('text is scrubbed and cut, keys that are too long are left out', () => {
  const clean = cleanAttributes({
    mail: 'ada@example.org',
    long: 'y'.repeat(2000),
    ['k'.repeat(41)]: 1,
    '': 1,
  })
  expect(clean).toEqual({ mail: '[email]', long: 'y'.repeat(1024) })
})

test('the first 64 are kept', () => {
  const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`k${i}`, i]))
  expect(Object.keys(cleanAttributes(many))).toHaveLength(64)
})

test.each([null, undefined, 'text', 7])('%s is no attributes', (input) => {
  expect(cleanAttributes(input)).toEqual({})
})
