import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../test/oracle/random.ts'
import { intervalRanks, percentiles } from '../vitals/percentile.ts'
import { mergeInto } from './merge.ts'
import { type Distribution, emptyDistribution } from './rollups.ts'
import { GAMMA, RELATIVE_ACCURACY, ZERO_BIN, binBounds, binOf, binValue } from './sketch.ts'
import { type WeightedDistribution, addRow, emptyWeighted, settled } from './weighted.ts'

const QUANTILES = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999]

function distributionOf(values: readonly number[]): Distribution {
  const distribution = emptyDistribution()
  for (const value of values) {
    mergeInto(distribution, {
      ...emptyDistribution(),
      n: 1,
      sum: value,
      min: value,
      max: value,
      bins: new Map([[binOf(value), 1]]),
    })
  }
  return distribution
}

function weightedOf(parts: readonly { distribution: Distribution; weight: number }[]): WeightedDistribution {
  const weighted = emptyWeighted()
  for (const { distribution, weight } of parts) {
    const bins = [...distribution.bins.keys()]
    const counts = [...distribution.bins.values()]
    addRow(weighted, { ...distribution, metric: 1, bucket: 0, weight, bins, counts })
  }
  return settled(weighted)
}

const exact = (sorted: readonly number[], q: number) =>
  sorted[Math.floor(1 + q * (sorted.length - 1)) - 1] ?? NaN

describe('a bin', () => {
  test('holds the values from above its lower to its upper edge', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 1e250, noNaN: true }), (value) => {
        const { lower, upper } = binBounds(binOf(value))
        expect(value).toBeGreaterThan(lower * (1 - 1e-9))
        expect(value).toBeLessThanOrEqual(upper * (1 + 1e-9))
        expect(upper / lower).toBeCloseTo(GAMMA, 6)
      }),
    )
  })

  test('answers within 1 % of every value in it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 1e250, noNaN: true }), (value) => {
        expect(Math.abs(binValue(binOf(value)) - value)).toBeLessThanOrEqual(
          RELATIVE_ACCURACY * value * (1 + 1e-9),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('of what is 0 or less answers 0', () => {
    expect([0, -0, -5].map(binOf)).toEqual([ZERO_BIN, ZERO_BIN, ZERO_BIN])
    expect(binValue(ZERO_BIN)).toBe(0)
  })

  test('fits a smallint, whatever the value', () => {
    for (const value of [5e-324, 1e-300, 1e308, Number.MAX_VALUE])
      expect(Math.abs(binOf(value))).toBeLessThanOrEqual(32_767)
  })
})

