/** The figures of the variants with their errors: what comparisons and guardrails are judged by. */
import type { Context } from '../context.ts'
import { answerFunnel } from '../funnels/answer-funnel.ts'
import type { FunnelDefinition } from '../funnels/definition.ts'
import { effectiveEntrants, kishOf } from '../funnels/funnel-steps.ts'
import { openFunnel } from '../funnels/open-funnel.ts'
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
  { metrics, variants }: { metrics: readonly FlagMetric[]; variants: readonly string[] },
  context: Context,
): Promise<Arms> {
  const [summed, funnels] = await Promise.all([
    summedArms(cohorts, { metrics, variants }, context),
    Promise.all(
      metrics.map(({ of }) => (of.source === 'funnel' ? funnelArms(cohorts, of.definition, context) : null)),
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

async function summedArms(
  cohorts: Cohorts,
  { metrics, variants }: { metrics: readonly FlagMetric[]; variants: readonly string[] },
  { flags, segments }: Context,
): Promise<ReadonlyMap<FlagMetric, ByVariant>> {
  const summed = metrics.flatMap((metric) =>
    metric.of.source === 'funnel' ? [] : [{ metric, of: metric.of }],
  )
  if (summed.length === 0 || variants.length === 0) return new Map()
  const distributions = await Promise.all(
    summed.map(async ({ of }) => {
      if (of.source !== 'vital' || of.figure !== 'quantile') return null
      const loaded = await Promise.all(
        variants.map((key) =>
          segments.distribution.load({ segment: variantSegment({ cohorts, key }), metric: of.vital }),
        ),
      )
      return { q: of.q, byVariant: new Map(variants.map((key, i) => [key, loaded[i]])) }
    }),
  )
  const upTo = new Map(
    distributions.flatMap((found, test) => {
      if (found === null) return []
      const values = [...found.byVariant].flatMap(([variant, distribution]) => {
        const value = distribution === undefined ? null : quantileEstimate(distribution, found.q).value
        return value === null ? [] : [[variant, value] as const]
      })
      return [[test, new Map(values)] as const]
    }),
  )
  const sums = await flags.sums.load({
    segment: exposedPart(cohorts),
    key: cohorts.key,
    variants,
    summed: summed.map(({ of }): Summed => of),
    upTo,
  })
  return new Map(
    summed.map(({ metric }, test) => {
      const arms = variants.map((variant) => {
        const ofVariant = sums.get(variant)?.[test] ?? NO_CLUSTERS
        const found = distributions[test]
        const distribution = found?.byVariant.get(variant)
        const arm =
          found === null || found === undefined || distribution === undefined
            ? clusterRatio(ofVariant)
            : quantileArm(distribution, found.q, ofVariant)
        return [variant, arm] as const
      })
      return [metric, new Map(arms)]
    }),
  )
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
