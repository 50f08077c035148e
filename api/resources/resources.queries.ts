/** Resources by host, type or URL: what is counted of them, and which long tasks their scripts made. */
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { ResourceGrouping } from '../schema.generated.ts'
import type { RowAxis } from '../segment/axes.ts'
import type { Group, GroupSource } from '../segment/groups.ts'

/** Sums of weights, but `squares` (Σ weight², for the effective number). */
export type ResourceFigures = {
  count: number
  squares: number
  failed: number
  blocking: number
  /** ms */
  blocking_time: number
  bytes: number
  third_party: boolean
}

export type ResourceGroup = Group<ResourceFigures>

const SOURCE: Omit<GroupSource<ResourceFigures>, 'id' | 'axis'> = {
  name: sql`resources`,
  rows: { table: 'events', kind: EVENT_KINDS.resource },
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count,
  sum(e.weight::double precision * e.weight) AS squares,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.outcome IS NOT NULL), 0) AS failed,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.detail ->> 'blocking' = 'true'), 0) AS blocking,
  coalesce(sum(e.weight::double precision * e.duration) FILTER (WHERE e.detail ->> 'blocking' = 'true'), 0) AS blocking_time,
  coalesce(sum(e.weight::double precision * e.value), 0) AS bytes,
  bool_or(coalesce(e.detail ->> 'thirdParty', '') = 'true') AS third_party`,
  none: { count: 0, squares: 0, failed: 0, blocking: 0, blocking_time: 0, bytes: 0, third_party: false },
  measures: { duration: sql`e.duration`, size: sql`e.value` },
}

export const RESOURCES: Record<ResourceGrouping, GroupSource<ResourceFigures>> = {
  HOST: { ...SOURCE, id: 'resources by host', axis: 'ROW:name' },
  TYPE: { ...SOURCE, id: 'resources by type', axis: 'ROW:initiator' },
  URL: { ...SOURCE, id: 'resources by URL', axis: 'ROW:url' },
}

/** What tells which long tasks belong to a group's scripts. */
export const SCRIPT_AXES: Partial<Record<RowAxis, RowAxis>> = {
  'ROW:name': 'ROW:scriptHost',
  'ROW:url': 'ROW:script',
}

/** By what a list is ordered, over a group `g`. */
export const RESOURCE_RANK: Sql = sql`g.count`
