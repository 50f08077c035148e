/** Experiments drawn from a seed: visitors whose values hang together, and arms that take them in day by day. */
import { addValue, emptyWeighted } from '../api/segment/weighted.ts'
import { type Arm, clusterRatio, sumClusters } from '../api/statistics/cluster-ratio.ts'
import type { Aim } from '../api/statistics/difference.ts'
import type { Measure, Test } from '../api/statistics/experiment.ts'
import { quantileArm } from '../api/vitals/quantile-arm.ts'
import { quantileEstimate } from '../api/vitals/quantile-estimate.ts'
import type { Random } from './oracle/random.ts'

export type Shape = 'lognormal' | 'uniform' | 'pareto'

/** A value of a visitor: `own` 0…1 is the visitor's luck, and rules half of it. */
export function drawValue(random: Random, shape: Shape, own: number): number {
  return valueAt(shape, Math.min(1 - 1e-9, mixedLuck(own, random.next())))
}

/** The quantile of a shape. */
export function valueAt(shape: Shape, luck: number): number {
  if (shape === 'uniform') return 1000 * luck
  if (shape === 'pareto') return 100 * (1 - luck) ** (-1 / 2.5)
  return 150 * Math.exp(0.8 * normalAt(luck))
}

/** The sum of two lots is triangular; put through its own distribution it is uniform again. */
function mixedLuck(a: number, b: number): number {
  const sum = a + b
  return sum <= 1 ? (sum * sum) / 2 : 1 - (2 - sum) ** 2 / 2
}

/** The normal quantile, to 3 digits (Abramowitz and Stegun 26.2.23). */
function normalAt(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.max(1e-12, Math.min(share, 1 - share))))
  const z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  return share < 0.5 ? -z : z
}

/** What has come to an arm so far, of one metric. */
export type GrowingArm = { add: (values: readonly number[]) => void; arm: () => Arm }

export function growingRatio(): GrowingArm {
  const visitors: { y: number; x: number }[] = []
  return {
    add: (values) => {
      if (values.length === 0) return
      visitors.push({ y: values.reduce((sum, value) => sum + value, 0), x: values.length })
    },
    arm: () => clusterRatio(sumClusters(visitors)),
  }
}

/** As the API makes it: the sketch first, then the visitors' sums up to the quantile. */
export function growingQuantile(q: number): GrowingArm {
  const distribution = emptyWeighted()
  const visitors: (readonly number[])[] = []
  return {
    add: (values) => {
      if (values.length === 0) return
      visitors.push(values)
      for (const value of values) addValue(distribution, value, 1)
    },
    arm: () => {
      const at = quantileEstimate(distribution, q).value ?? 0
      const sums = visitors.map((values) => {
        let y = 0
        for (const value of values) if (value <= at) y++
        return { y, x: values.length }
      })
      return quantileArm(distribution, q, sumClusters(sums))
    },
  }
}

type SimulatedMetric = {
  measure: Measure
  aim: Aim
  grow: () => GrowingArm
  /** The values of a visitor with this luck; `slower` is added to INP, ms. */
  draw: (random: Random, own: number, slower: number) => number[]
}

const p75 = () => growingQuantile(0.75)
const several = (random: Random, one: () => number) => Array.from({ length: random.int(1, 4) }, one)

/** Ten metrics of every kind; what is rare and what is skewed are among them. */
export const TEN_METRICS: readonly SimulatedMetric[] = [
  {
    measure: 'quantile',
    aim: 'LOWER',
    grow: p75,
    draw: (random, own, slower) => several(random, () => drawValue(random, 'lognormal', own) + slower),
  },
  {
    measure: 'quantile',
    aim: 'LOWER',
    grow: p75,
    draw: (random, own) => several(random, () => drawValue(random, 'pareto', own)),
  },
  {
    measure: 'quantile',
    aim: 'LOWER',
    grow: () => growingQuantile(0.5),
    draw: (random, own) => several(random, () => drawValue(random, 'uniform', own)),
  },
  ...[1, 2].map((i): SimulatedMetric => ({
    measure: 'share',
    aim: 'HIGHER',
    grow: growingRatio,
    draw: (random, own) => several(random, () => Number(drawValue(random, 'lognormal', own) <= i * 130)),
  })),
  {
    measure: 'mean',
    aim: 'LOWER',
    grow: growingRatio,
    draw: (random, own) => several(random, () => drawValue(random, 'lognormal', own)),
  },
  {
    measure: 'mean',
    aim: 'LOWER',
    grow: growingRatio,
    draw: (random, own) => [own > 0.9 ? random.int(1, 5) : 0],
  },
  {
    measure: 'share',
    aim: 'HIGHER',
    grow: growingRatio,
    draw: (random) => [Number(random.chance(0.97))],
  },
  {
    measure: 'share',
    aim: 'LOWER',
    grow: growingRatio,
    draw: (random) => [Number(random.chance(0.4))],
  },
  {
    measure: 'share',
    aim: 'LOWER',
    grow: growingRatio,
    draw: (random, own) => Array.from({ length: random.int(0, 6) }, () => Number(random.chance(0.1 * own))),
  },
]

/** Takes in a day's visitors for both arms and says what there is to test. */
export function createExperiment(random: Random, slower = 0) {
  const arms = TEN_METRICS.map(({ grow }) => ({ treatment: grow(), control: grow() }))
  const visit = (arm: 'treatment' | 'control') => {
    const own = random.next()
    const extra = arm === 'treatment' ? slower : 0
    TEN_METRICS.forEach(({ draw }, i) => arms[i]?.[arm].add(draw(random, own, extra)))
  }
  return {
    day: (visitorsInArm: number) => {
      for (let i = 0; i < visitorsInArm; i++) {
        visit('treatment')
        visit('control')
      }
    },
    tests: (): Test[] =>
      TEN_METRICS.flatMap(({ measure, aim }, i) => {
        const pair = arms[i]
        return pair === undefined
          ? []
          : [{ measure, aim, treatment: pair.treatment.arm(), control: pair.control.arm() }]
      }),
  }
}
