import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { heldBy, isWithin } from './silences.ts'

const HOUR_MS = 3_600_000
const inBerlin = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Berlin' }).toMillis()
const aWindow = (overrides: object = {}) => ({
  ruleId: null,
  name: 'backup',
  timeZone: 'Europe/Berlin',
  weekdays: [7],
  startsAt: '23:00',
  durationMs: 3 * HOUR_MS,
  ...overrides,
})

describe('a maintenance window', () => {
  test.each([
    ['before it begins', '2026-10-18T22:59:59.999', false],
    ['as it begins', '2026-10-18T23:00', true],
    ['after midnight, on a day that it does not begin on', '2026-10-19T01:59:59.999', true],
    ['as it ends', '2026-10-19T02:00', false],
    ['on another day', '2026-10-17T23:30', false],
    // The night in which clocks go back: 23:00 and three hours are 01:00 by the second clock.
    ['in the night of three at two o’clock', '2026-10-26T01:30', true],
  ])('%s: %s', (_, at, within) => {
    expect(isWithin(aWindow(), inBerlin(at))).toBe(within)
  })

  test('lasts as long as it lasts when clocks change in it', () => {
    // On 25 October 2026 it is 02:30 twice.
    const window = aWindow({ weekdays: [7], startsAt: '01:00' })
    const begin = inBerlin('2026-10-25T01:00')
    expect([0, 2.9, 3].map((hours) => isWithin(window, begin + hours * HOUR_MS))).toEqual([true, true, false])
  })

  test('follows the clocks of its zone', () => {
    const at = Date.UTC(2026, 6, 5, 21, 30)
    expect(isWithin(aWindow(), at)).toBe(true)
    expect(isWithin(aWindow({ timeZone: 'UTC' }), at)).toBe(false)
  })
})

describe('a silence', () => {
  const at = Date.UTC(2026, 9, 20)
  const aSilence = (overrides: object = {}) => ({
    ruleId: null,
    segment: null,
    from: new Date(at),
    to: new Date(at + HOUR_MS),
    reason: 'deploying',
    by: 'Anna',
    ...overrides,
  })
  test.each([
    ['everything', {}, true],
    ['the rule', { ruleId: 1 }, true],
    ['another rule', { ruleId: 2 }, false],
    ['the part', { segment: '"DE"' }, true],
    ['another part', { segment: 'null' }, false],
    ['the part of another rule', { ruleId: 2, segment: '"DE"' }, false],
    ['what is over', { to: new Date(at) }, false],
    ['what is to come', { from: new Date(at + 1) }, false],
  ])('of %s', (_, overrides, holds) => {
    const quiet = { silences: [aSilence(overrides)], windows: [] }
    const held = heldBy(quiet, { ruleId: 1, segment: '"DE"' }, at)
    expect(held).toBe(holds ? 'deploying (Anna)' : null)
  })

  test('without any, nothing is held', () => {
    expect(heldBy({ silences: [], windows: [] }, { ruleId: 1, segment: '' }, at)).toBeNull()
    const quiet = { silences: [], windows: [aWindow({ ruleId: 2 })] }
    expect(heldBy(quiet, { ruleId: 1, segment: '' }, inBerlin('2026-10-18T23:30'))).toBeNull()
    expect(heldBy(quiet, { ruleId: 2, segment: '' }, inBerlin('2026-10-18T23:30'))).toBe(
      'maintenance: backup',
    )
  })
})
