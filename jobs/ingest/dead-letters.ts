/** What cannot be stored goes here, with the reason and enough to store it later: nothing accepted vanishes. */
import type { Queryable } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'
import { isUuid } from '../../api/uuid.ts'

export type DeadLetter = {
  siteId: number | null
  batchId: string | null
  /** A SQLSTATE, or `undecodable`. */
  code: string
  reason: string
  /** How many rows it holds; null where they cannot be read. */
  rows: number | null
  payload: unknown
}

export async function insertDeadLetters(db: Queryable, letters: readonly DeadLetter[]): Promise<void> {
  if (letters.length === 0) return
  await db.query(sql`/* deadLetters.insert */
INSERT INTO rum.dead_letters (site_id, batch_id, code, reason, rows, payload)
SELECT site_id, batch_id, code, reason, rows, payload
FROM unnest(
  ${letters.map(({ siteId }) => siteId)}::integer[],
  ${letters.map(({ batchId }) => (batchId !== null && isUuid(batchId) ? batchId : null))}::uuid[],
  ${letters.map(({ code }) => code)}::text[],
  ${letters.map(({ reason }) => storable(withoutValue(reason).slice(0, 2000)))}::text[],
  ${letters.map(({ rows }) => rows)}::integer[],
  ${letters.map(({ payload }) => JSON.stringify(payload, (_, value: unknown) => storableValue(value)))}::jsonb[]
) AS letter (site_id, batch_id, code, reason, rows, payload)`)
}

/** The value that PostgreSQL could not read stands at the end of its message; here the payload has it. */
function withoutValue(reason: string): string {
  return reason.replace(/: ".*$/s, '')
}

/** What made it a poison may be what text and jsonb refuse as well: NUL, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- NUL is what this looks for
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd')
}

/** Texts and names made storable; JSON.stringify goes on into what is returned. */
function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [storable(name), item]))
}
