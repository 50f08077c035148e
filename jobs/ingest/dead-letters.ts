/** What cannot be stored goes here, with the reason and enough to store it later: nothing accepted vanishes. */
import type { Queryable } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'

export type DeadLetter = {
  siteId: number | null
  batchId: string | null
  /** A SQLSTATE, or `undecodable`. */
  code: string
  reason: string
  payload: unknown
}

export async function insertDeadLetters(db: Queryable, letters: readonly DeadLetter[]): Promise<void> {
  if (letters.length === 0) return
  await db.query(sql`/* deadLetters.insert */
INSERT INTO rum.dead_letters (site_id, batch_id, code, reason, payload)
SELECT site_id, batch_id, code, reason, payload
FROM unnest(
  ${letters.map(({ siteId }) => siteId)}::integer[],
  ${letters.map(({ batchId }) => batchId)}::uuid[],
  ${letters.map(({ code }) => code)}::text[],
  ${letters.map(({ reason }) => reason.slice(0, 2000))}::text[],
  ${letters.map(({ payload }) => JSON.stringify(payload))}::jsonb[]
) AS letter (site_id, batch_id, code, reason, payload)`)
}
