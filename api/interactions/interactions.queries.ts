/** What visitors did, by what they did it to. */
import { type Sql, sql } from '../db/sql.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import type { ActionKind } from '../schema.generated.ts'
import type { Group, GroupSource } from '../segment/groups.ts'

/** Sums of weights. */
export type InteractionFigures = {
  count: number
  click: number
  rage_click: number
  dead_click: number
  error_click: number
  submit: number
  form_abandon: number
  scroll: number
  label: string | null
}

export type InteractionGroup = Group<InteractionFigures>

export const INTERACTIONS: GroupSource<InteractionFigures> = {
  id: 'interactions',
  name: sql`interactions`,
  rows: { table: 'events', kind: EVENT_KINDS.action },
  axis: 'ROW:target',
  weight: sql`e.weight::double precision`,
  figures: sql`sum(e.weight::double precision) AS count,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'click'), 0) AS click,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'rage_click'), 0) AS rage_click,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'dead_click'), 0) AS dead_click,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'error_click'), 0) AS error_click,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'submit'), 0) AS submit,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'form_abandon'), 0) AS form_abandon,
  coalesce(sum(e.weight::double precision) FILTER (WHERE e.name = 'scroll'), 0) AS scroll,
  mode() WITHIN GROUP (ORDER BY e.detail ->> 'label') AS label`,
  none: {
    count: 0,
    click: 0,
    rage_click: 0,
    dead_click: 0,
    error_click: 0,
    submit: 0,
    form_abandon: 0,
    scroll: 0,
    label: null,
  },
  measures: {},
}

/** How often a kind happened to a group `g`. */
export const KIND_COUNTS: Record<ActionKind, Sql> = {
  CLICK: sql`g.click`,
  RAGE_CLICK: sql`g.rage_click`,
  DEAD_CLICK: sql`g.dead_click`,
  ERROR_CLICK: sql`g.error_click`,
  SUBMIT: sql`g.submit`,
  FORM_ABANDON: sql`g.form_abandon`,
  SCROLL: sql`g.scroll`,
}

export const ALL_KINDS = sql`g.count`

export function happened(count: Sql): Sql {
  return sql`${count} > 0`
}
