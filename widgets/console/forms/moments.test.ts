import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment, momentOf } from './moments.ts'

test.each([
  ['2026-11-21T10:30', 'Europe/Berlin', '2026-11-21T09:30:00.000Z'],
  ['2026-07-01T10:30', 'Europe/Berlin', '2026-07-01T08:30:00.000Z'],
  ['2026-11-21T10:30', 'Asia/Kolkata', '2026-11-21T05:00:00.000Z'],
  // Clocks go through this half hour twice.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (local, timeZone, iso) => {
  expect(momentOf(local, timeZone)).toBe(iso)
  expect(localMoment(Date.parse(iso), timeZone)).toBe(local)
})

test('what is no moment is none', () => {
  expect(momentOf('', 'UTC')).toBe(null)
  expect(momentOf('tomorrow', 'UTC')).toBe(null)
})

test('what the clocks show is found again in every zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const minute = fc.integer({ min: 28_000_000, max: 30_500_000 })
  fc.assert(
    fc.property(zone, minute, (timeZone, minutes) => {
      const local = localMoment(minutes * 60_000, timeZone)
      const found = momentOf(local, timeZone)
      expect(localMoment(Date.parse(found ?? ''), timeZone)).toBe(local)
    }),
    { seed: 7, numRuns: 300 },
  )
})
