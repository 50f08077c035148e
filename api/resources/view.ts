/** One view of a session with everything that it was made of. */
import type { Context } from '../context.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { SessionRow } from '../sessions/sessions.queries.ts'
import type { TimelineRow } from '../sessions/timeline.queries.ts'
import { viewRows } from './view.queries.ts'
import { isUuid } from '../uuid.ts'

/** `row` is that of the view itself. */
export type View = { id: string; row: TimelineRow; rows: TimelineRow[] }

export async function viewOf(
  session: SessionRow,
  id: string,
  { db, record }: Pick<Context, 'db' | 'record'>,
): Promise<View | null> {
  if (!isUuid(id)) return null
  const rows = await viewRows(db, session, id, record)
  const row = rows.find(({ kind }) => kind === EVENT_KINDS.view)
  return row === undefined ? null : { id, row, rows }
}
