import { connection, decodeCursor } from '../connection.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import type { SessionRow } from './sessions.queries.ts'
import {
  type TimelineKind,
  type TimelinePosition,
  type TimelineRow,
  timelinePage,
} from './timeline.queries.ts'

/** A page of a session's timeline as a Relay connection. */
export async function timelineConnection(
  db: Queryable,
  session: SessionRow,
  page: { first: number; after: string | null; kinds: readonly TimelineKind[] | null },
  record: (statement: StatementRecord) => void,
) {
  const after = positionOf(page.after)
  const rows = await timelinePage(db, session, { ...page, after }, record)
  const { after: cursor } = page
  return connection(
    rows.slice(0, page.first),
    { hasNextPage: rows.length > page.first, after: cursor },
    entryId,
  )
}

/** The id of an entry is its place in the session, and so its cursor. */
export function entryId({ time, view_id, seq, kind }: TimelineRow): string {
  return Buffer.from(JSON.stringify([time.getTime(), view_id ?? '', seq, kind])).toString('base64url')
}

const CURSOR = /^\[(\d{1,16}),"([0-9a-f-]*)",(\d{1,10}),(\d{1,3})\]$/

function positionOf(cursor: string | null): TimelinePosition | null {
  const [at, view, seq, kind] = decodeCursor(cursor, CURSOR) ?? []
  if (at === undefined || view === undefined) return null
  return { at: Number(at), view, seq: Number(seq), kind: Number(kind) }
}
