/** The buckets of a series: their edges come from the calendar of a time zone, once, here; SQL only sorts into them. */
import { DateTime } from 'luxon'
import { userError } from '../problem.ts'
import type { Range } from './range.ts'

export const INTERVALS = {
  MINUTE: { ms: 60_000, unit: null },
  FIVE_MINUTES: { ms: 300_000, unit: null },
  QUARTER_HOUR: { ms: 900_000, unit: null },
  HOUR: { ms: 3_600_000, unit: 'hour' },
  DAY: { ms: 86_400_000, unit: 'day' },
  WEEK: { ms: 7 * 86_400_000, unit: 'week' },
  MONTH: { ms: 30 * 86_400_000, unit: 'month' },
} as const

export type Interval = keyof typeof INTERVALS

export const MAX_BUCKETS = 2000

/**
 * The edges of all buckets of the range, from its first moment to its last: n + 1 edges for n buckets. The first and the
 * last bucket may be cut. Up to a quarter of an hour buckets are the same in every zone; an hour is 60 minutes also when
 * clocks change, a day is from midnight to midnight.
 */
export function bucketEdges(range: Range, interval: Interval, timeZone: string): number[] {
  const { ms } = INTERVALS[interval]
  const expected = (range.to - range.from) / ms
  if (expected > MAX_BUCKETS) {
    throw userError(
      `a series of ${Math.ceil(expected)} buckets is longer than ${MAX_BUCKETS}: ask for a wider interval or less time`,
    )
  }
  const edges = [range.from]
  for (
    let edge = nextEdge(range.from, interval, timeZone);
    edge < range.to;
    edge = nextEdge(edge, interval, timeZone)
  ) {
    edges.push(edge)
  }
  return [...edges, range.to]
}

function nextEdge(time: number, interval: Interval, timeZone: string): number {
  const { ms, unit } = INTERVALS[interval]
  if (unit === null) return Math.floor(time / ms) * ms + ms
  const start = DateTime.fromMillis(time, { zone: timeZone }).startOf(unit)
  return start
    .plus({ [unit]: 1 })
    .startOf(unit)
    .toMillis()
}

/** Whether every bucket of `inner` lies in one bucket of `outer`: a week does not lie in one month. */
export function nests(inner: Interval, outer: Interval): boolean {
  return INTERVALS[inner].ms < INTERVALS[outer].ms && !(inner === 'WEEK' && outer === 'MONTH')
}
