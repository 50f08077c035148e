/**
 * The accounts: what became of everything that was sent. What rides with a batch is entered in the transaction that
 * stores the batch; refusals of whole requests come from the collector's tally.
 */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { HOUR_MS } from '../segment/rollups.ts'

/** What an entry counts. Events, but for `refused` (requests) and `unknown_field` and `other` (fields, values). */
export const OUTCOMES = [
  'accepted',
  'stored',
  'dead',
  'erased',
  'duplicate',
  'rejected',
  'dropped',
  'refused',
  'unknown_field',
  'other',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** `code` is '' where the outcome has none. `at` is when the collector received it, epoch ms. */
export type Entry = { siteId: number; at: number; what: Outcome; code: string; n: number }

/** Appends entries, those of one kind together. Takes no locks: what is there is not looked at. */
export async function enter(db: Queryable, entries: readonly Entry[]): Promise<void> {
  const summed = sumEntries(entries)
  if (summed.length === 0) return
  await db.query(sql`/* accounting.enter */
INSERT INTO rum.accounting (site_id, hour, what, code, n)
SELECT site_id, hour, what, code, n
FROM unnest(
  ${summed.map(({ siteId }) => siteId)}::integer[],
  ${summed.map(({ at }) => new Date(at))}::timestamptz[],
  ${summed.map(({ what }) => what)}::text[],
  ${summed.map(({ code }) => code)}::text[],
  ${summed.map(({ n }) => n)}::bigint[]
) AS entry (site_id, hour, what, code, n)`)
}

/** One entry a site, hour, outcome and code; none of nothing. */
export function sumEntries(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.n === 0) continue
    const at = Math.floor(entry.at / HOUR_MS) * HOUR_MS
    const key = `${entry.siteId} ${at} ${entry.what} ${entry.code}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { ...entry, at })
    else sum.n += entry.n
  }
  return [...sums.values()]
}

/** Sums up what was appended to the site's accounts. One statement: a reader sees the sum or the parts. */
export async function sumAccounts(db: Queryable, siteId: number): Promise<void> {
  await db.query(sql`/* accounting.sum */
WITH taken AS (
  DELETE FROM rum.accounting
  WHERE site_id = ${siteId}
    AND hour IN (SELECT hour FROM rum.accounting WHERE site_id = ${siteId} AND NOT summed)
  RETURNING hour, what, code, n
)
INSERT INTO rum.accounting (site_id, hour, what, code, n, summed)
SELECT ${siteId}, hour, what, code, sum(n), true
FROM taken
GROUP BY hour, what, code`)
}
