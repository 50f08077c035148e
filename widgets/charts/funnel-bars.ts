/** Steps of a funnel as bars on the scale of the first one, in percent of the width. */
export interface FunnelBar {
  /** How far those came who are still there. */
  kept: number
  /** From there on those who were at the step before and left. */
  lost: number
}

/** Null where nobody entered: no bar, not a bar of no length. What got more than the step before has lost nobody. */
export function buildFunnelBars(entrants: readonly number[]): (FunnelBar | null)[] {
  const entered = entrants[0] ?? 0
  if (entered <= 0) return entrants.map(() => null)
  return entrants.map((count, index) => {
    const before = entrants[index - 1] ?? count
    const kept = Math.min(100, (count / entered) * 100)
    return { kept, lost: Math.max(0, Math.min(100, (before / entered) * 100) - kept) }
  })
}
