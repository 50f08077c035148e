import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgements, statesOf, stretch } from '../../test/burning-site.ts'
import { createRandom } from '../../test/oracle/random.ts'
import {
  type BurnRateRule,
  type Judged,
  ceilingOf,
  detectionMs,
  judge,
  resetMs,
  spanText,
} from './burn-rate.ts'
import { PRESETS, type Preset, burnRateRules, whyRefused } from './burn-rate-rules.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const inShort = (rules: BurnRateRule[]) =>
  rules.map(
    ({ severity, longMs, shortMs, factor, budgetShare }) =>
      `${severity} ${spanText(longMs)}/${spanText(shortMs)} ${factor} ${Math.round(budgetShare * 1000) / 10} %`,
  )

describe('the rules', () => {
  test.each<[Preset, number, string[]]>([
    ['GOOGLE', 30, ['PAGE 1 h/5 min 14.4 2 %', 'PAGE 6 h/30 min 6 5 %', 'TICKET 3 d/6 h 1 10 %']],
    ['GOOGLE', 90, ['PAGE 1 h/5 min 43.2 2 %', 'PAGE 6 h/30 min 18 5 %', 'TICKET 3 d/6 h 3 10 %']],
    [
      'SLOTH',
      30,
      ['PAGE 1 h/5 min 14.4 2 %', 'PAGE 6 h/30 min 6 5 %', 'TICKET 1 d/2 h 3 10 %', 'TICKET 3 d/6 h 1 10 %'],
    ],
    ['OPENOBSERVE', 7, ['PAGE 1 h/5 min 16.8 10 %', 'PAGE 6 h/30 min 5.6 20 %', 'TICKET 1 d/2 h 2.8 40 %']],
    ['OPENOBSERVE', 30, ['PAGE 1 h/5 min 14.4 2 %', 'PAGE 6 h/30 min 6 5 %', 'TICKET 1 d/2 h 3 10 %']],
    ['OPENOBSERVE', 90, ['PAGE 1 h/5 min 21.6 1 %', 'PAGE 6 h/30 min 10.8 3 %', 'TICKET 1 d/2 h 4.5 5 %']],
  ])('of %s for %i days are those that it publishes', (preset, windowDays, expected) => {
    expect(inShort(burnRateRules({ preset, objective: 0.999, windowDays }))).toEqual(expected)
  })

  test('that an objective cannot reach are lowered to four fifths of its ceiling, over less time', () => {
    expect(inShort(burnRateRules({ objective: 0.75, windowDays: 28 }))).toEqual([
      'PAGE 14 min/1 min 3.2 0.1 %',
      'PAGE 3.43 h/17 min 3.2 1.6 %',
      'TICKET 67.2 h/5.6 h 1 10 %',
    ])
  })

  test('that would call while the budget lasts are raised to 1, over less time', () => {
    expect(inShort(burnRateRules({ objective: 0.99, windowDays: 7 }))).toEqual([
      'PAGE 1 h/5 min 3.36 2 %',
      'PAGE 6 h/30 min 1.4 5 %',
      'TICKET 16.8 h/84 min 1 10 %',
    ])
  })

  test('can fire, whatever the objective and the window', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(PRESETS) as Preset[])),
        fc.double({ min: 0.01, max: 0.99999, noNaN: true }),
        fc.integer({ min: 1, max: 90 }),
        (preset, objective, windowDays) => {
          for (const rule of burnRateRules({ preset, objective, windowDays })) {
            expect(whyRefused(rule, { objective, windowDays })).toBeNull()
            expect(detectionMs({ rule, objective, errorRatio: 1 })).not.toBeNull()
            expect(detectionMs({ rule, objective, errorRatio: 1 })).toBeLessThan(rule.longMs)
          }
        },
      ),
    )
  })
})

