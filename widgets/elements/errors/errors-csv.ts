import type { CsvTable } from '../../format/csv.ts'
import type { ErrorRow } from './errors.query.ts'

export function csvOfErrors(rows: readonly ErrorRow[]): CsvTable {
  const own = ['id', 'type', 'message', 'source', 'state', 'firstSeen', 'lastSeen', 'lastRelease'] as const
  return {
    name: 'errors',
    columns: [...own, 'events', 'sessions', 'shareOfSessions', 'low', 'high', 'ofSessions'],
    rows: rows.map((row) => {
      const { value, low, high, total } = row.shareOfSessions
      return [...own.map((column) => row[column]), row.events, row.sessions, value, low, high, total]
    }),
  }
}
