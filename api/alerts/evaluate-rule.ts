/** What a rule finds at a moment: a reading and its judgement for each segment. It keeps nothing. */
import type { Evaluation } from './advance.ts'
import { type Asker, ask } from './ask.ts'
import { type Evidence, judgeReading } from './judge-reading.ts'
import type { Unit } from './metrics.ts'
import { type Question, type Reading, figureName, questionOf, readingsOf } from './questions.ts'
import { type AlertRule, WHOLE } from './rules.ts'

/** A reading with everything that a message says of it. */
export type StoredReading = Omit<Reading, 'segment'> & {
  name: string
  unit: Unit
  side: 'ABOVE' | 'BELOW'
  bound: number
  recovery: number
  windowMs: number
  /** What it was that burned, the worst first; empty where that is not asked. */
  burners: string[]
}

export type Found = { segment: string; reading: StoredReading | null; evaluation: Evaluation }
export type RuleFindings = {
  question: Question
  found: Found[]
  /** Why nothing was found. */
  problem: string | null
}

export type EvaluateRule = (rule: AlertRule, at: number) => Promise<RuleFindings>

export type Evaluator = Asker & { evidenceOf: (rule: AlertRule, at: number) => Promise<Evidence> }

export function createEvaluateRule(evaluator: Evaluator): EvaluateRule {
  return (rule, at) => evaluateRule(evaluator, rule, at)
}

async function evaluateRule(
  { evidenceOf, ...asker }: Evaluator,
  rule: AlertRule,
  at: number,
): Promise<RuleFindings> {
  const { definition } = rule
  if (definition.kind === 'BURN_RATE') throw new TypeError('burn rates are not evaluated yet')
  const question = questionOf(rule, definition, at)
  const [answered, evidence] = await Promise.all([
    ask(asker, rule.site, { ...question, at }),
    evidenceOf(rule, at),
  ])
  if ('problem' in answered) {
    const found = [{ segment: WHOLE, reading: null, evaluation: { frozen: 'UNANSWERED' as const } }]
    return { question, found: rule.split === null ? found : [], problem: answered.problem }
  }
  const { side, bound, recovery, windowMs } = definition
  const about = { ...figureName(definition), side, bound, recovery, windowMs, burners: [] }
  const found = readingsOf(rule, definition, answered.data).map(({ segment, ...reading }) => ({
    segment,
    reading: { ...reading, ...about },
    evaluation: judgeReading(reading, definition, { minSample: rule.minSample, evidence }),
  }))
  return { question, found, problem: null }
}
