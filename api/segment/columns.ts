/** The columns that say which part of a question a row belongs to: `d0`, `d1` … for the axes, and its bucket. */
import { type Sql, join, sql } from '../db/sql.ts'
import { fieldOf } from './axes.ts'
import type { ColumnOf } from './conditions.ts'
import type { Question } from './planner.ts'

/** `d0`, `d1` … are the values on the question's axes; `bucket` counts from 0. */
export type PartRow = { bucket: number } & Record<`d${number}`, string | null>

/** Identifiers of result columns: a question splits by a few axes at most. */
const ALIASES = [sql`d0`, sql`d1`, sql`d2`, sql`d3`, sql`d4`, sql`d5`, sql`d6`, sql`d7`]
export const MOST_SPLITS = ALIASES.length - 1

/** `<key> AS d0, … <bucket> AS bucket`, for a row that happened at `time`. */
export function partColumns(question: Question, column: ColumnOf, time: Sql): Sql {
  const keys = question.axes.map((axis, i) => sql`${column(fieldOf(axis))} AS ${ALIASES[i] ?? sql``}, `)
  return sql`${join(keys, sql``)}${bucketColumn(question, time)} AS bucket`
}

/** `d0, … bucket`: of what `partColumns` made. */
export function partNames({ axes }: Question): Sql {
  return join([...axes.map((_, i) => ALIASES[i] ?? sql``), sql`bucket`], sql`, `)
}

/** The name of one more column behind the axes of a question. */
export function nextName({ axes }: Question): Sql {
  return ALIASES[axes.length] ?? sql``
}

/** The number of the bucket, from 0; the edges come from the calendar in bucketEdges. */
function bucketColumn({ edges }: Question, time: Sql): Sql {
  if (edges === null) return sql`0`
  return sql`width_bucket(${time}, ${edges.slice(0, -1).map((edge) => new Date(edge))}::timestamptz[]) - 1`
}
