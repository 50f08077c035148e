/** What people call the states, in the page before its script runs and in the feed. */
import type { IncidentStatus, StatusState } from '../schema.generated.ts'

export const STATE_WORDS: Record<StatusState, { page: string; component: string }> = {
  OPERATIONAL: { page: 'All systems operational', component: 'Operational' },
  DEGRADED: { page: 'Degraded performance', component: 'Degraded performance' },
  MAJOR_OUTAGE: { page: 'Major outage', component: 'Major outage' },
  UNKNOWN: { page: 'Not enough data', component: 'Not enough data' },
}

export const STATUS_WORDS: Record<IncidentStatus, string> = {
  INVESTIGATING: 'Investigating',
  IDENTIFIED: 'Identified',
  MONITORING: 'Monitoring',
  RESOLVED: 'Resolved',
}
