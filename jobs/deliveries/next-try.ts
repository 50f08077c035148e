/**
 * When a delivery is tried again. Eight tries within a day: the first at once, then each at a random moment before the
 * end of a wait that grows (full jitter), so that what failed together does not come back together.
 */
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The longest wait after each failed try: 24 h in all. */
const WAITS_MS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  24 * MINUTE_MS,
  90 * MINUTE_MS,
  4 * HOUR_MS,
  7 * HOUR_MS,
  11 * HOUR_MS,
]
const LEAST_WAIT_MS = 1000

/** After so many tries, in ms; null: it was the last. `random` is in [0, 1). */
export function nextTryMs(attempts: number, random: number): number | null {
  const most = WAITS_MS[attempts - 1]
  return most === undefined ? null : Math.max(LEAST_WAIT_MS, Math.floor(random * most))
}
