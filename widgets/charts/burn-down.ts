/**
 * How the error budget of a window was used up: what was left after each bucket of the allowance of all events of the
 * window, beside the even line, on which every bucket used just its own part of it.
 */

export interface BudgetBucket {
  /** ms since 1970; start ≤ time < end. */
  start: number
  end: number
  bad: number
  total: number
}

export interface BurnPoint {
  at: number
  /** Of the budget, 1 at the beginning, negative when overdrawn. */
  left: number
  /** What would be left had every bucket used its own part. */
  even: number
}

/** The beginning, then the end of each bucket. Empty without events, which have no budget. */
export function burnDown(buckets: readonly BudgetBucket[], objective: number): BurnPoint[] {
  const all = buckets.reduce((sum, { total }) => sum + total, 0)
  const allowed = (1 - objective) * all
  const [first] = buckets
  if (first === undefined || !(allowed > 0)) return []
  let [bad, total] = [0, 0]
  const points: BurnPoint[] = [{ at: first.start, left: 1, even: 1 }]
  for (const bucket of buckets) {
    bad += bucket.bad
    total += bucket.total
    points.push({ at: bucket.end, left: 1 - bad / allowed, even: 1 - total / all })
  }
  return points
}
