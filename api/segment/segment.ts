/**
 * A segment is a scope (a site, a period, a filter) and coordinates in it (page = x, bucket 3 of the days). Splitting
 * adds a coordinate and keeps the scope, so that one statement can answer all segments that share scope and splits.
 */
import { lockedRange, lockedWhere } from '../access/grant.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { type Axis, fieldOf } from './axes.ts'
import { type Condition, allOf } from './conditions.ts'
import { type Interval, bucketEdges, nests } from './intervals.ts'
import type { Range } from './range.ts'

export type Scope = { site: SiteRow; range: Range; where: Condition; includeBots: boolean }

/** One bucket of the series that splits a scope. */
export type TimeCoordinate = { interval: Interval; edges: number[]; index: number }

export type Segment = {
  scope: Scope
  /** The value on each axis that the scope was split by; null is the unknown. */
  keys: ReadonlyMap<Axis, string | null>
  time: TimeCoordinate | null
}

/** All of a scope: as far as whoever asks may see of the site. */
export function wholeScope({ site, range, where, includeBots }: Scope): Segment {
  const scope = {
    site,
    range: lockedRange(site.lock, range),
    where: lockedWhere(site.lock, where),
    includeBots,
  }
  return { scope, keys: new Map(), time: null }
}

/** The period of the segment itself: its bucket's, or the scope's. */
export function segmentRange({ scope, time }: Segment): Range {
  if (time === null) return scope.range
  return {
    from: time.edges[time.index] ?? scope.range.from,
    to: time.edges[time.index + 1] ?? scope.range.to,
  }
}

/** The part in which the axis has this value. */
export function atKey(segment: Segment, axis: Axis, key: string | null): Segment {
  return { ...segment, keys: new Map([...segment.keys, [axis, key]]) }
}

/** What is left when these values of the axis are taken out. */
export function withoutKeys(segment: Segment, axis: Axis, keys: readonly (string | null)[]): Segment {
  const field = fieldOf(axis)
  const taken: Condition[] = [{ op: 'in', field, values: keys.filter((key) => key !== null) }]
  if (keys.includes(null)) taken.push({ op: 'not', of: { op: 'known', field } })
  return narrowed(segment, { op: 'not', of: { op: 'any', of: taken } })
}

/** The part of which this holds as well. */
export function narrowed(segment: Segment, condition: Condition): Segment {
  const { scope } = segment
  return { ...segment, scope: { ...scope, where: allOf([scope.where, condition]) } }
}

/** The same, in another period. */
export function during(segment: Segment, range: Range): Segment {
  return { ...segment, scope: { ...segment.scope, range }, time: null }
}

/**
 * The buckets of the segment. Where they nest in the buckets of a series around them, they are buckets of the whole
 * scope, so that one statement answers all of them; else the segment's own period becomes a scope.
 */
export function bucketsOf(
  segment: Segment,
  interval: Interval,
): { start: number; end: number; segment: Segment }[] {
  const { scope, time } = segment
  const own = segmentRange(segment)
  const shared = time === null || nests(interval, time.interval)
  const base: Segment = shared ? segment : { ...segment, scope: { ...scope, range: own }, time: null }
  const edges = edgesOf(base.scope, interval)
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? own.to
    if (start < own.from || end > own.to) return []
    return [{ start, end, segment: { ...base, time: { interval, edges, index } } }]
  })
}

const knownEdges = new WeakMap<Scope, Map<Interval, number[]>>()

/** The parts of a split share their scope, and so the edges of their series: the calendar is asked once. */
function edgesOf(scope: Scope, interval: Interval): number[] {
  const known = knownEdges.get(scope) ?? new Map<Interval, number[]>()
  knownEdges.set(scope, known)
  const edges = known.get(interval) ?? bucketEdges(scope.range, interval, scope.site.timeZone)
  known.set(interval, edges)
  return edges
}
