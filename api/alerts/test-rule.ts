/** What a rule would find now, and how often it would have fired: asked by hand, nothing is kept or told. */
import type { GraphQLSchema } from 'graphql'
import { type Context, requireCaller } from '../context.ts'
import type { Interval } from '../schema.generated.ts'
import type { UserError } from '../user-errors.ts'
import { type AlertMemory, CALM, advance } from './advance.ts'
import { alertNotice } from './alert-notice.ts'
import { ask } from './ask.ts'
import type { ThresholdDefinition } from './definition.ts'
import { createEvaluateRule } from './evaluate-rule.ts'
import { createEvidence } from './evidence.ts'
import { judgeReading } from './judge-reading.ts'
import { METRIC_TABLE } from './metrics.ts'
import type { Found } from './reading.ts'
import type { AlertRule } from './rules.ts'
import { manageable, unknown } from './saved-rules.ts'

export type Backtest = {
  from: number
  to: number
  bucket: Interval
  fired: number
  judged: number
  frozen: number
}

export type RuleTest = {
  at: number
  findings: Found[]
  problem: string | null
  wouldSay: string | null
  backtest: Backtest | null
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const BACK_MS = 7 * DAY_MS

/** The bucket for windows up to its length. Of the short ones a week would be thousands of points: a day is looked at. */
const BUCKETS: readonly { interval: Interval; ms: number; backMs: number }[] = [
  { interval: 'FIVE_MINUTES', ms: 5 * MINUTE_MS, backMs: DAY_MS },
  { interval: 'QUARTER_HOUR', ms: 15 * MINUTE_MS, backMs: BACK_MS },
  { interval: 'HOUR', ms: 60 * MINUTE_MS, backMs: BACK_MS },
  { interval: 'DAY', ms: DAY_MS, backMs: BACK_MS },
]

export async function testRule(
  context: Context,
  schema: GraphQLSchema,
  id: string,
): Promise<{ test: RuleTest | null; userErrors: UserError[] }> {
  const rule = await manageable({ control: context.control, caller: requireCaller(context) }, id)
  if (rule === null) return { test: null, userErrors: unknown(id).userErrors }
  const { control, db, now, watermark } = context
  const at = Math.floor(now / MINUTE_MS) * MINUTE_MS
  const asker = { schema, control, db, onError: rethrow }
  // A request whose queue was not asked says nothing about it.
  const evidenceOf = createEvidence(db, () => Promise.resolve(watermark?.getTime() ?? now))
  const { found, problem, question } = await createEvaluateRule(asker, evidenceOf)(rule, at)
  const worst = found.find(({ evaluation }) => evaluation.frozen === null && evaluation.bad) ?? found[0]
  const reading = worst?.reading ?? null
  const wouldSay =
    worst === undefined || reading === null
      ? null
      : alertNotice(
          { ...toldOf(rule), segment: worst.segment, startedAt: at, reading, question },
          { change: 'FIRING', at, publicUrl: '' },
        ).title
  const backtest = problem === null ? await backtestOf(asker, rule, at) : null
  return { test: { at, findings: found, problem, wouldSay, backtest }, userErrors: [] }
}

function toldOf(rule: AlertRule) {
  const { site, id: ruleId, name: ruleName, severity, split: dimension, where } = rule
  return { id: 0, site, ruleId, ruleName, severity, dimension, where, endedBy: null }
}

/** Null: it is not cheap, or not known. */
async function backtestOf(
  asker: Parameters<typeof ask>[0],
  rule: AlertRule,
  now: number,
): Promise<Backtest | null> {
  const { definition, site, where } = rule
  if (definition.kind !== 'THRESHOLD' || rule.split !== null) return null
  const bucket = BUCKETS.find(({ ms }) => definition.windowMs <= ms)
  if (bucket === undefined) return null
  const to = Math.floor(now / bucket.ms) * bucket.ms
  const from = to - bucket.backMs
  const question = {
    query: `query AlertBacktest($site: ID!, $range: RangeInput!, $where: FilterInput) { site(id: $site) { segment(range: $range, where: $where) { over(interval: ${bucket.interval}) { end segment { ${METRIC_TABLE[definition.metric].selection(definition)} } } } } }`,
    variables: {
      site: site.slug,
      range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      where: where as never,
    },
  }
  const answered = await ask(asker, site, { question, at: now, acceptedUntil: null })
  if ('problem' in answered) return null
  return { from, to, bucket: bucket.interval, ...replay(rule, definition, bucket.ms, answered.data) }
}

type Buckets = { site: { segment: { over: { end: string; segment: unknown }[] } } }

function replay(rule: AlertRule, definition: ThresholdDefinition, stepMs: number, data: object) {
  const { over } = (data as Buckets).site.segment
  // n of m minutes are about as many buckets as those minutes fill.
  const scaled = (n: number) => Math.max(1, Math.ceil((n * MINUTE_MS) / stepMs))
  const patience = { times: scaled(rule.times), of: scaled(rule.of), stepMs, escalateAfterMs: null }
  let memory: AlertMemory = CALM
  const counts = { fired: 0, judged: 0, frozen: 0 }
  for (const { end, segment } of over) {
    const at = Date.parse(end)
    const figure = METRIC_TABLE[definition.metric].read(segment)
    const evidence = { at, acceptedUntil: at, watermark: at, coverage: null }
    const evaluation = judgeReading(figure, definition, { minSample: rule.minSample, evidence })
    const advanced = advance(memory, evaluation, patience, at)
    memory = advanced.memory
    counts[evaluation.frozen === null ? 'judged' : 'frozen']++
    if (advanced.change === 'FIRING') counts.fired++
  }
  return counts
}

function rethrow(error: unknown): never {
  throw error
}
