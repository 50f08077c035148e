/** What a rule finds at a moment: a reading and its judgement for each segment. It keeps nothing. */
import { type Asker, ask } from './ask.ts'
import type { Evidence } from './judge-reading.ts'
import { findingsOf, questionOf } from './questions.ts'
import type { Found, Question } from './reading.ts'
import { type AlertRule, WHOLE } from './rules.ts'

export type RuleFindings = {
  question: Question
  found: Found[]
  /** Why nothing was found. */
  problem: string | null
}

export type EvaluateRule = (rule: AlertRule, at: number) => Promise<RuleFindings>

export type EvidenceOf = (rule: Pick<AlertRule, 'siteId'>, at: number) => Promise<Evidence>

export function createEvaluateRule(asker: Asker, evidenceOf: EvidenceOf): EvaluateRule {
  return async (rule, at) => {
    const evidence = await evidenceOf(rule, at)
    const question = questionOf(rule, at)
    const answered = await ask(asker, rule.site, { question, at, acceptedUntil: evidence.acceptedUntil })
    if (!('problem' in answered))
      return { question, found: findingsOf(rule, answered.data, evidence), problem: null }
    const found: Found = { segment: WHOLE, reading: null, evaluation: { frozen: 'UNANSWERED' } }
    return { question, found: rule.split === null ? [found] : [], problem: answered.problem }
  }
}
