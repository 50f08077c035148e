import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SloWindow, windowAt, windowOf } from './windows.ts'

const iso = (time: number) => new Date(time).toISOString().slice(0, 16)

describe('a window', () => {
  test.each([
    [{}, { kind: 'ROLLING', days: 28 }],
    [{ days: 90 }, { kind: 'ROLLING', days: 90 }],
    [
      { calendar: 'MONTH' as const },
      { kind: 'CALENDAR', unit: 'MONTH', timeZone: 'UTC', start: '2018-01-01T00:00:00' },
    ],
  ])('%o is %o', (input, window) => {
    expect(windowOf(input)).toEqual({ window, problem: null })
  })

  test.each([
    [{ days: 0 }, 'days', /a window of 0 days: expected 1 to 90/],
    [{ days: 91 }, 'days', /expected 1 to 90/],
    [{ days: 7, calendar: 'WEEK' as const }, 'days', /not both/],
    [{ timeZone: 'UTC' }, 'calendar', /no time zone/],
    [{ calendar: 'WEEK' as const, start: 'monday' }, 'start', /a start of "monday"/],
    [{ calendar: 'WEEK' as const, start: '2026-02-30T00:00:00' }, 'start', /a start of/],
  ])('%o is refused', (input, field, message) => {
    expect(windowOf(input).problem).toMatchObject({ field, message: expect.stringMatching(message) })
  })

  test.each<[SloWindow, string, string, string]>([
    [{ kind: 'ROLLING', days: 7 }, '2026-11-20T12:00', '2026-11-13T12:00', '2026-11-20T12:00'],
    // Clocks went back on 25 October: the month has an hour more.
    [calendar('MONTH'), '2026-10-31T22:59', '2026-09-30T22:00', '2026-10-31T23:00'],
    [calendar('MONTH'), '2026-10-31T23:00', '2026-10-31T23:00', '2026-11-30T23:00'],
    [calendar('QUARTER'), '2026-11-20T12:00', '2026-09-30T22:00', '2026-12-31T23:00'],
    [calendar('WEEK'), '2026-11-20T12:00', '2026-11-15T23:00', '2026-11-22T23:00'],
    [calendar('MONTH', '2026-01-31T12:00:00'), '2026-02-28T10:59', '2026-01-31T11:00', '2026-02-28T11:00'],
  ])('%o at %s goes from %s to %s', (window, at, from, to) => {
    const range = windowAt(window, Date.parse(`${at}Z`))
    expect([iso(range.from), iso(range.to)]).toEqual([from, to])
  })

  test('of a calendar holds its moment, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('WEEK' as const, 'MONTH' as const, 'QUARTER' as const),
        fc.constantFrom('2018-01-01T00:00:00', '2026-01-31T12:00:00', '2022-01-01T12:00:00'),
        fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) }),
        (unit, start, at) => {
          const window = calendar(unit, start)
          const { from, to } = windowAt(window, at)
          expect(from <= at && at < to).toBe(true)
          expect(windowAt(window, to).from).toBe(to)
          expect(windowAt(window, to - 1)).toEqual({ from, to })
        },
      ),
    )
  })
})

function calendar(unit: 'WEEK' | 'MONTH' | 'QUARTER', start = '2018-01-01T00:00:00'): SloWindow {
  return { kind: 'CALENDAR', unit, timeZone: 'Europe/Berlin', start }
}
