import { expect, test } from 'vitest'
import { createRandom } from '../../test/oracle/random.ts'
import { binOf } from '../segment/sketch.ts'
import { type WeightedDistribution, emptyWeighted } from '../segment/weighted.ts'
import { differenceOfEstimates } from '../statistics/difference.ts'
import { quantileEstimate } from './quantile-estimate.ts'

function distributionOf(values: readonly number[]): WeightedDistribution {
  const distribution = { ...emptyWeighted(), n: values.length, total: values.length, squares: values.length }
  for (const value of values) {
    const bin = binOf(value)
    distribution.bins.set(bin, (distribution.bins.get(bin) ?? 0) + 1)
  }
  return { ...distribution, min: Math.min(...values), max: Math.max(...values) }
}

test('the standard error is that of the theory', () => {
  const random = createRandom(3)
  const values = Array.from({ length: 20_000 }, () => random.int(1, 10_000_000) / 1000)
  // Uniform over 0…10,000: the density is 1/10,000 everywhere.
  const { value, error } = quantileEstimate(distributionOf(values), 0.75)
  expect(value).toBeGreaterThan(7400)
  expect(value).toBeLessThan(7600)
  const theory = Math.sqrt((0.75 * 0.25) / 20_000) * 10_000
  expect((error ?? 0) / theory).toBeGreaterThan(0.85)
  expect((error ?? 0) / theory).toBeLessThan(1.15)
})

test('of nothing and of one constant there is no spread to speak of', () => {
  expect(quantileEstimate(emptyWeighted(), 0.75)).toEqual({ value: null, error: null, n: 0 })
  expect(quantileEstimate(distributionOf([7, 7, 7]), 0.75)).toMatchObject({ value: 7, error: 0 })
})

test('the interval of a difference holds the truth in 95 of 100 samples', () => {
  const random = createRandom(11)
  const sample = (median: number) =>
    distributionOf(Array.from({ length: 400 }, () => random.logNormal(median, 0.6)))
  const p75 = (median: number) => median * Math.exp(0.6 * 0.67449)
  const truth = p75(2300) - p75(2000)
  let covered = 0
  for (let i = 0; i < 400; i++) {
    const [group, baseline] = [quantileEstimate(sample(2300), 0.75), quantileEstimate(sample(2000), 0.75)]
    const { low, high } = differenceOfEstimates(group, baseline, 'LOWER')
    if (low !== null && high !== null && low <= truth && truth <= high) covered++
  }
  expect(covered / 400).toBeGreaterThan(0.92)
  expect(covered / 400).toBeLessThan(0.985)
})
