import type { Queryable, StatementRecord } from '../db/database.ts'
import { userError } from '../problem.ts'
import { connection } from './session-connection.ts'
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
  const after = page.after === null ? null : decodePosition(page.after)
  const rows = await timelinePage(db, session, { ...page, after }, record)
  return connection(rows.slice(0, page.first), rows.length > page.first, entryId)
}

/** The id of an entry is its place in the session, and so its cursor. */
export function entryId({ time, view_id, seq, kind }: TimelineRow): string {
  return Buffer.from(JSON.stringify([time.getTime(), view_id ?? '', seq, kind])).toString('base64url')
}

function decodePosition(cursor: string): TimelinePosition {
  const [, at, view, seq, kind] =
    /^\[(\d{1,16}),"([0-9a-f-]*)",(\d{1,10}),(\d{1,3})\]$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? []
  if (at === undefined || view === undefined)
    throw userError('`after` is not a cursor of this list: take `pageInfo.endCursor`')
  return { at: Number(at), view, seq: Number(seq), kind: Number(kind) }
}
