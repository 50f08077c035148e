/** What a list of sessions tells of each beside its row: one statement for all sessions of a request. */
import DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import { type FrustrationCounts, frustrationCounts, traceIds } from './session-details.queries.ts'
import type { SessionRow } from './sessions.queries.ts'

export type SessionLoaders = {
  frustrations: DataLoader<SessionRow, FrustrationCounts, string>
  traceIds: DataLoader<SessionRow, string[], string>
}

export function createSessionLoaders(
  db: Database,
  record: (statement: StatementRecord) => void,
): SessionLoaders {
  const byId = <Answer>(
    ask: (sessions: readonly SessionRow[]) => Promise<Map<string, Answer>>,
    none: Answer,
  ) =>
    new DataLoader<SessionRow, Answer, string>(
      async (sessions) => {
        const answers = await ask(sessions)
        return sessions.map((session) => answers.get(keyOf(session)) ?? none)
      },
      { cacheKeyFn: keyOf },
    )
  return {
    frustrations: byId((sessions) => frustrationCounts(db, sessions, record), {
      rageClicks: 0,
      deadClicks: 0,
      errorClicks: 0,
      formAbandons: 0,
    }),
    traceIds: byId((sessions) => traceIds(db, sessions, record), []),
  }
}

function keyOf({ site_id, session_id }: SessionRow): string {
  return `${site_id} ${session_id}`
}
