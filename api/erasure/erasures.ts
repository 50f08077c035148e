/** Requests to forget somebody, and the receipts. The jobs do the work. */
import { decodeCursor, encodeCursor } from '../connection.ts'
import type { Database, Queryable } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Subject, type SubjectKind, digestOf } from './subject.ts'

type ErasureRow = {
  id: string
  kind: SubjectKind
  requested_at: Date
  requested_by: string
  done_at: Date | null
  sessions: number
  events: number
  errors: number
  dead_letters: number
}

export type Erasure = {
  id: string
  subject: SubjectKind
  requestedAt: Date
  requestedBy: string
  doneAt: Date | null
  sessions: number
  events: number
  errors: number
  deadLetters: number
}

const COLUMNS = sql`id, kind, requested_at, requested_by, done_at, sessions, events, errors, dead_letters`

/**
 * From when this resolves, nothing of the subject that arrives is stored. A request that is still open is the same one;
 * one that was done is begun anew.
 */
export async function requestErasure(
  db: Database,
  { site, subject, by, now }: { site: SiteRow; subject: Subject; by: string; now: number },
): Promise<Erasure> {
  const digest = digestOf(site.id, subject)
  const at = new Date(now)
  return db.transaction(async (transaction) => {
    await transaction.query(sql`/* erasure.begin */
INSERT INTO rum.erased_subjects (site_id, digest, kind, attribute, at)
VALUES (${site.id}, ${digest}::bytea, ${subject.kind}, ${subject.attribute}, ${at})
ON CONFLICT (site_id, digest) DO UPDATE SET at = excluded.at`)
    const [open] = await transaction.query<ErasureRow>(sql`/* erasure.open */
SELECT ${COLUMNS}
FROM rum.erasures
WHERE site_id = ${site.id}
  AND digest = ${digest}::bytea
  AND done_at IS NULL`)
    if (open !== undefined) return erasureOf(open)
    const [row] = await transaction.query<ErasureRow>(sql`/* erasure.request */
INSERT INTO rum.erasures (site_id, kind, attribute, value, digest, requested_at, requested_by)
VALUES (${site.id}, ${subject.kind}, ${subject.attribute}, ${subject.value}, ${digest}::bytea, ${at}, ${by})
RETURNING ${COLUMNS}`)
    if (row === undefined) throw new Error('the request was not written')
    return erasureOf(row)
  })
}

const CURSOR = /^(\d{1,15}) ([\da-f-]{36})$/

/** One more than asked for where there are more, newest first. */
export async function erasuresOf(
  db: Queryable,
  site: SiteRow,
  { of, first, after }: { of: Subject | null; first: number; after: string | null },
): Promise<Erasure[]> {
  const [at, id] = decodeCursor(after, CURSOR) ?? []
  const rows = await db.query<ErasureRow>(sql`/* erasure.log */
SELECT ${COLUMNS}
FROM rum.erasures
WHERE site_id = ${site.id}
  AND (${of === null}::boolean OR digest = ${of === null ? null : digestOf(site.id, of)}::bytea)
  AND (${id ?? null}::uuid IS NULL
    OR (requested_at, id) < (${at === undefined ? null : new Date(Number(at))}::timestamptz, ${id ?? null}::uuid))
ORDER BY requested_at DESC, id DESC
LIMIT ${first + 1}`)
  return rows.map(erasureOf)
}

export function cursorOfErasure({ requestedAt, id }: Erasure): string {
  return encodeCursor([requestedAt.getTime(), id])
}

function erasureOf(row: ErasureRow): Erasure {
  return {
    id: row.id,
    subject: row.kind,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    doneAt: row.done_at,
    sessions: row.sessions,
    events: row.events,
    errors: row.errors,
    deadLetters: row.dead_letters,
  }
}
