import { describe, expect, test } from 'vitest'
import type { Bounds } from './definition.ts'
import { judgeReading } from './judge-reading.ts'

const AT = 1_000_000
const whole = { at: AT, acceptedUntil: AT, watermark: AT, coverage: null }
const above: Bounds = { side: 'ABOVE', bound: 10, recovery: 8 }
const below: Bounds = { side: 'BELOW', bound: 10, recovery: 12 }

describe('with evidence', () => {
  test.each([
    [above, 10.1, true, false],
    [above, 10, false, false],
    [above, 8.1, false, false],
    [above, 8, false, true],
    [above, 0, false, true],
    [below, 9.9, true, false],
    [below, 10, false, false],
    [below, 11.9, false, false],
    [below, 12, false, true],
    [below, 0, true, false],
  ])('%j: %s', (bounds, value, bad, recovered) => {
    expect(judgeReading({ value, count: 30 }, bounds, { minSample: 30, evidence: whole })).toEqual({
      frozen: null,
      bad,
      recovered,
    })
  })
})

test.each([
  ['no value', { value: null, count: 30 }, {}, 'NO_EVENTS'],
  ['no samples', { value: 0, count: 0 }, {}, 'NO_EVENTS'],
  ['one sample too few', { value: 99, count: 29 }, {}, 'THIN'],
  ['data that are late', { value: 99, count: 30 }, { watermark: AT - 1 }, 'LATE'],
  ['data of which nobody knows', { value: 99, count: 30 }, { watermark: null }, 'LATE'],
  ['too little coverage', { value: 99, count: 30 }, { coverage: 0.899 }, 'COVERAGE'],
  ['enough coverage', { value: 99, count: 30 }, { coverage: 0.9 }, null],
  ['a count that is not known', { value: 99, count: null }, {}, null],
] as const)('with %s: %s', (_, figure, evidence, frozen) => {
  const judged = judgeReading(figure, above, { minSample: 30, evidence: { ...whole, ...evidence } })
  expect(judged.frozen).toBe(frozen)
})
