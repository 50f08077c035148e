import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../test/oracle/random.ts'
import { alwaysValidPValue, alwaysValidReach } from './always-valid.ts'
import { clusterRatio, sumClusters } from './cluster-ratio.ts'
import { judgeGuardrail } from './guardrail.ts'
import { holm } from './holm.ts'
import { Z_95 } from './normal.ts'
import { studentReach, studentTwoSided } from './student.ts'

const aCount = fc.integer({ min: 100, max: 10_000_000 })

describe('the always-valid interval', () => {
  test('leaves out 0 exactly where the p-value is under α', () => {
    fc.assert(
      fc.property(aCount, fc.double({ min: 0.0001, max: 0.2, noNaN: true }), (n, alpha) => {
        expect(alwaysValidPValue(alwaysValidReach(n, alpha), n)).toBeCloseTo(alpha, 9)
      }),
    )
  })

  test('is wider than the fixed one everywhere, and a p-value falls with the difference', () => {
    fc.assert(
      fc.property(aCount, fc.double({ min: 0, max: 8, noNaN: true }), (n, z) => {
        expect(alwaysValidReach(n)).toBeGreaterThan(1.5 * Z_95)
        expect(alwaysValidPValue(z + 0.1, n)).toBeLessThanOrEqual(alwaysValidPValue(z, n))
      }),
    )
  })

  test('holds the truth at every one of 200 looks in 95 of 100 samples and more', () => {
    const random = createRandom(4)
    let [missed, missedByFixed] = [0, 0]
    for (let run = 0; run < 1000; run++) {
      let sum = 0
      let [isMissed, isMissedByFixed] = [false, false]
      for (let look = 1; look <= 200; look++) {
        // 100 visitors more: their sum is normal with variance 100.
        sum += 10 * Math.log(random.logNormal(1, 1))
        const n = 100 * look
        const z = Math.abs(sum / Math.sqrt(n))
        isMissed ||= z > alwaysValidReach(n)
        isMissedByFixed ||= z > Z_95
      }
      if (isMissed) missed++
      if (isMissedByFixed) missedByFixed++
    }
    expect(missed).toBeLessThanOrEqual(50)
    expect(missed).toBeGreaterThan(5)
    expect(missedByFixed).toBeGreaterThan(300)
  })
})

describe('p-values corrected by Holm', () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
  test('are those of the textbook', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
  })

  test('are at least as large as before, at most 1, in the same order; none stays none but counts', () => {
    const aP = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(aP, { minLength: 1, maxLength: 30 }), (pValues) => {
        const adjusted = holm(pValues)
        pValues.forEach((p, i) => {
          if (p === null) return expect(adjusted[i]).toBeNull()
          expect(adjusted[i]).toBeGreaterThanOrEqual(p)
          expect(adjusted[i]).toBeLessThanOrEqual(1)
          pValues.forEach((other, j) => {
            if (other !== null && p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 1)
          })
        })
      }),
    )
    expect(holm([0.02, null])).toEqual([0.04, null])
  })
})

describe('a ratio over clusters', () => {
  test('of one value each is the mean with its usual error', () => {
    const { value, variance, clusters } = clusterRatio(sumClusters([1, 2, 3, 4].map((y) => ({ y, x: 1 }))))
    expect(value).toBe(2.5)
    expect(variance).toBeCloseTo(5 / 3 / 4, 12)
    expect(clusters).toBe(4)
  })

  test('does not know more for values said twice', () => {
    const once = [3, 1, 4, 1, 5].map((y) => ({ y, x: 1 }))
    const twice = once.map(({ y, x }) => ({ y: 2 * y, x: 2 * x }))
    expect(clusterRatio(sumClusters(twice)).variance).toBeCloseTo(
      clusterRatio(sumClusters(once)).variance ?? 0,
      12,
    )
  })

  test('of nothing is null, and one cluster alone has no error', () => {
    expect(clusterRatio(sumClusters([]))).toEqual({ value: null, variance: null, clusters: 0 })
    expect(clusterRatio(sumClusters([{ y: 3, x: 2 }]))).toEqual({ value: 1.5, variance: null, clusters: 1 })
  })
})

// Quantiles and tails of R: qt(0.975, df), 2 * pt(-2, df).
test.each([
  [30, 2.042272, 0.0546176],
  [100, 1.983972, 0.0482116],
  [1000, 1.962339, 0.0457699],
])("Student's reach with %i degrees is %f, and beyond 2 lies %f", (degrees, reach, beyond) => {
  expect(studentReach(degrees)).toBeCloseTo(reach, 3)
  expect(studentTwoSided(2, degrees)).toBeCloseTo(beyond, 3)
})

describe('a guardrail', () => {
  const arm = (value: number, error: number, clusters = 1000) => ({
    value,
    variance: error * error,
    clusters,
  })
  const latency = (treatment: number, error: number) =>
    ({
      measure: 'quantile',
      aim: 'LOWER',
      treatment: arm(treatment, error),
      control: arm(200, error),
    }) as const
  const crashFree = (treatment: number, control: number) =>
    ({ measure: 'share', aim: 'HIGHER', treatment: arm(treatment, 0), control: arm(control, 0) }) as const

  test.each([
    ['is broken where it is surely worse than allowed', latency(300, 5), 50, false, 'BROKEN'],
    ['passes where it is surely within', latency(210, 5), 50, false, 'PASSED'],
    ['is open near its bound', latency(250, 5), 50, false, 'UNDECIDED'],
    ['passes where the figure gets better', latency(100, 5), 0, false, 'PASSED'],
    ['may be a share of the control', latency(300, 5), 0.25, true, 'BROKEN'],
    ['passes within such a share', latency(210, 5), 0.25, true, 'PASSED'],
    ['knows which way is bad', crashFree(0.8, 0.99), 0.01, false, 'BROKEN'],
    ['does not take no events for certainty', crashFree(1, 1), 0.001, false, 'UNDECIDED'],
    ['takes a share relative to a higher aim', crashFree(0.8, 0.99), 0.1, true, 'BROKEN'],
  ] as const)('%s', (_, test, worst, relative, state) => {
    expect(judgeGuardrail(test, { worst, relative }, 1)).toBe(state)
  })

  test('says nothing of less than 100 visitors or without data', () => {
    const few = { ...latency(900, 1), treatment: arm(900, 1, 99) }
    const none = { ...latency(900, 1), control: { value: null, variance: null, clusters: 0 } }
    expect(judgeGuardrail(few, { worst: 0, relative: false }, 1)).toBe('UNDECIDED')
    expect(judgeGuardrail(none, { worst: 0, relative: false }, 1)).toBe('UNDECIDED')
  })

  test('takes more the more there are', () => {
    const near = latency(231, 5)
    expect(judgeGuardrail(near, { worst: 0, relative: false }, 1)).toBe('BROKEN')
    expect(judgeGuardrail(near, { worst: 0, relative: false }, 100)).toBe('UNDECIDED')
  })
})
