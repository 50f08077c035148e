import { isDailyId } from '../collect/daily-visitors.ts'
import type { VisitorKind } from '../schema.generated.ts'

export function visitorKindOf(row: { visitor_id: string; session_id: string }): VisitorKind {
  if (row.visitor_id === row.session_id) return 'SESSION'
  return isDailyId(row.visitor_id) ? 'DAILY' : 'STORED'
}
