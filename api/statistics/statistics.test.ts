import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../test/oracle/random.ts'
import { differenceOfCounts, differenceOfEstimates, differenceOfShares, newcombe } from './difference.ts'
import { normalBelow, twoSided } from './normal.ts'
import { proportion, wilson } from './proportion.ts'

test.each([
  [0, 0.5],
  [1.959964, 0.975],
  [-1.959964, 0.025],
  [3, 0.998650102],
  [-6, 9.8659e-10],
])('below %f lies %f of the normal distribution', (z, expected) => {
  expect(normalBelow(z) / expected).toBeCloseTo(1, 5)
})

test('a difference of 1.96 standard errors has a p-value of 0.05', () => {
  expect(twoSided(1.959964)).toBeCloseTo(0.05, 6)
  expect(twoSided(-1.959964)).toBeCloseTo(0.05, 6)
})

describe('a proportion', () => {
  // Newcombe 1998 (one sample), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (count, total, low, high) => {
    const share = proportion(count, total)
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  })

  test('of nothing is null, not zero', () => {
    expect(proportion(0, 0)).toEqual({ value: null, low: null, high: null, count: 0, total: 0 })
  })

  test('lies within its interval, and that within 0…1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const { low, high } = wilson(share, n)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(share + 1e-12)
          expect(high).toBeGreaterThanOrEqual(share - 1e-12)
        },
      ),
    )
  })
})

describe('a difference of shares', () => {
  // Newcombe 1998 (two samples), table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%i/%i − %i/%i lies between %f and %f', (a, m, b, n, low, high) => {
    const interval = newcombe({ value: a / m, n: m }, { value: b / n, n })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('is better or worse by the aim, or not shown, or not to be told', () => {
    const verdict = (a: number, b: number, n: number, aim: 'LOWER' | 'HIGHER') =>
      differenceOfShares({ value: a, n }, { value: b, n }, aim).verdict
    expect(verdict(0.5, 0.3, 1000, 'HIGHER')).toBe('BETTER')
    expect(verdict(0.5, 0.3, 1000, 'LOWER')).toBe('WORSE')
    expect(verdict(0.3, 0.31, 1000, 'LOWER')).toBe('NO_DIFFERENCE_SHOWN')
    expect(verdict(0.5, 0.3, 99, 'HIGHER')).toBe('TOO_LITTLE_DATA')
    expect(verdict(0.01, 0.3, 400, 'LOWER')).toBe('TOO_LITTLE_DATA')
  })

  test('covers the truth in 95 of 100 samples', () => {
    const random = createRandom(7)
    const sample = (share: number, n: number) => {
      let count = 0
      for (let i = 0; i < n; i++) if (random.chance(share)) count++
      return { value: count / n, n }
    }
    let covered = 0
    for (let i = 0; i < 1000; i++) {
      const { low, high } = differenceOfShares(sample(0.2, 300), sample(0.15, 500), 'LOWER')
      if (low !== null && high !== null && low <= 0.05 && high >= 0.05) covered++
    }
    expect(covered).toBeGreaterThan(930)
    expect(covered).toBeLessThan(970)
  })
})

test('without values there is neither a difference nor a verdict', () => {
  const nothing = { value: null, error: null, n: 0 }
  expect(differenceOfEstimates(nothing, { value: 3, error: 1, n: 500 }, 'LOWER')).toMatchObject({
    difference: null,
    low: null,
    verdict: 'TOO_LITTLE_DATA',
  })
})

test('two groups of one constant value differ by nothing, for certain', () => {
  const constant = { value: 3, error: 0, n: 500 }
  expect(differenceOfEstimates(constant, constant, 'LOWER')).toMatchObject({
    difference: 0,
    pValue: 1,
    verdict: 'NO_DIFFERENCE_SHOWN',
  })
})

test('a count beside nothing has a difference, but no share of it', () => {
  expect(differenceOfCounts(4, 0, false)).toMatchObject({ difference: 4, relative: null })
  expect(differenceOfCounts(4, 2, true)).toMatchObject({ relative: 1, low: null, high: null })
})
