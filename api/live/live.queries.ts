/** What happens at a site right now: three statements, each over the last minutes only. */
import type { Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { globalId } from '../global-id.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Condition } from '../segment/conditions.ts'
import type { Question } from '../segment/planner.ts'
import { eventsOf } from '../segment/sources.ts'
import type { SiteRow } from '../sites/sites.queries.ts'

const MINUTE_MS = 60_000
const ACTIVE_MINUTES = 5
const ERROR_MINUTES = 60
const MOST_ERRORS = 10

export type LiveQuestion = { site: SiteRow; where: Condition; now: number }

function lastMinutes({ site, where, now }: LiveQuestion, minutes: number): Question {
  // What a clock puts a little ahead of ours is heard too.
  const range = { from: now - minutes * MINUTE_MS, to: now + MINUTE_MS }
  return { scope: { site, range, where, includeBots: false }, axes: [], edges: null }
}

const NO_KEYS = new Map()

type PageRow = { page: string | null; visitors: number }

/** Each active visitor on the page of their latest event, so that the pages add up to all of them. */
export function activeVisitors(db: Queryable, question: LiveQuestion): Promise<PageRow[]> {
  const events = { table: 'events', kinds: Object.values(EVENT_KINDS) } as const
  return db.query<PageRow>(sql`/* live.visitors */
SELECT page, sum(weight) AS visitors
FROM (
  SELECT DISTINCT ON (e.visitor_id) e.page, e.weight::double precision AS weight
  FROM ${eventsOf(lastMinutes(question, ACTIVE_MINUTES), NO_KEYS, events)}
  ORDER BY e.visitor_id, e.time DESC, e.seq DESC
) latest
GROUP BY page
ORDER BY visitors DESC, page`)
}

export async function viewsOfLastMinute(db: Queryable, question: LiveQuestion): Promise<number> {
  const views = { table: 'events', kinds: [EVENT_KINDS.view] } as const
  const [row] = await db.query<{ views: number }>(sql`/* live.views */
SELECT coalesce(sum(e.weight::double precision), 0) AS views
FROM ${eventsOf(lastMinutes(question, 1), NO_KEYS, views)}`)
  return row?.views ?? 0
}

export type LiveErrorRow = {
  at: Date
  type: string | null
  message: string
  page: string | null
  fingerprint: string
  session: string
}

export async function newestErrors(db: Queryable, question: LiveQuestion): Promise<LiveErrorRow[]> {
  const rows = await db.query<LiveErrorRow>(sql`/* live.errors */
SELECT e.time AS at, e.type, e.message, e.page, e.fingerprint, e.session_id AS session
FROM ${eventsOf(lastMinutes(question, ERROR_MINUTES), NO_KEYS, { table: 'errors' })}
ORDER BY e.time DESC, e.seq DESC
LIMIT ${MOST_ERRORS}`)
  return rows.map((row) => ({ ...row, session: globalId(question.site, 'session', row.session) }))
}
