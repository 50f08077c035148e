/** The log of consent as the collector reads and writes it. */
import type { Database, Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { digestOf } from '../erasure/subject.ts'
import type { ConsentChange } from './consent-state.ts'

type Subject = { siteId: number; session: string }

export type ConsentLog = {
  changesOf(subject: Subject): Promise<ConsentChange[]>
  add(
    subject: Subject,
    entry: { visitor: string | null; receivedAt: number; changes: readonly ConsentChange[] },
  ): Promise<void>
}

export function createConsentLog(db: Database): ConsentLog {
  return {
    changesOf: (subject) => changesOf(db, subject),
    add: async ({ siteId, session }, { visitor, receivedAt, changes }) => {
      const digest = (kind: 'SESSION' | 'VISITOR', value: string) =>
        digestOf(siteId, { kind, attribute: null, value })
      // One by one: there is hardly ever more than one. What comes late of somebody who is forgotten is not kept.
      for (const { at, state, scope } of changes)
        await db.query(sql`/* consent.add */
INSERT INTO rum.consent_log (site_id, session_id, visitor_id, at, received_at, state, scope)
SELECT ${siteId}, ${session}::uuid, ${visitor}::uuid, ${new Date(at)}, ${new Date(receivedAt)}, ${state}, ${[...scope]}::text[]
WHERE NOT EXISTS (
  SELECT
  FROM rum.erased_subjects erased
  WHERE erased.site_id = ${siteId}
    AND (erased.digest = ${digest('SESSION', session)}::bytea
      OR erased.digest = ${visitor === null ? null : digest('VISITOR', visitor)}::bytea
        AND erased.at >= ${new Date(at)})
)
ON CONFLICT DO NOTHING`)
    },
  }
}

async function changesOf(db: Queryable, { siteId, session }: Subject): Promise<ConsentChange[]> {
  const rows = await db.query<{
    at: Date
    state: ConsentChange['state']
    scope: string[]
  }>(sql`/* consent.changesOf */
SELECT at, state, scope
FROM rum.consent_log
WHERE site_id = ${siteId}
  AND session_id = ${session}::uuid
ORDER BY at, state DESC
LIMIT 1000`)
  return rows.map(({ at, ...change }) => ({ ...change, at: at.getTime() }))
}
