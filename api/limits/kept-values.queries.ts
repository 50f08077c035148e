import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { CAPS, parseCapName } from './caps.ts'

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
