import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTimeTicks } from './time-ticks.ts'
import { momentOf, wallTime } from './zoned-time.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const at = (iso: string) => Date.parse(iso)

describe('wall clocks', () => {
  it('show what the zone shows, in winter and in summer', () => {
    expect(wallTime(at('2026-01-15T12:00:00Z'), 'Europe/Berlin')).toBe(at('2026-01-15T13:00:00Z'))
    expect(wallTime(at('2026-07-15T12:00:00Z'), 'Europe/Berlin')).toBe(at('2026-07-15T14:00:00Z'))
    expect(wallTime(at('2026-07-15T12:00:00Z'), 'Asia/Kolkata')).toBe(at('2026-07-15T17:30:00Z'))
  })

  it('are read back to the same wall time wherever it exists', () => {
    const moments = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') })
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (moment, zone) => {
        const wall = wallTime(moment, zone)
        expect(wallTime(momentOf(wall, zone), zone)).toBe(wall)
      }),
    )
  })

  it('take a time that is skipped as an hour later, and the first of a time that comes twice', () => {
    expect(momentOf(at('2026-03-29T02:30:00Z'), 'Europe/Berlin')).toBe(at('2026-03-29T01:30:00Z'))
    expect(momentOf(at('2026-10-25T02:30:00Z'), 'Europe/Berlin')).toBe(at('2026-10-25T00:30:00Z'))
  })
})

describe('time ticks', () => {
  const ticksOf = (from: string, to: string, timeZone: string, count: number) =>
    buildTimeTicks({ from: at(from), to: at(to), timeZone, count, locale: 'en' })

  it('stand at the midnights of the zone on both sides of daylight saving', () => {
    const ticks = ticksOf('2026-10-24T00:00:00Z', '2026-10-28T00:00:00Z', 'Europe/Berlin', 5)
    expect(ticks.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
      '2026-10-27T23:00:00.000Z',
    ])
    expect(ticks.map(({ label }) => label)).toEqual(['Oct 25', 'Oct 26', 'Oct 27', 'Oct 28'])
  })

  it('name the day at midnight and the hour elsewhere', () => {
    const labels = ticksOf('2026-11-20T18:00:00Z', '2026-11-21T18:00:00Z', 'UTC', 4).map(({ label }) => label)
    expect(labels.map((label) => label.replace('\u202F', ' '))).toEqual([
      '6:00 PM',
      'Nov 21',
      '6:00 AM',
      '12:00 PM',
      '6:00 PM',
    ])
  })

  it('begin weeks on Monday', () => {
    const ticks = ticksOf('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', 'UTC', 5)
    expect(ticks.map(({ at }) => new Date(at).getUTCDay())).toEqual([1, 1, 1, 1, 1])
  })

  it('stand at first days of months in long periods, and name the year in January', () => {
    const labels = ticksOf('2025-10-15T00:00:00Z', '2026-04-15T00:00:00Z', 'America/New_York', 8).map(
      ({ label }) => label,
    )
    expect(labels).toEqual(['Nov', 'Dec', '2026', 'Feb', 'Mar', 'Apr'])
  })

  it('rise, lie within the period and are about as many as asked for', () => {
    const start = at('2026-01-01T00:00:00Z')
    const lengths = fc.integer({ min: 5 * 60_000, max: 900 * 86_400_000 })
    const options = fc.record({
      length: lengths,
      zone: fc.constantFrom(...ZONES),
      count: fc.integer({ min: 2, max: 12 }),
    })
    fc.assert(
      fc.property(options, ({ length, zone, count }) => {
        const ticks = buildTimeTicks({ from: start, to: start + length, timeZone: zone, count, locale: 'en' })
        expect(ticks.length).toBeLessThanOrEqual(count + 2)
        ticks.forEach((tick, index) => {
          expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? start - 1)
          expect(tick.at).toBeLessThanOrEqual(start + length)
        })
      }),
    )
  })

  it('are none where there is no period', () => {
    expect(ticksOf('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'UTC', 5)).toEqual([])
  })
})
