/** What a segment is compared with: the same in another period, under another filter, or both. */
import { DateTime } from 'luxon'
import { lockedRange, lockedWhere } from '../access/grant.ts'
import { userError } from '../problem.ts'
import type { Condition } from './conditions.ts'
import type { Range } from './range.ts'
import { DAY_MS } from './rollups.ts'
import type { Segment } from './segment.ts'

export type ComparisonPeriod = 'PREVIOUS_PERIOD' | 'SAME_DAYS_LAST_WEEK'

export type Baseline = { period: ComparisonPeriod | null; range: Range | null; where: Condition | null }

/** The same coordinates in the other scope: buckets of a series keep their place in it. */
export function baselineOf(segment: Segment, { period, range, where }: Baseline): Segment {
  if (period !== null && range !== null)
    throw userError('give either `to` or `range` to compare with, not both')
  if (period === null && range === null && where === null) {
    throw userError('say what to compare with: `to`, `range`, `where`, or `where` with one of them')
  }
  const { scope, time } = segment
  const { lock } = scope.site
  const other = {
    ...segment,
    scope: { ...scope, where: where === null ? scope.where : lockedWhere(lock, where) },
  }
  if (period !== null) return shiftedBy(other, shiftOf(scope.range, period, scope.site.timeZone))
  if (range === null) return other
  if (time !== null) throw userError('a bucket of a series cannot be compared with a `range`: use `to`')
  return { ...other, scope: { ...other.scope, range: lockedRange(lock, range) } }
}

type Shift = (time: number) => number

function shiftedBy(segment: Segment, shift: Shift): Segment {
  const { scope, time } = segment
  const range = { from: shift(scope.range.from), to: shift(scope.range.to) }
  return {
    ...segment,
    scope: { ...scope, range },
    time: time === null ? null : { ...time, edges: time.edges.map(shift) },
  }
}

/** How far back. Whole days of the zone go back by the calendar, so that midnight stays midnight when clocks change. */
function shiftOf({ from, to }: Range, period: ComparisonPeriod, zone: string): Shift {
  const start = DateTime.fromMillis(from, { zone })
  const days = DateTime.fromMillis(to, { zone }).diff(start, 'days').days
  const byDays = (count: number) => (time: number) =>
    DateTime.fromMillis(time, { zone }).minus({ days: count }).toMillis()
  // The first whole number of weeks back that does not overlap, so that each weekday meets the same weekday.
  if (period === 'SAME_DAYS_LAST_WEEK')
    return byDays(7 * Math.max(1, Math.ceil((to - from) / (7 * DAY_MS) - 1e-9)))
  return Number.isInteger(days) ? byDays(days) : (time) => time - (to - from)
}
