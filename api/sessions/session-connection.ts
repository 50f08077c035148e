import { connection, decodeCursor, encodeCursor } from '../connection.ts'
import type { Queryable, StatementRecord } from '../db/database.ts'
import type { Segment } from '../segment/segment.ts'
import { type SessionOrder, type SessionRow, sessionPage } from './sessions.queries.ts'

/** Rank, start and id of the session before the page. */
const CURSOR = /^(-?\d{1,20}(?:\.\d{1,10})?) (\d{1,16}) ([0-9a-f-]{36})$/

/** A page of a segment's sessions as a Relay connection. */
export async function sessionConnection(
  db: Queryable,
  segment: Segment,
  { first, after, orderBy }: { first: number; after: string | null; orderBy: SessionOrder },
  record: (statement: StatementRecord) => void,
) {
  const [rank, at, id] = decodeCursor(after, CURSOR) ?? []
  const behind =
    rank === undefined || at === undefined || id === undefined
      ? null
      : { rank: Number(rank), at: Number(at), id }
  const rows = await sessionPage(db, segment, { first, behind, orderBy }, record)
  const cursorOf = (row: SessionRow) => encodeCursor([row.rank, row.started_at.getTime(), row.session_id])
  return {
    ...connection(rows.slice(0, first), { hasNextPage: rows.length > first, after }, cursorOf),
    segment,
  }
}
