/** The variants of a flag beside its control, and where its guardrails stand. */
import type { Context } from '../context.ts'
import { userError } from '../problem.ts'
import type { FlagMetricInput } from '../schema.generated.ts'
import type { Arm } from '../statistics/cluster-ratio.ts'
import { type Finding, type Test, judge } from '../statistics/experiment.ts'
import { type GuardrailState, judgeGuardrail } from '../statistics/guardrail.ts'
import { type SampleRatio, sampleRatio } from '../statistics/sample-ratio.ts'
import { type Cohorts, MOST_VARIANTS, expectedShares, exposuresOf, settingsOf } from './cohorts.ts'
import { type FlagMetric, parseMetric, parseMetrics } from './flag-metrics.ts'
import { type Arms, measureArms } from './measure-arms.ts'

export type FlagComparison = Finding & {
  metric: string
  variant: string
  visitors: number
  baselineVisitors: number
}

export type GuardrailResult = {
  metric: string
  variant: string
  worst: number
  relative: boolean
  value: number | null
  baseline: number | null
  difference: number | null
  state: GuardrailState
}

export async function ratioOf(cohorts: Cohorts, { flags }: Context): Promise<SampleRatio> {
  const [{ split }, { variants }] = await Promise.all([
    settingsOf(cohorts, flags),
    exposuresOf(cohorts, flags),
  ])
  const expected = expectedShares(
    split,
    variants.map(({ key }) => key),
  )
  return sampleRatio(
    variants.flatMap(({ key, sums }) => {
      const share = expected.get(key)
      return share === undefined ? [] : [{ expected: share, sums }]
    }),
  )
}

export async function compareVariants(
  cohorts: Cohorts,
  inputs: readonly FlagMetricInput[],
  context: Context,
): Promise<FlagComparison[]> {
  const metrics = parseMetrics(inputs)
  const { pairs, mismatch } = await measurePairs(cohorts, metrics, context)
  const findings = judge(
    pairs.map(({ test }) => test),
    { sequential: cohorts.sequential, mismatch },
  )
  return pairs.flatMap(({ metric, variant, test }, i) => {
    const finding = findings[i]
    if (finding === undefined) return []
    const [visitors, baselineVisitors] = [test.treatment.clusters, test.control.clusters]
    return [{ ...finding, metric: metric.name, variant, visitors, baselineVisitors }]
  })
}

export async function guardrailResults(cohorts: Cohorts, context: Context): Promise<GuardrailResult[]> {
  const { guardrails } = await settingsOf(cohorts, context.flags)
  if (guardrails.length === 0) return []
  const metrics = guardrails.map(({ metric }) => parseMetric(metric))
  const { pairs, mismatch } = await measurePairs(cohorts, metrics, context)
  return pairs.flatMap(({ metric, variant, test }, i) => {
    const allowance = guardrails[i % guardrails.length]
    if (allowance === undefined) return []
    const { value } = test.treatment
    const { value: baseline } = test.control
    const [worst, relative] = [allowance.worst, allowance.relative ?? false]
    return [
      {
        metric: metric.name,
        variant,
        worst,
        relative,
        value,
        baseline,
        difference: value === null || baseline === null ? null : value - baseline,
        state: mismatch ? 'UNDECIDED' : judgeGuardrail(test, { worst, relative }, pairs.length),
      },
    ]
  })
}

type Pair = { metric: FlagMetric; variant: string; test: Test }

/** Every variant but the control beside it: by variant, then by metric. */
async function measurePairs(
  cohorts: Cohorts,
  metrics: readonly FlagMetric[],
  context: Context,
): Promise<{ pairs: Pair[]; mismatch: boolean }> {
  const [{ control }, seen, ratio] = await Promise.all([
    settingsOf(cohorts, context.flags),
    exposuresOf(cohorts, context.flags),
    ratioOf(cohorts, context),
  ])
  const variants = seen.variants.slice(0, MOST_VARIANTS).map(({ key }) => key)
  if (control === null) throw noControl(cohorts.key, variants)
  const all = [control, ...variants.filter((variant) => variant !== control)]
  const arms = await measureArms(cohorts, { metrics, variants: all }, context)
  const pairs = all
    .slice(1)
    .flatMap((variant) =>
      metrics.map((metric, i) => ({ metric, variant, test: testOf(arms, { metric, i, variant, control }) })),
    )
  return { pairs, mismatch: ratio.mismatch }
}

function testOf(
  arms: Arms,
  {
    metric: { measure, aim },
    i,
    variant,
    control,
  }: { metric: FlagMetric; i: number; variant: string; control: string },
): Test {
  const armOf = (key: string): Arm => arms.get(key)?.[i] ?? { value: null, variance: null, clusters: 0 }
  return { measure, aim, treatment: armOf(variant), control: armOf(control) }
}

function noControl(key: string, variants: readonly string[]) {
  const seen = variants.length === 0 ? '' : `: one of ${variants.join(', ')}`
  return userError(
    `nobody said which variant of "${key}" is the control: give \`control\`${seen}, or save the flag`,
  )
}
