/** The log of consent as the collector reads and writes it. */
import type { Database, Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
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
      // One by one: there is hardly ever more than one.
      for (const { at, state, scope } of changes)
        await db.query(sql`/* consent.add */
INSERT INTO rum.consent_log (site_id, session_id, visitor_id, at, received_at, state, scope)
VALUES (${siteId}, ${session}::uuid, ${visitor}::uuid, ${new Date(at)}, ${new Date(receivedAt)}, ${state}, ${[...scope]}::text[])
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
