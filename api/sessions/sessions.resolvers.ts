import type { Device, Resolvers } from '../schema.generated.ts'
import { pageSize } from '../connection.ts'
import { globalId } from '../global-id.ts'
import type { sessionConnection } from './session-connection.ts'
import { countListed } from './sessions.queries.ts'
import { visitorKindOf } from './visitor-kind.ts'
import { timelineConnection } from './timeline-connection.ts'

export type SessionConnectionModel = Awaited<ReturnType<typeof sessionConnection>>
export const MOST_ENTRIES = 500

export const sessionsResolvers: Resolvers = {
  Session: {
    id: (row) => globalId({ slug: row.site }, 'session', row.session_id),
    // Without consent the visitor is the session: that is no id of a person.
    visitor: (row) => (row.visitor_id === row.session_id ? null : row.visitor_id),
    visitorKind: visitorKindOf,
    botReason: (row) => row.bot_reason,
    startedAt: (row) => row.started_at,
    duration: (row) => row.last_at.getTime() - row.started_at.getTime(),
    entryPage: (row) => row.entry_page,
    exitPage: (row) => row.exit_page,
    device: (row) => row.device as Device | null,
    browserVersion: (row) => row.browser_version,
    flags: (row) =>
      Object.entries(row.flags).map(([key, { at, ...exposure }]) => ({ key, at: new Date(at), ...exposure })),
    frustrationsByKind: (row, _, { sessions }) => sessions.frustrations.load(row),
    traceIds: (row, _, { sessions }) => sessions.traceIds.load(row),
    timeline: (row, { first, after, kinds }, { db, record }) =>
      timelineConnection(
        db,
        row,
        { first: pageSize(first ?? 200, MOST_ENTRIES), after: after ?? null, kinds: kinds ?? null },
        record,
      ),
  },
  SessionConnection: {
    totalCount: ({ segment }, _, { db, record }) => countListed(db, segment, record),
  },
}
