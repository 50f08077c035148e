/** What is given up first when the queue fills: kinds by how much is lost with them. */
import type { EventType } from '../../sdk/wire/batch-schema.ts'
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'

/** The share of the queue's bound from which a kind is not taken any more; what is not here is taken until it is full. */
export const SHED_FROM: Partial<Record<EventType, number>> = {
  // Many, and each says little.
  resource: 0.7,
  longtask: 0.7,
  // Needed to find out why; figures stand without them.
  request: 0.85,
}
/** Scroll depth is many and says little; clicks and submits are steps of funnels. */
const SCROLL_FROM = 0.7

export function isShed(event: WireEvent, fullness: number): boolean {
  // A failed request is what somebody will look for.
  if (event.t === 'request' && event.failed !== undefined) return false
  const from = event.t === 'action' && event.kind === 'scroll' ? SCROLL_FROM : (SHED_FROM[event.t] ?? 1)
  return fullness >= from && from < 1
}
