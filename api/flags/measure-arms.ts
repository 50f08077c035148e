/** The figures of the variants with their errors: what comparisons and guardrails are judged by. */
import type { Context } from '../context.ts'
import { answerFunnel } from '../funnels/answer-funnel.ts'
import type { FunnelDefinition } from '../funnels/definition.ts'
import { effectiveEntrants, kishOf } from '../funnels/funnel-steps.ts'
import { openFunnel } from '../funnels/open-funnel.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import { type Arm, NO_CLUSTERS, clusterRatio } from '../statistics/cluster-ratio.ts'
import { quantileArm } from '../vitals/quantile-arm.ts'
import { quantileEstimate } from '../vitals/quantile-estimate.ts'
import { type Cohorts, exposedPart, flagAxis, variantSegment } from './cohorts.ts'
import type { FlagMetric } from './flag-metrics.ts'
import type { Summed } from './flag-sums.queries.ts'

/** By variant, then in the order of the metrics. */
export type Arms = ReadonlyMap<string, readonly Arm[]>

const NO_ARM: Arm = { value: null, variance: null, clusters: 0 }

export async function measureArms(
  cohorts: Cohorts,
  { metrics, variants }: Asked,
  context: Context,
): Promise<Arms> {
  const [summed, funnels] = await Promise.all([
    summedArms(cohorts, { metrics, variants }, context),
    Promise.all(
      metrics.map(async ({ of }) =>
        of.source === 'funnel' ? funnelArms(cohorts, of.definition, context) : null,
      ),
    ),
  ])
  return new Map(
    variants.map((variant) => [
      variant,
      metrics.map(
        (metric, i) => (funnels[i] ?? summed.get(metric) ?? new Map<string, Arm>()).get(variant) ?? NO_ARM,
      ),
    ]),
  )
}

type ByVariant = ReadonlyMap<string, Arm>
type Asked = { metrics: readonly FlagMetric[]; variants: readonly string[] }

async function summedArms(
  cohorts: Cohorts,
  { metrics, variants }: Asked,
  context: Context,
): Promise<ReadonlyMap<FlagMetric, ByVariant>> {
  const summed = metrics.flatMap((metric) =>
    metric.of.source === 'funnel' ? [] : [{ metric, of: metric.of }],
  )
  if (summed.length === 0 || variants.length === 0) return new Map()
  const quantiles = await Promise.all(
    summed.map(async ({ of }) => (isQuantile(of) ? quantileOf(cohorts, { of, variants }, context) : null)),
  )
  const sums = await context.flags.sums.load({
    segment: exposedPart(cohorts),
    key: cohorts.key,
    variants,
    summed: summed.map(({ of }): Summed => of),
    upTo: new Map(quantiles.flatMap((one, test) => (one === null ? [] : [[test, one.values] as const]))),
  })
  const armOf = (test: number, variant: string): Arm => {
    const ofVariant = sums.get(variant)?.[test] ?? NO_CLUSTERS
    const quantile = quantiles[test] ?? null
    const distribution = quantile?.distributions.get(variant)
    if (quantile === null || distribution === undefined) return clusterRatio(ofVariant)
    return quantileArm(distribution, quantile.q, ofVariant)
  }
  return new Map(
    summed.map(({ metric }, test) => [
      metric,
      new Map(variants.map((variant) => [variant, armOf(test, variant)])),
    ]),
  )
}

type QuantileMetric = Extract<Summed, { figure: 'quantile' }>

function isQuantile(of: Summed): of is QuantileMetric {
  return of.source === 'vital' && of.figure === 'quantile'
}

/** The distribution of each variant, and up to which value its visitors are to be counted. */
async function quantileOf(
  cohorts: Cohorts,
  { of: { vital, q }, variants }: { of: QuantileMetric; variants: readonly string[] },
  { segments }: Context,
) {
  const distributions = new Map<string, WeightedDistribution>()
  const values = new Map<string, number>()
  const load = (key: string) =>
    segments.distribution.load({ segment: variantSegment({ cohorts, key }), metric: vital })
  await Promise.all(
    variants.map(async (key) => {
      const distribution = await load(key)
      const { value } = quantileEstimate(distribution, q)
      distributions.set(key, distribution)
      if (value !== null) values.set(key, value)
    }),
  )
  return { q, distributions, values }
}

/** One statement for all variants: the value of an entrant's first step is its variant. */
async function funnelArms(
  cohorts: Cohorts,
  definition: FunnelDefinition,
  context: Context,
): Promise<ByVariant> {
  const segment = exposedPart(cohorts)
  const funnel = openFunnel(segment, { definition, sample: 'AUTO' }, context)
  const isSampled = await funnel.isSampled()
  const answer = await answerFunnel({ segment, definition, isSampled }, flagAxis(cohorts), context)
  const last = definition.rules.steps - 1
  return new Map(
    [...answer].flatMap(([variant, tally]) => {
      const entrants = tally.reached[0] ?? 0
      if (variant === null || !(entrants > 0)) return []
      const value = (tally.reached[last] ?? 0) / entrants
      const effective = Math.min(kishOf(tally, 0), effectiveEntrants(tally, last, 0))
      const variance = (value * (1 - value)) / effective
      return [[variant, { value, variance, clusters: tally.entrants.count }] as const]
    }),
  )
}
