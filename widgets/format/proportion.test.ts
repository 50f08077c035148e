import { expect, test } from 'vitest'
import { formatRate, isThin, proportionWords, type Proportion } from './proportion.ts'

const aProportion = (over: Partial<Proportion> = {}): Proportion => ({
  value: 0.0251,
  low: 0.022,
  high: 0.0284,
  count: 312,
  total: 12_431,
  ...over,
})

test.each([
  [null, '–'],
  [0, '0%'],
  [0.0001, '< 0.1%'],
  [0.004, '0.4%'],
  [0.0994, '9.9%'],
  [0.0996, '10%'],
  [0.42, '42%'],
  [0.9987, '99.9%'],
  [0.99999, '> 99.9%'],
  [1, '100%'],
])('the share %s is written %s', (value, words) => {
  expect(formatRate(value, 'en')).toBe(words)
})

test('the evidence names what was counted, of how many, and the interval where there is one', () => {
  expect(proportionWords(aProportion(), 'sessions', 'en')).toBe(
    '312 of 12,431 sessions, 95 % interval 2.2%–2.8%',
  )
  expect(proportionWords(aProportion({ count: 0, total: 0, low: null }), 'sessions', 'en')).toBe(
    '0 of 0 sessions',
  )
})

test('a share of fewer than 30 is thin, one of none is nothing', () => {
  expect([0, 1, 29, 30].map((total) => isThin(aProportion({ total })))).toEqual([false, true, true, false])
})
