/** Events of the site's own, by name: what is counted of them, and the values of their attributes. */
import type { Queryable, StatementRecord } from '../db/database.ts'
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { type PartRow, partColumns, partNames } from '../segment/columns.ts'
import { eventColumn } from '../segment/fields.ts'
import type { Group, GroupPoint, GroupSource } from '../segment/groups.ts'
import type { Question } from '../segment/planner.ts'
import { type WantedKeys, eventsOf } from '../segment/sources.ts'

/** Sums of weights. */
export type CustomEventFigures = { count: number; sum: number | null }

export type CustomEventGroup = Group<CustomEventFigures>
export type CustomEventPoint = GroupPoint<CustomEventFigures>

export const CUSTOM_EVENTS: GroupSource<CustomEventFigures> = {
  id: 'events',
  name: sql`events`,
  rows: { table: 'events', kind: EVENT_KINDS.custom },
  axis: 'ROW:name',
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count, sum(e.weight::double precision * e.value) AS sum`,
  none: { count: 0, sum: null },
  measures: { value: sql`e.value` },
}

/** By what a list is ordered, over a group `g`. */
export const CUSTOM_EVENT_RANK: Sql = sql`g.count`

export type AttributeRow = PartRow & { key: string; value: string | null; count: number; key_count: number }

/** The attributes that came most often with the events of a part, and the values that each had most often. */
export function eventAttributes(
  db: Queryable,
  asked: { question: Question; wanted: WantedKeys; keys: number; values: number },
  record: (statement: StatementRecord) => void,
): Promise<AttributeRow[]> {
  const { question, wanted, keys, values } = asked
  const names = partNames(question)
  return db.query<AttributeRow>(
    sql`/* events.attributes */
SELECT ${names}, key, value, count, key_count
FROM (
  SELECT ${names}, key, value, count, key_count,
    dense_rank() OVER (PARTITION BY ${names} ORDER BY key_count DESC, key COLLATE "C") AS key_place,
    row_number() OVER (PARTITION BY ${names}, key ORDER BY count DESC, value COLLATE "C" NULLS LAST) AS value_place
  FROM (
    SELECT ${names}, key, value, sum(weight) AS count, sum(sum(weight)) OVER (PARTITION BY ${names}, key) AS key_count
    FROM (
      SELECT ${partColumns(question, eventColumn, sql`e.time`)}, e.weight::double precision AS weight,
        e.detail -> 'attributes' AS attributes
      FROM ${eventsOf(question, wanted, { table: 'events', kinds: [EVENT_KINDS.custom] })}
    ) events
    CROSS JOIN LATERAL jsonb_each_text(attributes) AS attribute (key, value)
    GROUP BY ${names}, key, value
  ) counted
) ranked
WHERE key_place <= ${keys}
  AND value_place <= ${values}
ORDER BY key_place, value_place`,
    record,
  )
}
