/** Makes of what a rule found the new states of its segments, and the alerts that begin, escalate and end with them. */
import type { Transaction } from '../../api/db/database.ts'
import { type AlertMemory, CALM, type Change, advance, isOpen } from '../../api/alerts/advance.ts'
import {
  type StoredState,
  addEvent,
  changeAlert,
  dropStates,
  openAlert,
  statesOf,
  writeState,
} from '../../api/alerts/alert-store.ts'
import type { RuleFindings } from '../../api/alerts/evaluate-rule.ts'
import type { Found } from '../../api/alerts/reading.ts'
import { type AlertRule, patienceOf, stepMsOf } from '../../api/alerts/rules.ts'

type Applying = { transaction: Transaction; rule: AlertRule; findings: RuleFindings; at: number }

export async function applyFindings(applying: Applying): Promise<void> {
  const { transaction, rule, findings, at } = applying
  const states = await statesOf(transaction, rule)
  for (const [segment, { version, alertId }] of states) {
    if (version === rule.version) continue
    if (alertId !== null) await change({ ...applying, alertId, endedBy: 'RULE_CHANGED' }, 'RESOLVED')
    await dropStates(transaction, rule, [segment])
    states.delete(segment)
  }
  for (const one of findings.found) await applyOne(applying, one, states.get(one.segment))
  const found = new Set(findings.found.map(({ segment }) => segment))
  const absent = [...states].filter(([segment]) => !found.has(segment))
  const gone = absent.filter(([, { memory }]) => findings.problem === null && isForgettable(memory, rule, at))
  await dropStates(
    transaction,
    rule,
    gone.map(([segment]) => segment),
  )
  // A part without events is no evidence; nor is anything where the question was not answered.
  const frozen = findings.problem === null ? 'NO_EVENTS' : 'UNANSWERED'
  const forgotten = new Set(gone.map(([segment]) => segment))
  for (const [segment, state] of absent)
    if (!forgotten.has(segment))
      await applyOne(applying, { segment, reading: null, evaluation: { frozen } }, state)
}

/** Calm, or pending of what was bad so long ago that it counts no more. */
function isForgettable({ phase, bad }: AlertMemory, rule: AlertRule, at: number): boolean {
  const since = at - rule.of * stepMsOf(rule)
  return !isOpen(phase) && bad.every((moment) => moment <= since)
}

async function applyOne(
  applying: Applying,
  { segment, reading, evaluation }: Found,
  state: StoredState | undefined,
): Promise<void> {
  const { transaction, rule, findings, at } = applying
  const before = state?.memory ?? { ...CALM, since: at }
  const { memory, change: told } = advance(before, evaluation, patienceOf(rule), at)
  let alertId = state?.alertId ?? null
  if (told === 'FIRING' && reading !== null) {
    alertId = await openAlert(transaction, rule, { segment, at, reading, question: findings.question })
    await addEvent(transaction, { siteId: rule.siteId, alertId, change: told, at })
  } else if (told !== null && alertId !== null)
    await change({ ...applying, alertId, reading, endedBy: told === 'RESOLVED' ? 'RECOVERED' : null }, told)
  const openId = isOpen(memory.phase) ? alertId : null
  await writeState(transaction, rule, { segment, memory, alertId: openId, reading })
}

type Changed = Applying & { alertId: number; endedBy: string | null; reading?: Found['reading'] }

async function change(
  { transaction, rule, findings, at, alertId, endedBy, reading = null }: Changed,
  change: Change,
): Promise<void> {
  const question = reading === null ? null : findings.question
  const { siteId } = rule
  await changeAlert(transaction, { siteId, alertId, change, at, reading, question, endedBy })
  await addEvent(transaction, { siteId, alertId, change, at })
}