describe('a percentile', () => {
  const random = createRandom(4711)
  const draw = (one: () => number) => Array.from({ length: 20_000 }, one).sort((a, b) => a - b)

  test.each([
    ['log-normal', draw(() => random.logNormal(2000, 0.8))],
    ['Pareto', draw(() => 100 / (1 - random.next()) ** (1 / 1.2))],
    ['bimodal', draw(() => random.logNormal(random.chance(0.7) ? 80 : 9000, 0.1))],
    ['constant', draw(() => 1234.5)],
    ['mostly zero', draw(() => (random.chance(0.9) ? 0 : random.next()))],
    ['a score', draw(() => Number(random.logNormal(0.05, 1.5).toFixed(4)))],
    ['two values', [1, 1e6]],
    ['one value', [42]],
  ])('of %s data is within 1 %% of the lower nearest rank', (_, sorted) => {
    const answers = percentiles(weightedOf([{ distribution: distributionOf(sorted), weight: 1 }]), [
      0,
      ...QUANTILES,
      1,
    ])
    for (const { q, value } of answers) {
      const expected = exact(sorted, q)
      expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(RELATIVE_ACCURACY * expected)
    }
  })

  test('of any data is within 1 %, also when every value weighs the same more', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(values, fc.constantFrom(1, 2, 4, 10), (unsorted, weight) => {
        const sorted = [...unsorted].sort((a, b) => a - b)
        const weighted = weightedOf([{ distribution: distributionOf(sorted), weight }])
        for (const { q, value } of percentiles(weighted, QUANTILES)) {
          const expected = exact(sorted, q)
          // Under 10^-280 every value is in the last bin, which answers with what was seen.
          expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(
            RELATIVE_ACCURACY * expected * (1 + 1e-9) + 1e-280,
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of values that weigh differently is where that much of the weight lies', () => {
    const part = (value: number, n: number, weight: number) => ({
      distribution: distributionOf(Array.from({ length: n }, () => value)),
      weight,
    })
    // 90 views at 100 ms, and 10 drawn at a tenth at 900 ms that stand for 100.
    const weighted = weightedOf([part(100, 90, 1), part(900, 10, 10)])
    expect({ n: weighted.n, total: weighted.total }).toEqual({ n: 100, total: 190 })
    const [low, high] = percentiles(weighted, [0.4, 0.6]).map(({ value }) => value ?? 0)
    expect(low).toBeCloseTo(100, -1)
    expect(high).toBeCloseTo(900, -1)
  })

  test('of nothing is null', () => {
    expect(percentiles(emptyWeighted(), [0.75])).toMatchObject([{ value: null, count: 0, thin: true }])
  })

  test('comes out the same in whatever order parts are merged', () => {
    const parts = fc.array(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(parts, fc.integer(), (lists, seed) => {
        const merge = (ordered: readonly number[][]) => {
          const whole = emptyDistribution()
          for (const list of ordered) mergeInto(whole, distributionOf(list))
          return { ...whole, bins: [...whole.bins].sort(([a], [b]) => a - b) }
        }
        const whole = merge(lists)
        expect(merge(createRandom(seed).shuffle(lists))).toEqual(whole)
        expect(merge([lists.flat()])).toEqual(whole)
      }),
    )
  })

  test('after values are taken back is that of what is left, and so are its ends', () => {
    const kept = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 30 })
    const gone = fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 10 })
    fc.assert(
      fc.property(kept, gone, (left, taken) => {
        const whole = distributionOf([...left, ...taken])
        const { n, sum, bins } = distributionOf(taken)
        mergeInto(whole, {
          ...emptyDistribution(),
          n: -n,
          sum: -sum,
          bins: new Map([...bins].map(([bin, count]) => [bin, -count])),
        })
        const weighted = weightedOf([{ distribution: whole, weight: 1 }])
        const sorted = left.sort((a, b) => a - b)
        const near = (actual: number | null, expected: number, error: number) =>
          expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(error * expected)
        near(weighted.min, sorted[0] ?? 0, GAMMA - 1)
        near(weighted.max, sorted.at(-1) ?? 0, GAMMA - 1)
        for (const { q, value } of percentiles(weighted, QUANTILES))
          near(value, exact(sorted, q), 0.01 + 1e-9)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the interval', () => {
  test.each([
    // n·q ± 1.96·√(n·q·(1 − q)): 50 ± 9.8; 75 ± 8.49; 22.5 ± 4.65; 29.7 ± 1.07
    [100, 0.5, { low: 40, high: 60 }],
    [100, 0.75, { low: 66, high: 84 }],
    [30, 0.75, { low: 17, high: 28 }],
    [30, 0.99, { low: 28, high: null }],
    [30, 0.01, { low: null, high: 2 }],
    [10_000, 0.75, { low: 7415, high: 7585 }],
  ])('of %i values at %d lies between the ranks reckoned by hand', (n, q, expected) => {
    expect(intervalRanks(n, q)).toEqual(expected)
  })

  test('is given from 30 values on', () => {
    const of = (n: number) =>
      percentiles(
        weightedOf([{ distribution: distributionOf(Array.from({ length: n }, (_, i) => i + 1)), weight: 1 }]),
        [0.75],
      )[0]
    expect(of(29)).toMatchObject({ low: null, high: null, thin: true, count: 29 })
    expect(of(30)).toMatchObject({ thin: false, count: 30 })
    expect(Math.round(of(30)?.low ?? 0)).toBe(17)
    expect(Math.round(of(30)?.high ?? 0)).toBe(28)
  })
})
