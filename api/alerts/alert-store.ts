/** The states of segments, the alerts and what was to be told of them, as the evaluating job reads and writes them. */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { AlertMemory, Change, FrozenReason, Phase } from './advance.ts'
import type { Question, Reading } from './reading.ts'
import type { AlertRule } from './rules.ts'

type RuleKey = Pick<AlertRule, 'id' | 'version' | 'siteId'>

/**
 * Takes the rule in hand until the end of the transaction. Null: somebody else has it. A rule that is seen for the first
 * time was evaluated until `first`.
 */
export async function takeRule(
  transaction: Queryable,
  { siteId, id }: Pick<RuleKey, 'id' | 'siteId'>,
  first: number,
): Promise<number | null> {
  await transaction.query(sql`/* alerts.begin */
INSERT INTO rum.alert_progress (site_id, rule_id, evaluated_until)
VALUES (${siteId}, ${id}, ${new Date(first)})
ON CONFLICT DO NOTHING`)
  const [row] = await transaction.query<{ evaluated_until: Date }>(sql`/* alerts.take */
SELECT evaluated_until
FROM rum.alert_progress
WHERE site_id = ${siteId}
  AND rule_id = ${id}
FOR UPDATE SKIP LOCKED`)
  return row === undefined ? null : row.evaluated_until.getTime()
}

export async function recordProgress(
  transaction: Queryable,
  { siteId, id }: Pick<RuleKey, 'id' | 'siteId'>,
  { at, problem }: { at: number; problem: string | null },
): Promise<void> {
  await transaction.query(sql`/* alerts.progress */
UPDATE rum.alert_progress
SET evaluated_until = ${new Date(at)}, problem = ${problem}::text
WHERE site_id = ${siteId}
  AND rule_id = ${id}`)
}

export type StoredState = { memory: AlertMemory; alertId: number | null; version: number }

type StateRow = {
  segment: string
  rule_version: number
  phase: Phase
  since: Date
  at: Date
  frozen: FrozenReason | null
  bad: number[]
  recovered: number
  alert_id: number | null
}

export async function statesOf(
  transaction: Queryable,
  { siteId, id }: Pick<RuleKey, 'id' | 'siteId'>,
): Promise<Map<string, StoredState>> {
  const rows = await transaction.query<StateRow>(sql`/* alerts.states */
SELECT segment, rule_version, phase, since, at, frozen, bad, recovered, alert_id
FROM rum.alert_states
WHERE site_id = ${siteId}
  AND rule_id = ${id}`)
  return new Map(
    rows.map(({ segment, rule_version: version, alert_id: alertId, since, at, ...rest }) => [
      segment,
      { memory: { ...rest, since: since.getTime(), at: at.getTime() }, alertId, version },
    ]),
  )
}

export type NewState = {
  segment: string
  memory: AlertMemory
  alertId: number | null
  reading: Reading | null
}

export async function writeState(
  transaction: Queryable,
  { siteId, id, version }: RuleKey,
  { segment, memory, alertId, reading }: NewState,
): Promise<void> {
  const { phase, since, at, frozen, bad, recovered } = memory
  await transaction.query(sql`/* alerts.writeState */
INSERT INTO rum.alert_states AS stored
  (site_id, rule_id, segment, rule_version, phase, since, at, frozen, bad, recovered, alert_id, reading)
VALUES (${siteId}, ${id}, ${segment}, ${version}, ${phase}, ${new Date(since)}, ${new Date(at)}, ${frozen},
  ${bad}::double precision[], ${recovered}, ${alertId}::bigint, ${reading === null ? null : JSON.stringify(reading)}::jsonb)
ON CONFLICT (site_id, rule_id, segment) DO UPDATE
SET rule_version = excluded.rule_version,
  phase = excluded.phase,
  since = excluded.since,
  at = excluded.at,
  frozen = excluded.frozen,
  bad = excluded.bad,
  recovered = excluded.recovered,
  alert_id = excluded.alert_id,
  reading = coalesce(excluded.reading, stored.reading)
WHERE stored.site_id = ${siteId}`)
}

/** Forgets the states of segments: they are calm and not there any more, or of an earlier version of the rule. */
export async function dropStates(
  transaction: Queryable,
  { siteId, id }: Pick<RuleKey, 'id' | 'siteId'>,
  segments: readonly string[],
): Promise<void> {
  if (segments.length === 0) return
  await transaction.query(sql`/* alerts.dropStates */
DELETE FROM rum.alert_states
WHERE site_id = ${siteId}
  AND rule_id = ${id}
  AND segment = ANY (${[...segments]}::text[])`)
}

export type NewAlert = { segment: string; at: number; reading: Reading; question: Question }

export async function openAlert(
  transaction: Queryable,
  rule: AlertRule,
  { segment, at, reading, question }: NewAlert,
): Promise<number> {
  const [row] = await transaction.query<{ id: number }>(sql`/* alerts.open */
INSERT INTO rum.alerts (site_id, rule_id, segment, dimension, rule_name, severity, state, started_at, changed_at,
  channel_ids, escalation_channel_ids, reading, question)
VALUES (${rule.siteId}, ${rule.id}, ${segment}, ${rule.split}, ${rule.name}, ${rule.severity}, 'FIRING', ${new Date(at)},
  ${new Date(at)}, ${rule.channelIds}::integer[], ${rule.escalationChannelIds}::integer[],
  ${JSON.stringify(reading)}::jsonb, ${JSON.stringify(question)}::jsonb)
RETURNING id`)
  if (row === undefined) throw new TypeError('an insert returned nothing')
  return row.id
}

export type AlertChange = {
  siteId: number
  alertId: number
  change: Change
  at: number
  /** Null: as it was. */
  reading: Reading | null
  question: Question | null
  endedBy: string | null
}

export async function changeAlert(
  transaction: Queryable,
  { siteId, alertId, change, at, reading, question, endedBy }: AlertChange,
): Promise<void> {
  await transaction.query(sql`/* alerts.change */
UPDATE rum.alerts
SET state = ${change}::text,
  changed_at = ${new Date(at)}::timestamptz,
  escalated_at = CASE WHEN ${change}::text = 'ESCALATED' THEN ${new Date(at)}::timestamptz ELSE escalated_at END,
  resolved_at = CASE WHEN ${change}::text = 'RESOLVED' THEN ${new Date(at)}::timestamptz ELSE resolved_at END,
  ended_by = ${endedBy}::text,
  reading = coalesce(${reading === null ? null : JSON.stringify(reading)}::jsonb, reading),
  question = coalesce(${question === null ? null : JSON.stringify(question)}::jsonb, question)
WHERE site_id = ${siteId}
  AND id = ${alertId}`)
}

export async function addEvent(
  transaction: Queryable,
  { siteId, alertId, change, at }: Pick<AlertChange, 'siteId' | 'alertId' | 'change' | 'at'>,
): Promise<void> {
  await transaction.query(sql`/* alerts.addEvent */
INSERT INTO rum.alert_events (site_id, alert_id, change, at)
VALUES (${siteId}, ${alertId}, ${change}, ${new Date(at)})`)
}
