import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { CAPS, KEPT_DAYS, capName, parseCapName } from './caps.ts'

export type Cap = { what: string; of: string | null; values: number; most: number }

/** The caps that something is kept under, the fullest first, 100 at most. */
export async function capsOf(
  db: Queryable,
  siteId: number,
  record?: (statement: StatementRecord) => void,
): Promise<Cap[]> {
  const rows = await db.query<{ what: string; n: number }>(
    sql`/* limits.caps */
SELECT what, count(*) AS n
FROM rum.kept_value
WHERE site_id = ${siteId}
GROUP BY what`,
    record,
  )
  return rows
    .flatMap(({ what: name, n }) => {
      const named = parseCapName(name)
      return named === null ? [] : [{ ...named, values: n, most: CAPS[named.what].most }]
    })
    .sort((a, b) => b.values / b.most - a.values / a.most || (a.what < b.what ? -1 : 1))
    .slice(0, 100)
}

/** `day` counts days since the epoch. */
export type KeptValue = { siteId: number; what: string; value: string; day: number }

export async function readKept(db: Queryable, siteId: number, today: number): Promise<KeptValue[]> {
  return db.query<KeptValue>(sql`/* limits.readKept */
SELECT site_id AS "siteId", what, value, seen - DATE '1970-01-01' AS day
FROM rum.kept_value
WHERE site_id = ${siteId}
  AND seen > DATE '1970-01-01' + ${today - KEPT_DAYS}::integer`)
}

/** A value is there once, whoever writes it first. Sorted, so that two writers do not wait for each other in a ring. */
export async function writeKept(db: Queryable, siteId: number, values: readonly KeptValue[]): Promise<void> {
  const sorted = [...values].sort((a, b) => (`${a.what}\n${a.value}` < `${b.what}\n${b.value}` ? -1 : 1))
  await db.query(sql`/* limits.writeKept */
INSERT INTO rum.kept_value AS kept (site_id, what, value, seen)
SELECT ${siteId}, what, value, DATE '1970-01-01' + day
FROM unnest(
  ${sorted.map(({ what }) => what)}::text[],
  ${sorted.map(({ value }) => value)}::text[],
  ${sorted.map(({ day }) => day)}::integer[]
) AS new (what, value, day)
ON CONFLICT (site_id, what, value) DO UPDATE SET
  seen = GREATEST(kept.seen, excluded.seen)`)
}

export async function dropUnseen(db: Queryable, siteId: number, today: number): Promise<void> {
  await db.query(sql`/* limits.dropUnseen */
DELETE FROM rum.kept_value
WHERE site_id = ${siteId}
  AND seen <= DATE '1970-01-01' + ${today - KEPT_DAYS}::integer`)
}

/** The pages that are kept apart, whoever named them. */
export async function keptPages(
  db: Queryable,
  siteId: number,
  record?: (statement: StatementRecord) => void,
): Promise<string[]> {
  const rows = await db.query<{ value: string }>(
    sql`/* limits.pages */
SELECT value
FROM rum.kept_value
WHERE site_id = ${siteId}
  AND what = ${capName('page')}`,
    record,
  )
  return rows.map(({ value }) => value)
}
