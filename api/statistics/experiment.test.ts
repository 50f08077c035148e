import { describe, expect, test } from 'vitest'
import {
  type Shape,
  createExperiment,
  drawValue,
  growingQuantile,
  valueAt,
} from '../../test/experiment-sessions.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { type ExperimentVerdict, type Test, judge } from './experiment.ts'
import { judgeGuardrail } from './guardrail.ts'
import { Z_95 } from './normal.ts'

const SEQUENTIAL = { sequential: true, mismatch: false }
const NOTHING_WORSE = { worst: 0, relative: false }
const ONE_LOOK = { sequential: false, mismatch: false }

const isDifference = ({ verdict }: { verdict: ExperimentVerdict }) =>
  verdict === 'BETTER' || verdict === 'WORSE'

/** How many of 1,000 experiments of 300 visitors have the true p75 in their interval. */
function covered(
  shape: Shape,
  deviation: (visitors: readonly (readonly number[])[]) => [number, number],
): number {
  const random = createRandom(11)
  let count = 0
  for (let run = 0; run < 1000; run++) {
    const visitors = Array.from({ length: 300 }, () => {
      const own = random.next()
      return Array.from({ length: random.int(1, 6) }, () => drawValue(random, shape, own))
    })
    const [value, error] = deviation(visitors)
    if (Math.abs(value - valueAt(shape, 0.75)) <= Z_95 * error) count++
  }
  return count
}

describe.each<Shape>(['lognormal', 'uniform', 'pareto'])(
  'the p75 of %s values that hang together',
  (shape) => {
    test('lies in its interval in 93 of 100 experiments and more', () => {
      const byVisitor = covered(shape, (visitors) => {
        const growing = growingQuantile(0.75)
        for (const values of visitors) growing.add(values)
        const { value, variance } = growing.arm()
        return [value ?? 0, Math.sqrt(variance ?? 0)]
      })
      expect(byVisitor).toBeGreaterThanOrEqual(930)
      expect(byVisitor).toBeLessThanOrEqual(975)
    })
  },
)

test('an interval that takes the values of a visitor as independent is too narrow', () => {
  const byValue = covered('lognormal', (visitors) => {
    const growing = growingQuantile(0.75)
    for (const values of visitors) for (const value of values) growing.add([value])
    const { value, variance } = growing.arm()
    return [value ?? 0, Math.sqrt(variance ?? 0)]
  })
  expect(byValue).toBeLessThan(900)
})

test('experiments without any difference give a false verdict or break a guardrail in 5 of 100 at most, looked at every day', () => {
  const random = createRandom(3)
  let found = 0
  let foundByOneLookEachDay = 0
  let broken = 0
  for (let run = 0; run < 1000; run++) {
    const experiment = createExperiment(random)
    let [isFound, isFoundByOneLook, isBroken] = [false, false, false]
    for (let day = 0; day < 14; day++) {
      experiment.day(35)
      const tests = experiment.tests()
      isFound ||= judge(tests, SEQUENTIAL).some(isDifference)
      isFoundByOneLook ||= judge(tests, ONE_LOOK).some(isDifference)
      isBroken ||= tests.some((one) => judgeGuardrail(one, NOTHING_WORSE, tests.length) === 'BROKEN')
    }
    if (isFound) found++
    if (isFoundByOneLook) foundByOneLookEachDay++
    if (isBroken) broken++
  }
  expect(found).toBeLessThanOrEqual(50)
  expect(broken).toBeLessThanOrEqual(50)
  // The same data with verdicts that are meant for one look: this test can fail.
  expect(foundByOneLookEachDay).toBeGreaterThan(100)
}, 60_000)

describe('an INP that is 200 ms higher, one of ten metrics', () => {
  const verdicts = (visitors: number) => {
    const random = createRandom(5)
    return Array.from({ length: 100 }, () => {
      const experiment = createExperiment(random, 200)
      experiment.day(visitors)
      return judge(experiment.tests(), SEQUENTIAL)[0]?.verdict
    })
  }

  test('is found with 150 visitors in each arm in 80 of 100 experiments and more', () => {
    expect(verdicts(150).filter((verdict) => verdict === 'WORSE').length).toBeGreaterThanOrEqual(80)
  })

  test('is never found with less than 100', () => {
    expect(new Set(verdicts(99))).toEqual(new Set(['TOO_LITTLE_DATA']))
  })
})

describe('a verdict', () => {
  const arm = (value: number, error: number) => ({ value, variance: error * error, clusters: 2000 })
  const mean = (treatment: number, aim: 'LOWER' | 'HIGHER' = 'LOWER') =>
    ({ measure: 'mean', aim, treatment: arm(treatment, 1), control: arm(100, 1) }) as const

  test('says which way, and which way is good', () => {
    const verdictOf = (...tests: Test[]) => judge(tests, SEQUENTIAL).map(({ verdict }) => verdict)
    expect(verdictOf(mean(120))).toEqual(['WORSE'])
    expect(verdictOf(mean(80))).toEqual(['BETTER'])
    expect(verdictOf(mean(120, 'HIGHER'))).toEqual(['BETTER'])
    expect(verdictOf(mean(101))).toEqual(['NO_DIFFERENCE_SHOWN'])
    expect(judge([mean(120)], { sequential: true, mismatch: true })[0]?.verdict).toBe('SAMPLE_RATIO_MISMATCH')
  })

  test('takes more the more is asked at once', () => {
    const difference = mean(105)
    const others = Array.from({ length: 19 }, () => mean(100))
    const [alone] = judge([difference], SEQUENTIAL)
    const [amongOthers] = judge([difference, ...others], SEQUENTIAL)
    expect(alone?.verdict).toBe('WORSE')
    expect(amongOthers?.verdict).toBe('NO_DIFFERENCE_SHOWN')
    expect(amongOthers?.adjustedPValue).toBeCloseTo(20 * (alone?.adjustedPValue ?? 0), 9)
  })

  test('is not given without data, which still count among what was asked', () => {
    const none = { ...mean(100), treatment: { value: null, variance: null, clusters: 0 } }
    const [missing, found] = judge([none, mean(105)], SEQUENTIAL)
    expect(missing).toMatchObject({
      verdict: 'TOO_LITTLE_DATA',
      low: null,
      alwaysLow: null,
      adjustedPValue: null,
    })
    expect(found?.adjustedPValue).toBeCloseTo(2 * (found?.alwaysPValue ?? 0), 12)
  })

  test('of values that never vary is certain', () => {
    const constant = (treatment: number): Test => ({
      ...mean(0),
      treatment: arm(treatment, 0),
      control: arm(3, 0),
    })
    expect(judge([constant(3)], SEQUENTIAL)[0]?.verdict).toBe('NO_DIFFERENCE_SHOWN')
    expect(judge([constant(2)], SEQUENTIAL)[0]?.verdict).toBe('BETTER')
  })
})
