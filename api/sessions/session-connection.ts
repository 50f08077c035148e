import type { Queryable, StatementRecord } from '../db/database.ts'
import type { Segment } from '../segment/segment.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { sessionPage } from './sessions.queries.ts'

/** A page of a segment's sessions as a Relay connection. */
export async function sessionConnection(
  db: Queryable,
  segment: Segment,
  { first, after }: { first: number; after: string | null },
  record: (statement: StatementRecord) => void,
) {
  const rows = await sessionPage(db, segment, { first, after: decodeCursor(after) }, record)
  return connection(rows.slice(0, first), rows.length > first, (row) =>
    encodeCursor({ at: row.started_at.getTime(), id: row.session_id }),
  )
}

/** Nodes with their cursors, and whether there are more. */
export function connection<Node>(nodes: Node[], hasNextPage: boolean, cursorOf: (node: Node) => string) {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }))
  return { edges, nodes, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } }
}
