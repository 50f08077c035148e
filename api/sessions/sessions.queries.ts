/** Sessions as rows: one by its id, and the list of a segment. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { Segment } from '../segment/segment.ts'
import { segmentRange } from '../segment/segment.ts'
import { sessionsOf } from '../segment/sources.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { isUuid } from '../uuid.ts'

export type SessionRow = {
  /** The slug of its site. */
  site: string
  site_id: number
  /** By what the list is ordered; 0 outside of lists. */
  rank: number
  session_id: string
  visitor_id: string
  started_at: Date
  last_at: Date
  views: number
  errors: number
  interactions: number
  frustrations: number
  bot: boolean
  bot_reason: string | null
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

export const sessionColumns = ({
  slug,
}: SiteRow) => sql`${slug}::text AS site, s.site_id, s.session_id, s.visitor_id, s.started_at, s.last_at,
  s.views, s.errors, s.interactions, s.frustrations, s.bot, s.bot_reason, s.entry_page, s.exit_page, s.country, s.region, s.city, s.device,
  s.browser, s.browser_version, s.os, s.language, s.connection, s.referrer, s.release, s.environment, s.flags`

/** What a list of sessions can be ordered by; latest first needs no rank. */
const RANKS = {
  LATEST: sql`0::double precision`,
  DURATION: sql`extract(epoch FROM s.last_at - s.started_at)::double precision`,
  VIEWS: sql`s.views::double precision`,
  ERRORS: sql`s.errors::double precision`,
  FRUSTRATIONS: sql`s.frustrations::double precision`,
}
export type SessionOrder = keyof typeof RANKS

type Recorder = (statement: StatementRecord) => void

export async function sessionById(
  db: Queryable,
  site: SiteRow,
  id: string,
  record: Recorder,
): Promise<SessionRow | null> {
  if (!isUuid(id)) return null
  const [row] = await db.query<SessionRow>(
    sql`/* sessions.byId */
SELECT ${sessionColumns(site)}, 0::double precision AS rank
FROM rum.sessions s
WHERE s.site_id = ${site.id}
  AND s.session_id = ${id}`,
    record,
  )
  return row ?? null
}

/** The place of a session in a list: what is less comes behind it. */
export type SessionPlace = { rank: number; at: number; id: string }

/** The segment's sessions from behind a place; one more than asked for tells whether there are more. */
export function sessionPage(
  db: Queryable,
  segment: Segment,
  page: { first: number; behind: SessionPlace | null; orderBy: SessionOrder },
  record: Recorder,
): Promise<SessionRow[]> {
  const rank = RANKS[page.orderBy]
  const { behind } = page
  const from = behind === null ? sql`` : behindSql(behind, page.orderBy)
  const order = page.orderBy === 'LATEST' ? sql`` : sql`rank DESC, `
  return db.query<SessionRow>(
    sql`/* sessions.page */
SELECT *
FROM (
  SELECT DISTINCT ON (s.started_at, s.session_id) ${sessionColumns(segment.scope.site)}, ${rank} AS rank
  FROM ${listed(segment)}${from}
  ORDER BY s.started_at DESC, s.session_id DESC
) sessions
ORDER BY ${order}started_at DESC, session_id DESC
LIMIT ${page.first + 1}`,
    record,
  )
}

function behindSql({ rank, at, id }: SessionPlace, order: SessionOrder): Sql {
  const place = sql`${new Date(at)}::timestamptz, ${id}::uuid`
  if (order === 'LATEST') return sql` AND (s.started_at, s.session_id) < (${place})`
  return sql` AND (${RANKS[order]}, s.started_at, s.session_id) < (${rank}::double precision, ${place})`
}

/** How many sessions the segment lists. */
export async function countListed(db: Queryable, segment: Segment, record: Recorder): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    sql`/* sessions.count */
SELECT count(DISTINCT s.session_id) AS count
FROM ${listed(segment)}`,
    record,
  )
  return row?.count ?? 0
}

function listed(segment: Segment): Sql {
  const { scope, keys } = segment
  const question = { scope: { ...scope, range: segmentRange(segment) }, axes: [], edges: null }
  return sessionsOf(question, new Map([...keys].map(([axis, key]) => [axis, new Set([key])])))
}
