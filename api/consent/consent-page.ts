/** A page of the log of consent. */
import { decodeCursor, encodeCursor } from '../connection.ts'
import type { Caller } from '../access/authenticate.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { localId } from '../global-id.ts'
import { userError } from '../problem.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { isUuid } from '../uuid.ts'

export type LoggedConsent = {
  site: string
  session_id: string
  visitor_id: string | null
  at: Date
  received_at: Date
  state: 'granted' | 'denied'
  scope: string[]
}

export type ConsentAsked = {
  first: number
  after: string | null
  session: string | null
  visitor: string | null
}

const CURSOR = /^(\d{1,15}) ([\da-f-]{36}) (granted|denied)$/

/** One more than asked for where there are more, newest first; null for who may not manage the site. */
export async function consentLogOf(
  { db, record, caller }: Pick<Context, 'db' | 'record'> & { caller: Caller },
  site: SiteRow,
  { first, after, session: id, visitor }: ConsentAsked,
): Promise<LoggedConsent[] | null> {
  if (!caller.scopes.includes('MANAGE')) return null
  const session = id === null ? null : localId(site, 'session', id)
  for (const asked of [session ?? id, visitor]) {
    if (asked !== null && !isUuid(asked))
      throw userError(`invalid id "${asked.slice(0, 60)}": expected a UUID`)
  }
  const [at = null, last = null, state = null] = decodeCursor(after, CURSOR) ?? []
  return db.query<LoggedConsent>(
    sql`/* consent.page */
SELECT ${site.slug}::text AS site, session_id, visitor_id, at, received_at, state, scope
FROM rum.consent_log
WHERE site_id = ${site.id}
  AND (${session}::uuid IS NULL OR session_id = ${session}::uuid)
  AND (${visitor}::uuid IS NULL OR visitor_id = ${visitor}::uuid)
  AND (${last}::uuid IS NULL
    OR (at, session_id, state) < (${at === null ? null : new Date(Number(at))}::timestamptz, ${last}::uuid, ${state}::text))
ORDER BY at DESC, session_id DESC, state DESC
LIMIT ${first + 1}`,
    record,
  )
}

export function cursorOfConsent({ at, session_id, state }: LoggedConsent): string {
  return encodeCursor([at.getTime(), session_id, state])
}
