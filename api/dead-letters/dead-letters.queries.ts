/** The dead letters of a site: what lies there, and what is to become of it. */
import { decodeCursor, encodeCursor } from '../connection.ts'
import type { Queryable } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { SiteRow } from '../sites/sites.queries.ts'

export type DeadLetterState = 'KEPT' | 'ASKED' | 'REPLAYED'

export type DeadLetterRow = {
  id: number
  at: Date
  state: DeadLetterState
  kind: 'ROW' | 'BATCH'
  batchId: string | null
  code: string
  reason: string
  rows: number | null
  tries: number
  triedAt: Date | null
  replayedAt: Date | null
  payload: string
}

const STATE = sql`CASE
    WHEN replayed_at IS NOT NULL THEN 'REPLAYED'
    WHEN replay_asked_at IS NOT NULL THEN 'ASKED'
    ELSE 'KEPT'
  END`

const COLUMNS = sql`id, at, ${STATE} AS state, CASE WHEN payload ? 'table' THEN 'ROW' ELSE 'BATCH' END AS kind,
  batch_id AS "batchId", code, reason, rows, tries, tried_at AS "triedAt", replayed_at AS "replayedAt",
  payload::text AS payload`

export type DeadLetterPage = { first: number; after: string | null; state: DeadLetterState | null }

const CURSOR = /^(\d{1,15})$/

/** One more than asked for where there are more, the latest first. */
export function deadLettersOf(
  db: Queryable,
  site: SiteRow,
  { first, after, state }: DeadLetterPage,
): Promise<DeadLetterRow[]> {
  const [before = null] = decodeCursor(after, CURSOR) ?? []
  return db.query<DeadLetterRow>(sql`/* deadLetters.list */
SELECT ${COLUMNS}
FROM rum.dead_letters
WHERE site_id = ${site.id}
  AND dropped_at IS NULL
  AND (${state}::text IS NULL OR ${STATE} = ${state}::text)
  AND (${before}::bigint IS NULL OR id < ${before}::bigint)
ORDER BY id DESC
LIMIT ${first + 1}`)
}

export async function deadLetterById(
  db: Queryable,
  site: SiteRow,
  id: string,
): Promise<DeadLetterRow | null> {
  const number = letterNumber(id)
  if (number === null) return null
  const [row] = await db.query<DeadLetterRow>(sql`/* deadLetters.one */
SELECT ${COLUMNS}
FROM rum.dead_letters
WHERE site_id = ${site.id}
  AND id = ${number}
  AND dropped_at IS NULL`)
  return row ?? null
}

/** Null where the text is none. */
export function letterNumber(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null
}

export function cursorOfDeadLetter({ id }: DeadLetterRow): string {
  return encodeCursor([id])
}

export type DeadLetterCounts = { kept: number; asked: number; replayed: number; dropped: number }

export async function countDeadLetters(db: Queryable, site: SiteRow): Promise<DeadLetterCounts> {
  const [counts] = await db.query<DeadLetterCounts>(sql`/* deadLetters.counts */
SELECT
  count(*) FILTER (WHERE dropped_at IS NULL AND replayed_at IS NULL AND replay_asked_at IS NULL) AS kept,
  count(*) FILTER (WHERE dropped_at IS NULL AND replayed_at IS NULL AND replay_asked_at IS NOT NULL) AS asked,
  count(*) FILTER (WHERE replayed_at IS NOT NULL) AS replayed,
  count(*) FILTER (WHERE dropped_at IS NOT NULL) AS dropped
FROM rum.dead_letters
WHERE site_id = ${site.id}`)
  return counts ?? { kept: 0, asked: 0, replayed: 0, dropped: 0 }
}

/** All of them for null. */
export type Chosen = readonly number[] | null

const isOpen = (site: SiteRow, ids: Chosen): Sql => sql`site_id = ${site.id}
  AND (${ids}::bigint[] IS NULL OR id = ANY (${ids}::bigint[]))
  AND replayed_at IS NULL
  AND dropped_at IS NULL`

/** Returns how many will be replayed; what was asked for before is among them. */
export async function askReplay(db: Queryable, site: SiteRow, ids: Chosen): Promise<number> {
  const rows = await db.query(sql`/* deadLetters.askReplay */
UPDATE rum.dead_letters
SET replay_asked_at = coalesce(replay_asked_at, now())
WHERE ${isOpen(site, ids)}
RETURNING id`)
  return rows.length
}

/** Whoever replays one holds its row: what is stored by then is not dropped. */
export async function drop(db: Queryable, site: SiteRow, ids: Chosen): Promise<number> {
  const rows = await db.query(sql`/* deadLetters.drop */
UPDATE rum.dead_letters
SET dropped_at = now(), replay_asked_at = NULL, payload = '{}'
WHERE ${isOpen(site, ids)}
RETURNING id`)
  return rows.length
}

/** Which of these the site does not have. */
export async function unknownIds(db: Queryable, site: SiteRow, ids: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`/* deadLetters.known */
SELECT id
FROM rum.dead_letters
WHERE site_id = ${site.id}
  AND id = ANY (${ids}::bigint[])`)
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
