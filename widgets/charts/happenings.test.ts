import { expect, test } from 'vitest'
import { happenedWithin, markHappenings } from './happenings.ts'

const FRAME = { from: 1000, to: 2000, plot: { x: 50, width: 100 } }
const ALL = [
  { label: 'before', at: 999 },
  { label: 'first', at: 1000 },
  { label: 'middle', at: 1500 },
  { label: 'end', at: 2000 },
  { label: 'began before', at: 400, until: 1250 },
  { label: 'goes on', at: 1750, until: null },
  { label: 'was over', at: 400, until: 900 },
  { label: 'short', at: 1600, until: 1601 },
]

test('moments and spans within the period are marked, cut at its ends', () => {
  expect(markHappenings(ALL, FRAME)).toEqual([
    { label: 'first', x: 50, width: null },
    { label: 'middle', x: 100, width: null },
    { label: 'began before', x: 50, width: 25 },
    { label: 'goes on', x: 125, width: 25 },
    { label: 'short', x: 110, width: 3 },
  ])
})

test('a bucket is told what happened in it, its end left out', () => {
  expect(happenedWithin(ALL, 1500, 1600)).toEqual(['middle'])
  expect(happenedWithin(ALL, 1200, 1300)).toEqual(['began before'])
  expect(happenedWithin(ALL, 1900, 2000)).toEqual(['goes on'])
})
