import type { Queryable } from '../../api/db/database.ts'
import { sql } from '../../api/db/sql.ts'

/** Of fewer rows no plan goes far wrong. */
const LEAST_ROWS = 1000

/** Gathers the statistics of tables and chunks that filled since the last time. Returns of how many. */
export async function analyzeNew(db: Queryable): Promise<number> {
  const [row] = await db.query<{ analyzed: number }>(
    sql`/* statistics.analyzeNew */ SELECT rum.analyze_new(${LEAST_ROWS}) AS analyzed`,
  )
  return row?.analyzed ?? 0
}
