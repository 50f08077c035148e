/**
 * Brings what channels were told up to what is so. An alert that fired, escalated or was resolved is told once; what is
 * held back by a silence is told when the silence ends, if it is still so then. What was never told to fire is not told
 * to be resolved.
 */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { queueDeliveries } from '../deliveries/outbox.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Change } from './advance.ts'
import { alertNotice } from './alert-notice.ts'
import type { Question, Reading } from './reading.ts'
import { type Quiet, heldBy } from './silences.ts'

export type Telling = {
  site: SiteRow
  ruleId: number
  /** The filter of the rule. */
  where: Record<string, unknown> | null
  quiet: Quiet
  /** The moment that was evaluated. */
  at: number
  /** The time as it is: whoever silences something now means what is evaluated late as well. */
  now: number
  publicUrl: string
}

type Row = {
  id: number
  started_at: Date
  escalated_at: Date | null
  state: Change
  told: Change | null
  ended_by: string | null
  segment: string
  dimension: string | null
  rule_name: string
  severity: string
  channel_ids: number[]
  escalation_channel_ids: number[]
  reading: Reading
  question: Question
}

/** In the transaction that changed the alerts. Returns how many are told. */
export async function tellAlerts(transaction: Queryable, telling: Telling): Promise<number> {
  const { site, ruleId, quiet, at, now } = telling
  const rows = await transaction.query<Row>(sql`/* alerts.untold */
SELECT id, started_at, escalated_at, state, told, ended_by, segment, dimension, rule_name, severity,
  channel_ids, escalation_channel_ids, reading, question
FROM rum.alerts
WHERE site_id = ${site.id}
  AND rule_id = ${ruleId}
  AND told IS DISTINCT FROM state
ORDER BY id
FOR UPDATE`)
  let told = 0
  for (const row of rows) {
    const matched = { ruleId, segment: row.segment }
    const held = heldBy(quiet, matched, at) ?? heldBy(quiet, matched, now)
    if (row.told === null && row.state === 'RESOLVED') {
      await hold(transaction, site, row, held ?? 'it was over before the silence was')
      await settle(transaction, site, row)
    } else if (held !== null) await hold(transaction, site, row, held)
    else {
      await queue(transaction, telling, row)
      await settle(transaction, site, row)
      told++
    }
  }
  return told
}

async function queue(
  transaction: Queryable,
  { site, ruleId, where, at, publicUrl }: Telling,
  row: Row,
): Promise<void> {
  const notice = alertNotice(
    {
      id: row.id,
      site,
      ruleId,
      ruleName: row.rule_name,
      severity: row.severity,
      segment: row.segment,
      dimension: row.dimension,
      where,
      startedAt: row.started_at.getTime(),
      reading: row.reading,
      question: row.question,
      endedBy: row.ended_by,
    },
    { change: row.state, at, publicUrl },
  )
  const channelIds = [
    ...row.channel_ids,
    // Who was called in by the escalation hears of the end too.
    ...(row.escalated_at === null ? [] : row.escalation_channel_ids),
  ]
  const key = `alert/${row.id}/${row.state}`
  await queueDeliveries(transaction, { siteId: site.id, channelIds, key, notice })
  await transaction.query(sql`/* alerts.eventTold */
UPDATE rum.alert_events
SET told_at = ${new Date(at)}
WHERE site_id = ${site.id}
  AND alert_id = ${row.id}
  AND change = ${row.state}::text`)
}

async function hold(
  transaction: Queryable,
  { id }: SiteRow,
  { id: alertId, state }: Row,
  reason: string,
): Promise<void> {
  await transaction.query(sql`/* alerts.eventHeld */
UPDATE rum.alert_events
SET held_by = ${reason}::text
WHERE site_id = ${id}
  AND alert_id = ${alertId}
  AND change = ${state}::text
  AND held_by IS NULL`)
}

async function settle(transaction: Queryable, { id }: SiteRow, { id: alertId }: Row): Promise<void> {
  await transaction.query(sql`/* alerts.settle */
UPDATE rum.alerts
SET told = state
WHERE site_id = ${id}
  AND id = ${alertId}`)
}
