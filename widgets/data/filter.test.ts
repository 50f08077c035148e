import { describe, expect, it } from 'vitest'
import { allOf, parseFilter, whereEquals } from './filter.ts'
import { chartInterval, coarserInterval, durationMs, parseRange, sparklineInterval } from './period.ts'

describe('filters', () => {
  it.each([
    ['PAGE', '/cart', { page: { eq: '/cart' } }],
    ['DEVICE', 'mobile', { device: { eq: 'MOBILE' } }],
    ['COUNTRY', null, { country: { exists: false } }],
    ['NAVIGATION_TYPE', 'SOFT', { navigationType: { eq: 'SOFT' } }],
  ] as const)('%s %s is %j', (dimension, key, filter) => {
    expect(whereEquals(dimension, key)).toEqual(filter)
  })

  it('are joined so that all hold', () => {
    expect(allOf([null, null])).toBeNull()
    expect(allOf([null, { a: 1 }])).toEqual({ a: 1 })
    expect(allOf([{ a: 1 }, { b: 2 }])).toEqual({ and: [{ a: 1 }, { b: 2 }] })
  })

  it.each([
    [null, null],
    [' ', null],
    ['{"page":{"eq":"/"}}', { page: { eq: '/' } }],
    ['{"page":', '{"page":'],
    ['[1]', '[1]'],
    ['7', '7'],
  ])('the attribute %s is read as %j', (text, filter) => {
    expect(parseFilter(text)).toEqual(filter)
  })
})

describe('periods', () => {
  it('are durations or intervals', () => {
    expect(parseRange('P7D')).toEqual({ last: 'P7D' })
    expect(parseRange('2026-11-01T00:00:00Z/2026-11-08T00:00:00Z')).toEqual({
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-08T00:00:00Z',
    })
  })

  it.each([
    ['PT30M', 1_800_000],
    ['P1W', 604_800_000],
    ['P1DT2H', 93_600_000],
    ['PT1.5S', 1500],
    ['P1M', null],
    ['soon', null],
  ])('%s lasts %s ms', (duration, length) => {
    expect(durationMs(duration)).toBe(length)
  })

  it.each([
    ['P7D', 'HOUR', 'DAY'],
    ['P1D', 'QUARTER_HOUR', 'HOUR'],
    ['PT6H', 'FIVE_MINUTES', 'QUARTER_HOUR'],
    ['PT1H', 'MINUTE', 'FIVE_MINUTES'],
    ['P30D', 'DAY', null],
    ['P120D', 'DAY', 'WEEK'],
    ['P120D', 'MONTH', null],
  ])('%s in %s is drawn in %s where that is too fine', (range, interval, coarser) => {
    expect(coarserInterval(range, interval)).toBe(coarser)
  })

  it.each([
    ['PT1H', 'MINUTE', 'MINUTE'],
    ['PT6H', 'FIVE_MINUTES', 'QUARTER_HOUR'],
    ['P1D', 'QUARTER_HOUR', 'HOUR'],
    ['P7D', 'HOUR', 'DAY'],
    ['P30D', 'DAY', 'DAY'],
    ['P365D', 'WEEK', 'WEEK'],
    ['soon', 'HOUR', 'DAY'],
  ])('%s is drawn in %s, small in %s', (range, chart, sparkline) => {
    expect([chartInterval(range), sparklineInterval(range)]).toEqual([chart, sparkline])
  })
})
