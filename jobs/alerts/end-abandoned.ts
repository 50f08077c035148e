/** Ends the alerts of rules that are disabled or deleted, and forgets where those were: enabled again they begin anew. */
import { addEvent } from '../../api/alerts/alert-store.ts'
import { tellAlerts } from '../../api/alerts/tell-alerts.ts'
import type { Database, Transaction } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { sql } from '../../api/db/sql.ts'

type Ending = { db: Database; control: Control; publicUrl: string }
type Abandoned = { site_id: number; rule_id: number; exists: boolean }

export async function endAbandoned({ db, control, publicUrl }: Ending, at: number): Promise<void> {
  const abandoned = await db.query<Abandoned>(sql`/* alerts.abandoned */
SELECT p.site_id, p.rule_id, rule.id IS NOT NULL AS exists
FROM site
JOIN rum.alert_progress p ON p.site_id = site.id
LEFT JOIN alert_rule rule ON rule.id = p.rule_id
WHERE rule.id IS NULL
  OR NOT rule.enabled`)
  for (const { site_id: siteId, rule_id: ruleId, exists } of abandoned) {
    const site = await control.site.findUniqueOrThrow({ where: { id: siteId } })
    const endedBy = exists ? 'RULE_DISABLED' : 'RULE_DELETED'
    await db.transaction(async (transaction) => {
      await endAlerts(transaction, { siteId, ruleId, endedBy, at })
      // A silence would be silent about the end for as long as there is nobody to look again.
      const quiet = { silences: [], windows: [] }
      await tellAlerts(transaction, { site, ruleId, where: null, quiet, at, now: at, publicUrl })
      await transaction.query(sql`/* alerts.forgetStates */
DELETE FROM rum.alert_states
WHERE site_id = ${siteId}
  AND rule_id = ${ruleId}`)
      await transaction.query(sql`/* alerts.forgetProgress */
DELETE FROM rum.alert_progress
WHERE site_id = ${siteId}
  AND rule_id = ${ruleId}`)
    })
  }
}

type Ended = { siteId: number; ruleId: number; endedBy: string; at: number }

async function endAlerts(transaction: Transaction, { siteId, ruleId, endedBy, at }: Ended): Promise<void> {
  // Whoever evaluates it this moment holds the row: its alerts are seen below, or it sees that the rule is gone.
  await transaction.query(sql`/* alerts.waitForProgress */
SELECT 1
FROM rum.alert_progress
WHERE site_id = ${siteId}
  AND rule_id = ${ruleId}
FOR UPDATE`)
  const ended = await transaction.query<{ id: number }>(sql`/* alerts.end */
UPDATE rum.alerts
SET state = 'RESOLVED', resolved_at = ${new Date(at)}, changed_at = ${new Date(at)}, ended_by = ${endedBy}::text
WHERE site_id = ${siteId}
  AND rule_id = ${ruleId}
  AND resolved_at IS NULL
RETURNING id`)
  for (const { id } of ended) await addEvent(transaction, { siteId, alertId: id, change: 'RESOLVED', at })
}
