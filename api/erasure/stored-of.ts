/** How much is stored of somebody. */
import type { Caller } from '../access/authenticate.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { userError } from '../problem.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Subject, isOfSubject } from './subject.ts'

export type StoredOf = { sessions: number; firstAt: Date | null; lastAt: Date | null }

export async function storedOf(
  { db, record }: Pick<Context, 'db' | 'record'>,
  { scopes }: Caller,
  { site, subject }: { site: SiteRow; subject: Subject },
): Promise<StoredOf> {
  if (!scopes.includes('MANAGE'))
    throw userError('looking for somebody needs a token with the scope MANAGE', 'FORBIDDEN')
  const [row] = await db.query<StoredOf>(
    sql`/* erasure.storedOf */
SELECT count(*) AS sessions, min(started_at) AS "firstAt", max(last_at) AS "lastAt"
FROM rum.sessions s
WHERE s.site_id = ${site.id}
  AND ${isOfSubject(subject)}`,
    record,
  )
  return row ?? { sessions: 0, firstAt: null, lastAt: null }
}
