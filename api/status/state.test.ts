import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stateOfCount, stateOfRating, withIncidents, worstOf } from './state.ts'

const count = (bad: number, total: number) => ({ bad, total, effective: total })

describe('the state of a count', () => {
  test.each([
    ['nothing came', 0, 0, 0.99, 'UNKNOWN'],
    ['everything is good', 0, 1000, 0.99, 'OPERATIONAL'],
    ['it is as bad as allowed', 10, 1000, 0.99, 'OPERATIONAL'],
    ['it is a little worse than allowed', 18, 1000, 0.99, 'OPERATIONAL'],
    ['it is surely more than twice as bad', 40, 1000, 0.99, 'DEGRADED'],
    ['one of a few is bad', 1, 20, 0.99, 'OPERATIONAL'],
    ['nearly half is bad', 450, 1000, 0.99, 'DEGRADED'],
    ['more than half is bad', 600, 1000, 0.99, 'MAJOR_OUTAGE'],
    ['a loose objective is missed as it was allowed to', 300, 1000, 0.7, 'OPERATIONAL'],
    ['a loose objective is missed by a quarter of the way', 520, 1000, 0.7, 'DEGRADED'],
    ['a loose objective is missed by half of the way', 700, 1000, 0.7, 'MAJOR_OUTAGE'],
    ['all is bad, but there were two', 2, 2, 0.99, 'DEGRADED'],
  ] as const)('where %s', (_, bad, total, objective, state) => {
    expect(stateOfCount(count(bad, total), objective)).toBe(state)
  })

  test('never gets better with more bad events', () => {
    const order = ['OPERATIONAL', 'DEGRADED', 'MAJOR_OUTAGE']
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, objective, share) => {
          const bad = Math.floor(share * (total - 1))
          const [less, more] = [bad, bad + 1].map((one) => stateOfCount(count(one, total), objective))
          expect(order.indexOf(more ?? '')).toBeGreaterThanOrEqual(order.indexOf(less ?? ''))
        },
      ),
    )
  })
})

test('a vital is never an outage', () => {
  expect((['GOOD', 'NEEDS_IMPROVEMENT', 'POOR', null] as const).map(stateOfRating)).toEqual([
    'OPERATIONAL',
    'OPERATIONAL',
    'DEGRADED',
    'UNKNOWN',
  ])
})

test('what has no data does not count, and incidents make nothing better', () => {
  expect(worstOf([])).toBe('UNKNOWN')
  expect(worstOf(['UNKNOWN', 'OPERATIONAL'])).toBe('OPERATIONAL')
  expect(worstOf(['MAJOR_OUTAGE', 'DEGRADED', 'OPERATIONAL'])).toBe('MAJOR_OUTAGE')
  expect(withIncidents('OPERATIONAL', ['NONE'])).toBe('OPERATIONAL')
  expect(withIncidents('OPERATIONAL', ['NONE', 'MINOR'])).toBe('DEGRADED')
  expect(withIncidents('MAJOR_OUTAGE', ['MINOR'])).toBe('MAJOR_OUTAGE')
  expect(withIncidents('UNKNOWN', ['MAJOR'])).toBe('MAJOR_OUTAGE')
})
