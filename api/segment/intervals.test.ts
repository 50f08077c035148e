import { expect, test } from 'vitest'
import { bucketEdges, nests } from './intervals.ts'

const range = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) })
const iso = (edges: number[]) => edges.map((edge) => new Date(edge).toISOString().slice(0, 16))

test('days begin at midnight of the zone, also when clocks change', () => {
  expect(iso(bucketEdges(range('2026-03-28T00:00Z', '2026-03-31T00:00Z'), 'DAY', 'Europe/Berlin'))).toEqual([
    '2026-03-28T00:00',
    '2026-03-28T23:00',
    '2026-03-29T22:00',
    '2026-03-30T22:00',
    '2026-03-31T00:00',
  ])
})

test('the day on which clocks go back has 25 hours', () => {
  const edges = bucketEdges(range('2026-10-24T22:00Z', '2026-10-25T23:00Z'), 'HOUR', 'Europe/Berlin')
  expect(edges).toHaveLength(26)
})

test('hours of a zone half an hour off begin half an hour off', () => {
  expect(iso(bucketEdges(range('2026-11-21T00:00Z', '2026-11-21T02:00Z'), 'HOUR', 'Asia/Kolkata'))).toEqual([
    '2026-11-21T00:00',
    '2026-11-21T00:30',
    '2026-11-21T01:30',
    '2026-11-21T02:00',
  ])
})

test('weeks begin on Monday, months on the first', () => {
  expect(iso(bucketEdges(range('2026-11-18T00:00Z', '2026-11-25T00:00Z'), 'WEEK', 'UTC'))).toEqual([
    '2026-11-18T00:00',
    '2026-11-23T00:00',
    '2026-11-25T00:00',
  ])
  expect(bucketEdges(range('2026-01-15T00:00Z', '2026-04-15T00:00Z'), 'MONTH', 'UTC')).toHaveLength(5)
})

test('a range within a bucket is one cut bucket', () => {
  expect(bucketEdges(range('2026-11-21T10:10Z', '2026-11-21T10:20Z'), 'DAY', 'UTC')).toHaveLength(2)
})

test('a series that is too long is refused with its length', () => {
  expect(() => bucketEdges(range('2026-01-01T00:00Z', '2026-03-01T00:00Z'), 'MINUTE', 'UTC')).toThrow(
    /84960 buckets/,
  )
})

test('intervals nest unless their edges cross', () => {
  expect(nests('HOUR', 'DAY')).toBe(true)
  expect(nests('WEEK', 'MONTH')).toBe(false)
  expect(nests('DAY', 'DAY')).toBe(false)
})