describe('a rule of somebody’s own', () => {
  const goal = { objective: 0.75, windowDays: 28 }
  const rule = { factor: 3.2, longMs: HOUR, shortMs: 5 * MINUTE }

  test.each([
    [{}, null],
    [{ factor: 3.99 }, null],
    [
      { factor: 14.4 },
      'a factor of 14.4 can never be exceeded: with an objective of 0.75 the burn rate is 4 when everything fails. The highest factor that leaves room is 3.2',
    ],
    [{ factor: 4 }, /can never be exceeded/],
    [{ factor: 0 }, 'a factor of 0: expected more than 0'],
    [{ longMs: 29 * DAY }, 'a long window of 29 d is longer than the SLO’s window of 28 days: shorten it'],
    [{ longMs: MINUTE }, 'a long window of 1 min: expected 5 min or longer'],
    [
      { shortMs: HOUR },
      'a short window of 1 h: expected 1 min or longer, and shorter than the long one of 1 h',
    ],
    [{ shortMs: 1000 }, /a short window of 1 s/],
  ])('%o is refused if it cannot fire: %s', (overrides, expected) => {
    const reason = whyRefused({ ...rule, ...overrides }, goal)
    if (expected instanceof RegExp) expect(reason).toMatch(expected)
    else expect(reason).toBe(expected?.replace('’', "'") ?? null)
  })

  test('at its very threshold is never found: 10 % is no more than a tenth', () => {
    const [, , steady] = burnRateRules({ objective: 0.9, windowDays: 30 })
    if (steady === undefined) throw new Error('no rule')
    expect([ceilingOf(0.9), ceilingOf(0.99)]).toEqual([10, 100])
    expect(detectionMs({ rule: steady, objective: 0.9, errorRatio: 0.1 })).toBeNull()
  })

  test('is refused exactly where a total failure does not fire it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (objective, share) => {
          fc.pre(Math.abs(share - 1) > 1e-9)
          const own = {
            ...rule,
            factor: share * ceilingOf(objective),
            name: 'own',
            severity: 'PAGE' as const,
            budgetShare: 0,
          }
          const refused = whyRefused(own, { objective, windowDays: 30 }) !== null
          expect(detectionMs({ rule: own, objective, errorRatio: 1 }) === null).toBe(refused)
        },
      ),
    )
  })
})

describe('simulated for days, minute by minute', () => {
  const objective = 0.999
  const [calm, broken] = [3 * 24 * 60, 3 * 24 * 60]
  const cases = [1, 0.1, 0.01, 0.005].flatMap((errorRatio) =>
    burnRateRules({ preset: 'SLOTH', objective, windowDays: 30 }).map(
      (rule) => [errorRatio, rule.name, rule] as const,
    ),
  )

  test.each(cases)(
    'at %d of all events the rule "%s" is found and ends as foretold',
    (errorRatio, _, rule) => {
      const minutes = [
        ...stretch(calm, 0, 1e7),
        ...stretch(broken, errorRatio, 1e7),
        ...stretch(24 * 60, 0, 1e7),
      ]
      const states = judgements({ rule, objective, minutes }).map(({ state }) => state)
      const found = states.indexOf('BURNING')
      const [detection, reset] = [
        detectionMs({ rule, objective, errorRatio }),
        resetMs({ rule, objective, errorRatio }),
      ]
      if (detection === null || reset === null) {
        expect([found, detection, reset]).toEqual([-1, null, null])
        return
      }
      // Judged after each whole minute.
      const foundAfter = found + 1 - calm
      const endedAfter = states.lastIndexOf('BURNING') + 2 - calm - broken
      expect(foundAfter - detection / MINUTE).toBeGreaterThanOrEqual(0)
      expect(foundAfter - detection / MINUTE).toBeLessThanOrEqual(1)
      expect(endedAfter - reset / MINUTE).toBeGreaterThanOrEqual(0)
      expect(endedAfter - reset / MINUTE).toBeLessThanOrEqual(1)
      expect(new Set(states.slice(found, states.lastIndexOf('BURNING')))).toEqual(new Set(['BURNING']))
    },
  )

  test.each([
    [1, 'fast', 51.84, 4.928],
    [1, 'slow', 129.6, 29.82],
    [1, 'steady', 259.2, 359.64],
    [0.1, 'fast', 518.4, 4.28],
    [0.1, 'slow', 1296, 28.2],
    [0.1, 'steady', 2592, 356.4],
  ])('the workbook: %d of all events, %s: found in %d s, ended in %d min', (errorRatio, name, s, minutes) => {
    const rule = burnRateRules({ objective, windowDays: 30 }).find((one) => one.name === name)
    if (rule === undefined) throw new Error(`no rule ${name}`)
    expect((detectionMs({ rule, objective, errorRatio }) ?? 0) / 1000).toBeCloseTo(s, 6)
    expect((resetMs({ rule, objective, errorRatio }) ?? 0) / MINUTE).toBeCloseTo(minutes, 6)
  })

  test('an objective of 75 % that fails totally pages within half an hour', () => {
    const minutes = [...stretch(3 * 24 * 60, 0.15, 100), ...stretch(60, 1, 100)]
    const pages = burnRateRules({ objective: 0.75, windowDays: 28 })
      .filter(({ severity }) => severity === 'PAGE')
      .map((rule) => statesOf({ rule, objective: 0.75, minutes }).indexOf('BURNING') + 1 - 3 * 24 * 60)
    expect(Math.min(...pages.filter((minute) => minute > 0))).toBeLessThan(30)
  })

  test('one failure in 20 views an hour pages nobody at 99.9 %, in any minute of any hour', () => {
    const random = createRandom(4)
    for (let run = 0; run < 20; run++) {
      const minutes = stretch(7 * 24 * 60, 0, 0)
      for (let hour = 0; hour < 7 * 24; hour++) {
        for (let view = 0; view < 20; view++) {
          const minute = minutes[hour * 60 + random.int(0, 59)]
          if (minute !== undefined) minute.total++
        }
      }
      const start = random.int(0, 9000)
      const failed = minutes.findIndex(({ total }, i) => total > 0 && i > start)
      const unlucky = minutes[failed]
      if (unlucky !== undefined) unlucky.bad++
      for (const rule of burnRateRules({ objective, windowDays: 30 })) {
        expect(statesOf({ rule, objective, minutes })).not.toContain('BURNING')
      }
    }
  })

  test('a stopped collector changes no state, whenever it stops', () => {
    const minutes = [
      ...stretch(4000, 0.0004, 1000),
      ...stretch(500, 0.05, 1000),
      ...stretch(1500, 0.0004, 1000),
    ]
    for (const rule of burnRateRules({ objective, windowDays: 30 })) {
      const healthy = statesOf({ rule, objective, minutes })
      expect(new Set(healthy)).toEqual(new Set(['CALM', 'BURNING']))
      for (const stoppedAt of [3000, 3990, 4100, 4250, 4400, 4490, 4700, 5500]) {
        const states = statesOf({ rule, objective, minutes, stoppedAt })
        const before = states[stoppedAt - 1]
        expect([stoppedAt, before]).toEqual([stoppedAt, healthy[stoppedAt - 1]])
        expect(new Set(states.slice(stoppedAt))).toEqual(new Set([before]))
      }
    }
  })
})

