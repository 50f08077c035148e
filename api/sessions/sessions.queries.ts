/** Sessions as rows: one by its id, and the list of a segment. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Segment } from '../segment/segment.ts'
import { segmentRange } from '../segment/segment.ts'
import { sessionsOf } from '../segment/sources.ts'
import type { Cursor } from './cursor.ts'

export type SessionRow = {
  site_id: number
  session_id: string
  visitor_id: string
  started_at: Date
  last_at: Date
  views: number
  errors: number
  interactions: number
  frustrations: number
  bot: boolean
  entry_page: string | null
  exit_page: string | null
  country: string | null
  region: string | null
  city: string | null
  device: string | null
  browser: string | null
  browser_version: string | null
  os: string | null
  language: string | null
  connection: string | null
  referrer: string | null
  release: string | null
  environment: string | null
  flags: Record<string, { variant: string; at: number; mixed: boolean }>
}

export const SESSION_COLUMNS = sql`s.site_id, s.session_id, s.visitor_id, s.started_at, s.last_at, s.views, s.errors, s.interactions, s.frustrations,
  s.bot, s.entry_page, s.exit_page, s.country, s.region, s.city, s.device, s.browser, s.browser_version, s.os, s.language,
  s.connection, s.referrer, s.release, s.environment, s.flags`

type Recorder = (statement: StatementRecord) => void

export async function sessionById(
  db: Queryable,
  siteId: number,
  id: string,
  record: Recorder,
): Promise<SessionRow | null> {
  const [row] = await db.query<SessionRow>(
    sql`/* sessions.byId */
SELECT ${SESSION_COLUMNS}
FROM rum.sessions s
WHERE s.site_id = ${siteId}
  AND s.session_id = ${id}`,
    record,
  )
  return row ?? null
}

/** The segment's sessions, latest first, from behind the cursor; one more than asked for tells whether there are more. */
export function sessionPage(
  db: Queryable,
  segment: Segment,
  page: { first: number; after: Cursor | null },
  record: Recorder,
): Promise<SessionRow[]> {
  const { scope, keys } = segment
  const question = { scope: { ...scope, range: segmentRange(segment) }, axes: [], edges: null }
  const wanted = new Map([...keys].map(([axis, key]) => [axis, new Set([key])]))
  const behind =
    page.after === null
      ? sql``
      : sql` AND (s.started_at, s.session_id) < (${new Date(page.after.at)}, ${page.after.id}::uuid)`
  return db.query<SessionRow>(
    sql`/* sessions.page */
SELECT DISTINCT ON (s.started_at, s.session_id) ${SESSION_COLUMNS}
FROM ${sessionsOf(question, wanted)}${behind}
ORDER BY s.started_at DESC, s.session_id DESC
LIMIT ${page.first + 1}`,
    record,
  )
}
