import type { Device, Resolvers } from '../schema.generated.ts'
import { pageSize } from './cursor.ts'
import { timelineConnection } from './timeline-connection.ts'

export const MOST_ENTRIES = 500

export const sessionsResolvers: Resolvers = {
  Session: {
    id: (row) => row.session_id,
    // Without consent the visitor is the session: that is no id of a person.
    visitor: (row) => (row.visitor_id === row.session_id ? null : row.visitor_id),
    startedAt: (row) => row.started_at,
    duration: (row) => row.last_at.getTime() - row.started_at.getTime(),
    entryPage: (row) => row.entry_page,
    exitPage: (row) => row.exit_page,
    device: (row) => row.device as Device | null,
    browserVersion: (row) => row.browser_version,
    flags: (row) =>
      Object.entries(row.flags).map(([key, { at, ...exposure }]) => ({ key, at: new Date(at), ...exposure })),
    timeline: (row, { first, after, kinds }, { db, record }) =>
      timelineConnection(
        db,
        row,
        { first: pageSize(first ?? 200, MOST_ENTRIES), after: after ?? null, kinds: kinds ?? null },
        record,
      ),
  },
}
