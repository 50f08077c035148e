/**
 * Groups of what happened: errors by fingerprint, requests by endpoint, resources by host. A group is a part of its
 * segment like any other, split by what the events are about, so that one statement answers all groups of a page.
 */
import type { Sql } from '../db/sql.ts'
import type { RowAxis } from './axes.ts'
import { fieldOf } from './axes.ts'
import type { Condition, Predicate } from './conditions.ts'
import type { Interval } from './intervals.ts'
import { type Segment, atKey, bucketsOf, narrowed } from './segment.ts'

/** Which rows make groups, by what, and what is counted of them. */
export type GroupSource<Figures extends object = object> = {
  id: string
  /** Its statements are called by it: `requests` makes `requests.groups`, `requests.figures` … */
  name: Sql
  rows: { table: 'events'; kind: number } | { table: 'errors' }
  axis: RowAxis
  /** For how many events a row stands. */
  weight: Sql
  /** Aggregates over rows `e`, named as in Figures. */
  figures: Sql
  none: Figures
  /** Numbers of a row `e` whose distribution can be asked for; null where there is none. */
  measures: Record<string, Sql>
}

/** `segment` is where the list was asked for, `place` the group's own part of it: only its events, and only events. */
export type Group<Figures extends object = object> = Placed<Figures> & {
  segment: Segment
  key: string | null
}

/** What is counted, and where: a group or a bucket of its series. */
export type Placed<Figures extends object = object> = { source: GroupSource<Figures>; place: Segment }

/** The group of a key. `within` is the part of the segment whose events are listed, if not all of them are. */
export function groupAt<Figures extends object>(
  { source, segment, within = segment }: Listing<Figures>,
  key: string | null,
): Group<Figures> {
  return { source, segment, place: atKey(within, source.axis, key), key }
}

export type Listing<Figures extends object> = {
  source: GroupSource<Figures>
  segment: Segment
  within?: Segment
}

/** A bucket of a group's series. */
export type GroupPoint<Figures extends object = object> = Placed<Figures> & { start: Date; end: Date }

export function pointsOf<Figures extends object>(
  { source, place }: Placed<Figures>,
  interval: Interval,
): GroupPoint<Figures>[] {
  return bucketsOf(place, interval).map(({ start, end, segment }) => ({
    source,
    place: segment,
    start: new Date(start),
    end: new Date(end),
  }))
}

/** The sessions of the segment in which something of the group happened. */
export function segmentWith({ source: { rows, axis }, segment, key }: Group): Segment {
  const field = fieldOf(axis)
  const condition: Condition =
    key === null ? { op: 'not', of: { op: 'known', field } } : { op: 'in', field, values: [key] }
  const predicate: Predicate =
    rows.table === 'errors'
      ? { table: 'errors', kind: null, condition }
      : { table: 'events', kind: rows.kind, condition }
  return narrowed(segment, { op: 'had', predicate })
}
