/** How something is doing, in one of four words: the rules that docs/status.md tells. */
import type { IncidentImpact, Rating, StatusState } from '../schema.generated.ts'
import { type EventCount, allowanceOf } from '../slos/burn-rate.ts'
import { proportion } from '../statistics/proportion.ts'

/** From the best to the worst. */
const ORDER = ['OPERATIONAL', 'DEGRADED', 'MAJOR_OUTAGE'] as const

const OF_IMPACT: Record<IncidentImpact, StatusState> = {
  NONE: 'UNKNOWN',
  MINOR: 'DEGRADED',
  MAJOR: 'MAJOR_OUTAGE',
}

/**
 * With an allowance a for bad events: degraded beyond twice a or a quarter of the way from a to 1, whichever is less, a
 * major outage beyond half of that way. Only what is sure counts: Wilson's interval has to lie beyond the bound, so that
 * one bad event in a quiet hour is no outage.
 */
export function stateOfCount(
  { bad, total, effective }: Required<EventCount>,
  objective: number,
): StatusState {
  const { high } = proportion(total - bad, total, effective)
  if (high === null) return 'UNKNOWN'
  const surelyBad = 1 - high
  const allowed = allowanceOf(objective)
  if (surelyBad > allowed + (1 - allowed) / 2) return 'MAJOR_OUTAGE'
  return surelyBad > Math.min(2 * allowed, allowed + (1 - allowed) / 4) ? 'DEGRADED' : 'OPERATIONAL'
}

/** A page that is slow for some is still there: a vital is never an outage. */
export function stateOfRating(rating: Rating | null): StatusState {
  if (rating === null) return 'UNKNOWN'
  return rating === 'POOR' ? 'DEGRADED' : 'OPERATIONAL'
}

/** What was measured, and no better than the open incidents about it say. */
export function withIncidents(measured: StatusState, impacts: readonly IncidentImpact[]): StatusState {
  return worstOf([measured, ...impacts.map((impact) => OF_IMPACT[impact])])
}

/** What has no data says nothing; nothing at all is UNKNOWN. */
export function worstOf(states: readonly StatusState[]): StatusState {
  return ORDER.findLast((state) => states.includes(state)) ?? 'UNKNOWN'
}
