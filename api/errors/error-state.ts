/**
 * Where a group of errors stands: what was decided about it, held against what has happened since.
 *
 *            resolve               seen again, in the release that has the fix or a later one
 *   OPEN ────────────→ RESOLVED ─────────────────────────────────────────────────────────→ REGRESSED
 *    │ ignore                                                          resolve, ignore or reopen │
 *    └───────→ IGNORED ── until a moment, or until so many more events ──→ OPEN ←────────────────┘
 */
import type { ErrorState } from '../schema.generated.ts'

export type Decision = {
  state: string
  /** Resolved: the release that has the fix; null: every release. */
  release: string | null
  /** Ignored: until then, or until so many more events. */
  until: Date | null
  count: number | null
  at: Date
  by: string
}

/** What happened after the decision. Times are epoch ms. */
export type Since = {
  /** In which releases it was seen, and when first; null: the release is not known. */
  releases: readonly { release: string | null; at: number }[]
  /** At least so many events; counted up to the count of the decision. */
  events: number
}

/** When each release was seen first, epoch ms. */
export type ReleaseTimes = ReadonlyMap<string, number>

export function stateOf(
  decision: Decision | null,
  since: Since,
  { released, now }: { released: ReleaseTimes; now: number },
): ErrorState {
  if (decision?.state === 'RESOLVED') return isBack(decision, since, released) ? 'REGRESSED' : 'RESOLVED'
  if (decision?.state === 'IGNORED') return isOver(decision, since, now) ? 'OPEN' : 'IGNORED'
  return 'OPEN'
}

/** Whether it was seen where the fix should be. What comes from older releases, or from none that is named, does not tell. */
function isBack({ release: fixed }: Decision, { releases }: Since, released: ReleaseTimes): boolean {
  if (fixed === null) return releases.length > 0
  // A release that has not been seen yet is later than every other.
  const fixedAt = released.get(fixed) ?? Infinity
  return releases.some(
    ({ release, at }) => release !== null && (release === fixed || (released.get(release) ?? at) > fixedAt),
  )
}

function isOver({ until, count }: Decision, { events }: Since, now: number): boolean {
  return (until !== null && until.getTime() <= now) || (count !== null && events >= count)
}
