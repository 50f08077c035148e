/**
 * Evaluates the rules, minute by minute. A minute is evaluated for what it was, however late: each rule remembers up to
 * when it is evaluated, and what a worker missed is made up for in order. The row that remembers is locked meanwhile, and
 * the new states, the alerts and what is to be told of them are written with it in one transaction. So a minute has its
 * effect once, whoever is killed and however many workers there are.
 */
import type { EvaluateRule } from '../../api/alerts/evaluate-rule.ts'
import { recordProgress, takeRule } from '../../api/alerts/alert-store.ts'
import { type AlertRule, ruleOf, stepMsOf } from '../../api/alerts/rules.ts'
import type { Quiet } from '../../api/alerts/silences.ts'
import { tellAlerts } from '../../api/alerts/tell-alerts.ts'
import type { Database } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { applyFindings } from './apply-findings.ts'
import { endAbandoned } from './end-abandoned.ts'

export type Alerting = {
  db: Database
  control: Control
  evaluate: EvaluateRule
  /** Where people reach the console. */
  publicUrl: string
  now?: () => number
  onError: (error: unknown) => void
}

const MINUTE_MS = 60_000
/** What happened in a minute comes within so long after it. */
const SETTLE_MS = 15_000
/** After a longer pause only the last of it is made up for: an hour of minutes. */
const MOST_MISSED = 60
export const RULES_AT_ONCE = 4

/** Evaluates every rule up to the last minute that is over. Returns how many evaluations that took. */
export async function evaluateDue(alerting: Alerting): Promise<number> {
  const { control, now = Date.now, onError } = alerting
  const end = Math.floor((now() - SETTLE_MS) / MINUTE_MS) * MINUTE_MS
  const rules = await control.alertRule.findMany({
    where: { enabled: true },
    select: { id: true, siteId: true },
  })
  let evaluations = 0
  const lane = async () => {
    for (let rule = rules.shift(); rule !== undefined; rule = rules.shift()) {
      try {
        while (await evaluateNext(alerting, rule, end)) evaluations++
      } catch (error) {
        // The others are evaluated all the same; this one again, from the same minute, next time.
        onError(error)
      }
    }
  }
  await Promise.all(Array.from({ length: RULES_AT_ONCE }, lane))
  await endAbandoned(alerting, end)
  return evaluations
}

type RuleKey = { id: number; siteId: number }

/** False: there is no minute to evaluate, or somebody else has the rule in hand. */
function evaluateNext(
  { db, control, evaluate, publicUrl, now = Date.now }: Alerting,
  key: RuleKey,
  end: number,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const until = await takeRule(transaction, key, end - MINUTE_MS)
    if (until === null) return false
    // Read only now: what is evaluated is the rule as it is while nobody else evaluates it.
    const row = await control.alertRule.findFirst({
      where: { ...key, enabled: true },
      include: { site: true },
    })
    if (row === null) return false
    const rule = ruleOf(row.site, row)
    const at = nextMoment(until, stepMsOf(rule), end)
    if (at === null) return false
    const [findings, quiet] = await Promise.all([evaluate(rule, at), quietOf(control, rule, at)])
    await applyFindings({ transaction, rule, findings, at })
    await tellAlerts(transaction, {
      site: rule.site,
      ruleId: rule.id,
      where: rule.where,
      quiet,
      at,
      now: now(),
      publicUrl,
    })
    await recordProgress(transaction, key, { at, problem: findings.problem })
    return true
  })
}

/** The first whole step after `until`; null: it is not over yet. */
export function nextMoment(until: number, stepMs: number, end: number): number | null {
  const last = Math.floor(end / stepMs) * stepMs
  const next = Math.floor(until / stepMs) * stepMs + stepMs
  return next > last ? null : Math.max(next, last - (MOST_MISSED - 1) * stepMs)
}

async function quietOf(control: Control, { siteId }: AlertRule, at: number): Promise<Quiet> {
  const [silences, windows] = await Promise.all([
    control.silence.findMany({ where: { siteId, to: { gt: new Date(at) } } }),
    control.maintenanceWindow.findMany({ where: { siteId } }),
  ])
  return { silences, windows }
}
