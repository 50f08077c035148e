import { expect, test } from 'vitest'
import { baselineOf } from './baseline.ts'
import { EVERYTHING } from './conditions.ts'
import { type Segment, bucketsOf, segmentRange, wholeScope } from './segment.ts'

const time = (text: string) => Date.parse(text)

function aSegment(from: string, to: string, timeZone = 'Europe/Berlin'): Segment {
  const site = { id: 1, slug: 'shop', name: 'Shop', origins: [], timeZone }
  return wholeScope({
    site,
    range: { from: time(from), to: time(to) },
    where: EVERYTHING,
    includeBots: false,
  })
}

const previous = { period: 'PREVIOUS_PERIOD', range: null, where: null } as const
const lastWeek = { period: 'SAME_DAYS_LAST_WEEK', range: null, where: null } as const

function rangeOf(segment: Segment) {
  const { from, to } = segmentRange(segment)
  return [new Date(from).toISOString(), new Date(to).toISOString()]
}

// Clocks in Berlin go back on 2026-10-25 at 03:00.
test.each([
  [
    'a day after the clocks changed: the day before, of 25 hours',
    ['2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z'],
    previous,
    ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ],
  [
    'a week: the week before, midnight to midnight',
    ['2026-10-25T23:00:00Z', '2026-11-01T23:00:00Z'],
    previous,
    ['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ],
  [
    'six hours: the six hours before, also over the change',
    ['2026-10-25T00:00:00Z', '2026-10-25T06:00:00Z'],
    previous,
    ['2026-10-24T18:00:00.000Z', '2026-10-25T00:00:00.000Z'],
  ],
  [
    'six hours: the same hours on the clock a week ago',
    ['2026-10-26T08:00:00Z', '2026-10-26T14:00:00Z'],
    lastWeek,
    ['2026-10-19T07:00:00.000Z', '2026-10-19T13:00:00.000Z'],
  ],
  [
    'thirty days: five weeks ago',
    ['2026-08-01T22:00:00Z', '2026-08-31T22:00:00Z'],
    lastWeek,
    ['2026-06-27T22:00:00.000Z', '2026-07-27T22:00:00.000Z'],
  ],
])('%s', (_, [from = '', to = ''], baseline, expected) => {
  expect(rangeOf(baselineOf(aSegment(from, to), baseline))).toEqual(expected)
})

test('a bucket is compared with the bucket in its place of the series before', () => {
  const days = bucketsOf(aSegment('2026-10-25T23:00:00Z', '2026-10-28T23:00:00Z'), 'DAY')
  const baselines = days.map(({ segment }) => rangeOf(baselineOf(segment, previous)))
  expect(baselines).toEqual([
    ['2026-10-22T22:00:00.000Z', '2026-10-23T22:00:00.000Z'],
    ['2026-10-23T22:00:00.000Z', '2026-10-24T22:00:00.000Z'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])
})

test('another filter takes the place of the own, keys stay', () => {
  const segment: Segment = {
    ...aSegment('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
    keys: new Map([['PAGE', '/']]),
  }
  const where = { op: 'known', field: { dimension: 'COUNTRY' } } as const
  const baseline = baselineOf(segment, { period: null, range: null, where })
  expect(baseline.scope.where).toEqual(where)
  expect(baseline.scope.range).toEqual(segment.scope.range)
  expect(baseline.keys).toEqual(segment.keys)
})
