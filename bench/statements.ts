/** What statements a question sends, so that they can be sent again by hand. */
import type { Database } from '../api/db/database.ts'
import type { Sql } from '../api/db/sql.ts'

/** Statements that were under way together are a wave. */
export function captureStatements(db: Database): { database: Database; waves: Sql[][] } {
  const waves: Sql[][] = []
  let underWay = 0
  const database: Database = {
    ...db,
    query: async (statement, record) => {
      if (underWay === 0) waves.push([])
      waves.at(-1)?.push(statement)
      underWay++
      try {
        return await db.query(statement, record)
      } finally {
        underWay--
      }
    },
  }
  return { database, waves }
}