describe('a judgement', () => {
  const [rule] = burnRateRules({ objective: 0.99, windowDays: 30 })
  if (rule === undefined) throw new Error('no rule')
  const judged = (overrides: Partial<Judged> = {}): Judged => ({
    rule,
    objective: 0.99,
    long: { bad: 500, total: 1000 },
    short: { bad: 50, total: 100 },
    at: HOUR,
    watermark: HOUR,
    ...overrides,
  })

  test.each<[string, Partial<Judged>, string, RegExp]>([
    [
      'above in both windows',
      {},
      'BURNING',
      /^burns at 50 over 1 h and 50 over the last 5 min, above 14\.4$/,
    ],
    [
      'at the factor',
      { long: { bad: 144, total: 1000 } },
      'CALM',
      /^burns at 14\.4 over 1 h, not above 14\.4$/,
    ],
    ['over by now', { short: { bad: 1, total: 100 } }, 'CALM', /^burns at 1 over the last 5 min/],
    ['few events', { long: { bad: 2, total: 10 } }, 'CALM', /^10 events in 1 h are too few/],
    ['one failure', { long: { bad: 1, total: 2 } }, 'CALM', /^one failure in 1 h is no rate$/],
    [
      'many events that stand for few',
      { long: { bad: 200, total: 1000, effective: 10 } },
      'CALM',
      /are too few/,
    ],
    ['no events', { long: { bad: 0, total: 0 } }, 'FROZEN', /^no events in 1 h$/],
    ['none lately', { short: { bad: 0, total: 0 } }, 'FROZEN', /^no events in the last 5 min$/],
    ['late data', { watermark: HOUR - 3 * MINUTE }, 'FROZEN', /^data are 3 min late, more than 2 min$/],
    ['late as allowed', { watermark: HOUR - 3 * MINUTE, allowedLateMs: 3 * MINUTE }, 'BURNING', /^burns/],
    ['who knows', { watermark: null }, 'FROZEN', /not known/],
    ['little coverage', { coverage: 0.89 }, 'FROZEN', /^only 89 % of what was sent arrived/],
    ['enough coverage', { coverage: 0.9 }, 'BURNING', /^burns/],
  ])('%s', (_, overrides, state, reason) => {
    const judgement = judge(judged(overrides))
    expect(judgement.state).toBe(state)
    expect(judgement.reason).toMatch(reason)
  })

  test('has no rate where there are no events', () => {
    expect(judge(judged({ long: { bad: 0, total: 0 }, short: { bad: 0, total: 0 } }))).toMatchObject({
      longRate: null,
      shortRate: null,
    })
  })
})
