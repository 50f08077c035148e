/** What is stored of somebody, or of a site, as lines of JSON: sessions, each with its events and errors behind it. */
import type { Queryable } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'

/** So many sessions are read at once, with all that happened in them: that is what it holds in memory. */
const SESSIONS_AT_ONCE = 20

type SessionLine = { session_id: string; started_at: Date; last_at: Date; row: object }
type Line = { session_id: string; row: object }

export type Exported = {
  siteId: number
  /** Of `rum.sessions`, as `s`. */
  where: Sql
}

/** What only merges batches is nothing of theirs. */
const INNER = ['site_id', 'attributes_told', 'context_at', 'context_batch', 'revised']

/** Each line ends with a line break; `record` says what it is. Sessions stand from the oldest to the youngest. */
export async function* exportLines(db: Queryable, { siteId, where }: Exported): AsyncGenerator<string> {
  let after = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const sessions = await db.query<SessionLine>(sql`/* export.sessions */
SELECT session_id, started_at, last_at, to_jsonb(s) - ${INNER}::text[] AS row
FROM rum.sessions s
WHERE site_id = ${siteId}
  AND ${where}
  AND (started_at, session_id) > (${after.at}, ${after.id}::uuid)
ORDER BY started_at, session_id
LIMIT ${SESSIONS_AT_ONCE}`)
    const last = sessions.at(-1)
    if (last === undefined) return
    after = { at: last.started_at, id: last.session_id }
    const span = {
      ids: sessions.map(({ session_id: id }) => id),
      from: new Date(Math.min(...sessions.map(({ started_at: at }) => at.getTime()))),
      to: new Date(Math.max(...sessions.map(({ last_at: at }) => at.getTime()))),
    }
    const happened = new Map<string, string[]>(span.ids.map((id) => [id, []]))
    for (const [type, table] of Object.entries(TABLES))
      for (const { session_id: id, row } of await linesOf(db, siteId, table, span))
        happened.get(id)?.push(lineOf(type, row))
    for (const { session_id: id, row } of await consentOf(db, siteId, span))
      happened.get(id)?.push(lineOf('consent', row))
    for (const { session_id: id, row } of sessions) {
      yield lineOf('session', row)
      yield* happened.get(id) ?? []
    }
  }
}

const KINDS = sql`CASE kind ${Object.entries(EVENT_KINDS)
  .map(([name, code]) => sql`WHEN ${code} THEN ${name}`)
  .reduce((all, one) => sql`${all} ${one}`)} END`
const TABLES = {
  event: {
    table: sql`rum.events`,
    row: sql`jsonb_strip_nulls(to_jsonb(t) - 'site_id' || jsonb_build_object('kind', ${KINDS}))`,
  },
  error: { table: sql`rum.errors`, row: sql`jsonb_strip_nulls(to_jsonb(t) - 'site_id')` },
}

function linesOf(
  db: Queryable,
  siteId: number,
  { table, row }: { table: Sql; row: Sql },
  { ids, from, to }: { ids: readonly string[]; from: Date; to: Date },
): Promise<Line[]> {
  return db.query<Line>(sql`/* export.lines */
SELECT session_id, ${row} AS row
FROM ${table} t
WHERE site_id = ${siteId}
  AND session_id = ANY (${ids}::uuid[])
  AND time BETWEEN ${from} AND ${to}
ORDER BY time, seq`)
}

function consentOf(db: Queryable, siteId: number, { ids }: { ids: readonly string[] }): Promise<Line[]> {
  return db.query<Line>(sql`/* export.consent */
SELECT session_id, jsonb_strip_nulls(to_jsonb(t) - 'site_id') AS row
FROM rum.consent_log t
WHERE site_id = ${siteId}
  AND session_id = ANY (${ids}::uuid[])
ORDER BY at`)
}

function lineOf(kind: string, row: object): string {
  return `${JSON.stringify({ record: kind, ...row })}\n`
}
