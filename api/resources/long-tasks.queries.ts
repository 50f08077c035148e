/** Long tasks by the script that made them. */
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { Group, GroupSource } from '../segment/groups.ts'

/** Sums of weights. */
export type LongTaskFigures = {
  count: number
  /** ms over 50 */
  blocking: number
  /** ms */
  total_time: number
  third_party: boolean
}

export type LongTaskGroup = Group<LongTaskFigures>

export const LONG_TASKS: GroupSource<LongTaskFigures> = {
  id: 'long tasks by script',
  name: sql`longTasks`,
  rows: { table: 'events', kind: EVENT_KINDS.longtask },
  axis: 'ROW:script',
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count,
  coalesce(sum(e.weight::double precision * e.value), 0) AS blocking,
  coalesce(sum(e.weight::double precision * e.duration), 0) AS total_time,
  bool_or(coalesce(e.detail ->> 'thirdParty', '') = 'true') AS third_party`,
  none: { count: 0, blocking: 0, total_time: 0, third_party: false },
  measures: { duration: sql`e.duration` },
}

/** By what a list is ordered, over a group `g`. */
export const LONG_TASK_RANK: Sql = sql`g.blocking`
