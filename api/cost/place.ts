/**
 * Where in a question a field stands, as far as it decides what the field costs: how often it is asked, how many
 * statements that takes, and what segment it is asked of. Entered by `Site.segment`, split by `by` and `over`.
 */
import { type Axis, parseAxis } from '../segment/axes.ts'
import { type Condition, EVERYTHING, allOf } from '../segment/conditions.ts'
import { parseFilter } from '../segment/filters.ts'
import { needsViews } from '../segment/fields.ts'
import { INTERVALS, type Interval, nests } from '../segment/intervals.ts'
import { plan } from '../segment/planner.ts'
import { type RangeInput, parseRange } from '../segment/range.ts'
import { DAY_MS, HOUR_MS } from '../segment/rollups.ts'
import type { Scope } from '../segment/segment.ts'
import type { Dimension, FilterInput } from '../schema.generated.ts'

export type Place = {
  /** How many objects the field is asked of. */
  times: number
  /** How many scopes those have: segments of one scope share a statement. */
  scopes: number
  segment: SegmentPlace | null
}

type SegmentPlace = {
  scope: Scope
  axes: readonly Axis[]
  /** The series around the field. */
  series: { interval: Interval; buckets: number } | null
}

export const TOP: Place = { times: 1, scopes: 1, segment: null }

/** The cost does not depend on which site it is, and is known before the site is. */
const ANY_SITE = { id: 0, slug: '', name: '', origins: [], timeZone: 'UTC' }

export type SegmentArguments = { range: RangeInput; where?: FilterInput | null; includeBots?: boolean | null }

export function enterSegment(
  place: Place,
  { range, where, includeBots }: SegmentArguments,
  now: number,
): Place {
  const scope = {
    site: ANY_SITE,
    range: parseRange(range, now),
    where: where === undefined ? EVERYTHING : parseFilter(where),
    includeBots: includeBots ?? false,
  }
  return { ...place, scopes: place.times, segment: { scope, axes: [], series: null } }
}

/** The figures of a release or of a group of errors: of the last 30 days unless the range says otherwise. */
export function enterRelease(place: Place, range: RangeInput | null | undefined, now: number): Place {
  return splitBy(enterSegment(place, { range: range ?? { last: 30 * DAY_MS } }, now), {
    dimension: 'RELEASE',
    top: 1,
  })
}

/** The sessions that had something of a group: each group is a filter of its own, which no rollup covers. */
export function enterGroup(place: Place): Place {
  if (place.segment === null) return place
  const { scope } = place.segment
  const had: Condition = { op: 'had', predicate: { table: 'errors', kind: null, condition: EVERYTHING } }
  const where = allOf([scope.where, had])
  return { ...place, scopes: place.times, segment: { ...place.segment, scope: { ...scope, where } } }
}

export type ComparisonArguments = { range?: RangeInput | null; where?: FilterInput | null }

/** The sessions that were exposed to a flag, split by its variants: a scope of its own, which no rollup covers. */
export function enterFlag(place: Place, { key }: { key: string }): Place {
  if (place.segment === null) return place
  const { scope } = place.segment
  const where = allOf([scope.where, { op: 'exposed', flag: key }])
  return { ...place, segment: splitSegment({ ...place.segment, scope: { ...scope, where } }, `FLAG:${key}`) }
}

/** Both segments are asked for below: the longer period and both filters decide where the answers come from. */
export function enterComparison(place: Place, { range, where }: ComparisonArguments, now: number): Place {
  if (place.segment === null) return place
  const { scope } = place.segment
  const other = range ? parseRange(range, now) : scope.range
  const isLonger = other.to - other.from > scope.range.to - scope.range.from
  const both = allOf([scope.where, where ? parseFilter(where) : EVERYTHING])
  return {
    ...place,
    segment: { ...place.segment, scope: { ...scope, range: isLonger ? other : scope.range, where: both } },
  }
}

export type ByArguments = {
  dimension: Dimension
  key?: string | null
  top?: number | null
  other?: boolean | null
}

/** The parts share their scope; what is left of each, if asked for, is a scope of its own. */
export function splitBy(place: Place, { dimension, key, top, other }: ByArguments): Place {
  const parts = Math.max(top ?? 10, 0)
  const rest = (other ?? false) ? place.times : 0
  return {
    times: place.times * parts + rest,
    scopes: place.scopes + rest,
    segment: place.segment && splitSegment(place.segment, parseAxis(dimension, key)),
  }
}

function splitSegment(segment: SegmentPlace, axis: Axis): SegmentPlace {
  return { ...segment, axes: [...new Set([...segment.axes, axis])] }
}

/** Buckets that nest in those around them share the scope; else each of those becomes one. */
export function splitOver(place: Place, { interval }: { interval: Interval }): Place {
  const { segment } = place
  if (segment === null) return place
  const { scope, series } = segment
  const { ms } = INTERVALS[interval]
  const length = scope.range.to - scope.range.from
  if (series === null || nests(interval, series.interval)) {
    const buckets = Math.max(Math.ceil(length / ms), series?.buckets ?? 1)
    const times = (place.times / (series?.buckets ?? 1)) * buckets
    return { ...place, times, segment: { ...segment, series: { interval, buckets } } }
  }
  const own = Math.min(INTERVALS[series.interval].ms, length)
  const buckets = Math.ceil(own / ms)
  const range = { from: scope.range.from, to: scope.range.from + own }
  return {
    times: place.times * buckets,
    scopes: place.times,
    segment: { ...segment, scope: { ...scope, range }, series: { interval, buckets } },
  }
}

/** How many days of raw rows a statement about views reads here; 0 where a rollup covers it. */
export function rawDays({ scope, axes, series }: SegmentPlace): number {
  const { from, to } = scope.range
  const isFine = series !== null && INTERVALS[series.interval].ms < HOUR_MS
  const edges = isFine ? [from, from + 1, to] : null
  return plan({ scope, axes, edges }).cube === null ? daysOf(scope) : 0
}

/** The same for one about sessions: it reads no raw rows but where it must look at what their views carry. */
export function rawDaysOfSessions({ scope, axes }: SegmentPlace): number {
  return needsViews(scope.where, axes) ? daysOf(scope) : 0
}

export function daysOf({ range }: Scope): number {
  return Math.ceil((range.to - range.from) / DAY_MS)
}
