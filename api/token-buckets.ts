/** How often something may be done by key: `capacity` times at once, and then `perSecond`. In memory, for one process. */

export type TokenBuckets = {
  /** Null: now. Else in how many seconds to try again. */
  take(key: string): number | null
}

/** So many keys are remembered; those that may do everything again are forgotten first. */
const MOST_KEYS = 50_000

export function createTokenBuckets({
  capacity,
  perSecond,
  now,
}: {
  capacity: number
  perSecond: number
  now: () => number
}): TokenBuckets {
  const buckets = new Map<string, { left: number; at: number }>()
  const leftOf = ({ left, at }: { left: number; at: number }) =>
    Math.min(capacity, left + (Math.max(now() - at, 0) / 1000) * perSecond)
  function forget(): void {
    for (const [key, bucket] of buckets) if (leftOf(bucket) >= capacity) buckets.delete(key)
    // All of them are busy: the oldest get a full one again, many at once, so that a flood does not look for room each time.
    for (const key of buckets.keys()) {
      if (buckets.size <= MOST_KEYS * 0.9) return
      buckets.delete(key)
    }
  }
  return {
    take(key) {
      const bucket = buckets.get(key)
      const left = bucket === undefined ? capacity : leftOf(bucket)
      if (left < 1) return Math.ceil((1 - left) / perSecond)
      if (bucket === undefined && buckets.size >= MOST_KEYS) forget()
      buckets.set(key, { left: left - 1, at: now() })
      return null
    },
  }
}
