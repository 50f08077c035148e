import { expect, test } from 'vitest'
import { usageOf } from '../../../test/widgets/answers/usage.ts'
import type { UsageCap } from './usage.query.ts'
import { capWords, goneOf, identityWords, lossWords, missingOf, nearCaps, quotaWords } from './usage-words.ts'

const SUMS = { accepted: 1100, stored: 1000, dead: 3, erased: 0, queued: 97, queuedIsExact: true }

test.each([
  [
    SUMS,
    'Of 1,100 events that were accepted 1,000 are stored, 3 are dead letters, and 97 wait in the queue.',
  ],
  [{ ...SUMS, queuedIsExact: false }, / and about 97 wait in the queue\.$/],
  [{ ...SUMS, queued: null, queuedIsExact: null }, /and what waits in the queue cannot be told just now\.$/],
  [{ ...SUMS, erased: 5 }, /dead letters, 5 were of people who are forgotten, and 97/],
  [{ ...SUMS, accepted: 0 }, 'Nothing was accepted in this time.'],
])('the accounts of %j are a sentence', (sums, words) => {
  const told = identityWords(sums, 'en')
  if (typeof words === 'string') expect(told).toBe(words)
  else expect(told).toMatch(words)
})

test('what does not add up is told, and an unknown queue counts as empty', () => {
  expect(missingOf(SUMS)).toBe(0)
  expect(missingOf({ ...SUMS, stored: 990 })).toBe(10)
  expect(missingOf({ ...SUMS, accepted: 1003, queued: null })).toBe(0)
  expect(missingOf(usageOf('plenty', { range: { last: 'P7D' }, by: 'DAY' }))).toBe(0)
})

test.each([
  [null, /cannot be told/],
  [{ expected: 200, missing: 0, senders: 40 }, 'All 200 batches of 40 page loads arrived'],
  [{ expected: 200, missing: 10, senders: 40 }, '10 of 200 batches of 40 page loads never arrived (5%)'],
])('the loss of %j is a sentence', (loss, words) => {
  const told = lossWords(loss, 'en')
  if (typeof words === 'string') expect(told).toContain(words)
  else expect(told).toMatch(words)
})

test('caps from 80 % on are near', () => {
  const cap = (values: number): UsageCap => ({ what: 'attribute_value', of: 'plan', values, most: 1000 })
  expect(nearCaps([cap(1000), cap(800), cap(799)]).map(({ values }) => values)).toEqual([1000, 800])
  expect(capWords(cap(800), 'en')).toBe('attribute value of plan: 800 of 1,000 different values')
})

test('a quota is told by its use', () => {
  const quota = { used: 400, events: 500, state: 'WARNING', renewsAt: '2026-11-22T00:00:00Z' } as const
  expect(quotaWords(quota, 'en')).toBe('400 of 500 events of today (80%)')
})

test('requests that were refused whole are no events that came to nothing', () => {
  const point = { at: '', accepted: 9, stored: 8, dead: 1, queued: 0, duplicate: 5 }
  expect(goneOf({ ...point, rejected: 2, refused: 100, dropped: 4 })).toBe(7)
})
