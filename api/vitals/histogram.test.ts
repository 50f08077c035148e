import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { binOf } from '../segment/sketch.ts'
import { emptyWeighted } from '../segment/weighted.ts'
import { histogram, roundUp } from './histogram.ts'

function distributionOf(values: readonly number[], weight = 1) {
  const distribution = emptyWeighted()
  for (const value of values) {
    const bin = binOf(value)
    distribution.bins.set(bin, (distribution.bins.get(bin) ?? 0) + weight)
    distribution.n++
    distribution.total += weight
    distribution.squares += weight * weight
  }
  return { ...distribution, min: Math.min(...values), max: Math.max(...values) }
}

test('every view is in one bin or shared between neighbours: nothing is lost', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })
  const max = fc.option(fc.double({ min: 0.01, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 1, max: 200 }),
      max,
      fc.constantFrom(1, 4),
      (list, bins, end, weight) => {
        const distribution = distributionOf(list, weight)
        const result = histogram(distribution, bins, end)
        if (result.length === 0) return
        expect(result).toHaveLength(bins)
        const sum = result.reduce((all, { count }) => all + count, 0)
        expect(Math.abs(sum - distribution.total)).toBeLessThan(1e-6 * distribution.total)
        for (const { count } of result) expect(count).toBeGreaterThanOrEqual(-1e-9)
        result.slice(1).forEach(({ from }, i) => expect(from).toBeCloseTo(result[i]?.to ?? NaN, 6))
      },
    ),
    { numRuns: 500 },
  )
})

test('a value goes where it lies', () => {
  expect(histogram(distributionOf([100, 100, 320]), 4, 400).map(({ count }) => Math.round(count))).toEqual([
    0, 2, 0, 1,
  ])
})

test('without values there are no bins; all zeros are one', () => {
  expect(histogram(emptyWeighted(), 10, null)).toEqual([])
  expect(histogram(distributionOf([0, 0]), 2, 1).map(({ count }) => count)).toEqual([2, 0])
})

test.each([
  [0, 0],
  [0.013, 0.02],
  [1, 1],
  [1.01, 2],
  [2000, 2000],
  [2001, 5000],
  [5001, 10_000],
])('%d is rounded up to %d', (value, expected) => {
  expect(roundUp(value)).toBeCloseTo(expected, 12)
})
