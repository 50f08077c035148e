import { describe, expect, test } from 'vitest'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { chiSquareAbove } from './chi-square.ts'
import { sumClusters } from './cluster-ratio.ts'
import { sampleRatio } from './sample-ratio.ts'

test.each([
  [3.841459, 1, 0.05],
  [10.827566, 1, 0.001],
  [5.991465, 2, 0.05],
  [16.266236, 3, 0.001],
  [18.307038, 10, 0.05],
  [0.5, 3, 0.918891],
  [0, 2, 1],
])('above %f lies, with %i degrees, %f of chi-square', (x, degrees, expected) => {
  expect(chiSquareAbove(x, degrees)).toBeCloseTo(expected, 6)
})

/** Visitors of several weighted sessions, all in one variant, drawn by the shares. */
function drawSplit(random: Random, visitors: number, shares: readonly number[]) {
  const seen = Array.from({ length: visitors }, () => {
    const luck = random.next()
    let sum = 0
    const variant = shares.findIndex((share) => luck < (sum += share))
    return { variant, sessions: random.int(1, 5) * random.pick([1, 4]) }
  })
  return (expected: readonly number[]) =>
    sampleRatio(
      expected.map((share, variant) => ({
        expected: share,
        sums: sumClusters(
          seen.map((one) => ({ y: one.variant === variant ? one.sessions : 0, x: one.sessions })),
        ),
      })),
    )
}

describe('the sample ratio', () => {
  test('of one session a visitor is tested by plain chi-square', () => {
    const sums = (y: number) =>
      sumClusters(Array.from({ length: 1000 }, (_, i) => ({ y: Number(i < y), x: 1 })))
    const { chiSquare, pValue } = sampleRatio([
      { expected: 0.5, sums: sums(550) },
      { expected: 0.5, sums: sums(450) },
    ])
    // (550 − 500)² / 500 twice; what is expected of each session under the declared split has the variance ¼.
    expect(chiSquare).toBeCloseTo(10, 9)
    expect(pValue).toBeCloseTo(0.001565, 6)
  })

  test.each([
    ['two variants', [0.5, 0.5]],
    ['four variants', [0.1, 0.2, 0.3, 0.4]],
  ])('of %s that come as declared raises a false alarm in 5 of 1,000 at most', (_, shares) => {
    const random = createRandom(8)
    let alarms = 0
    for (let run = 0; run < 5000; run++) if (drawSplit(random, 200, shares)(shares).mismatch) alarms++
    expect(alarms).toBeLessThanOrEqual(25)
    expect(alarms).toBeGreaterThan(0)
  })

  test('of 60 to 40 in the place of 50 to 50 is found among 1,000 visitors of several sessions in 9 of 10 experiments', () => {
    const random = createRandom(9)
    let alarms = 0
    for (let run = 0; run < 200; run++) if (drawSplit(random, 1000, [0.6, 0.4])([0.5, 0.5]).mismatch) alarms++
    expect(alarms).toBeGreaterThanOrEqual(180)
  })

  test('of a single variant, or of nothing, is no question', () => {
    const none = { chiSquare: null, pValue: null, mismatch: false }
    expect(sampleRatio([{ expected: 1, sums: sumClusters([{ y: 1, x: 1 }]) }])).toEqual(none)
    expect(sampleRatio([])).toEqual(none)
  })

  test('is a mismatch where nobody came to a variant', () => {
    const sums = (y: number) => sumClusters(Array.from({ length: 100 }, () => ({ y, x: 1 })))
    expect(
      sampleRatio([
        { expected: 0.5, sums: sums(1) },
        { expected: 0.5, sums: sums(0) },
      ]).mismatch,
    ).toBe(true)
  })
})
