/** Where a field stands in each of the places that answer: events and errors, sessions, rollups. */
import { type Sql, sql } from '../db/sql.ts'
import { type Axis, fieldOf } from './axes.ts'
import { type ColumnOf, type Condition, type Field, type RowColumn, fieldsOf } from './conditions.ts'
import { DIMENSIONS, type Dimension } from './dimensions.ts'
import type { Cube } from './rollups.ts'

/** In `e`, a row of rum.events or rum.errors, with `rum.sessions s` joined where `needsSession` says so. */
export const eventColumn: ColumnOf = (field) => {
  if ('dimension' in field) return DIMENSIONS[field.dimension].event ?? sessionColumn(field)
  if ('row' in field) return ROW_COLUMNS[field.row]
  if ('id' in field) return field.id === 'session' ? sql`e.session_id` : sql`e.visitor_id`
  return sessionColumn(field)
}

/** In `rum.sessions s`; what only a view knows stands in the `rum.events e` that is joined to it. */
export const sessionColumn: ColumnOf = (field) => {
  if ('flag' in field) return sql`(s.flags -> ${field.flag}::text ->> 'variant')`
  if ('attribute' in field) return sql`(s.attributes ->> ${field.attribute}::text)`
  if ('session' in field) return SESSION_NUMBERS[field.session]
  if ('id' in field) return field.id === 'session' ? sql`s.session_id` : sql`s.visitor_id`
  if ('row' in field) throw new TypeError(`a session has no column ${field.row} of an event`)
  const { session, event } = DIMENSIONS[field.dimension]
  return session ?? event ?? sql`NULL::text`
}

/** Of the event itself. Those from `handled` to `source` are of errors. */
const ROW_COLUMNS: Record<RowColumn, Sql> = {
  name: sql`e.name`,
  outcome: sql`e.outcome`,
  value: sql`e.value`,
  duration: sql`e.duration`,
  lcp: sql`e.lcp`,
  inp: sql`e.inp`,
  cls: sql`e.cls`,
  fcp: sql`e.fcp`,
  ttfb: sql`e.ttfb`,
  target: sql`(e.detail ->> 'target')`,
  label: sql`(e.detail ->> 'label')`,
  handled: sql`e.handled::text`,
  fingerprint: sql`e.fingerprint`,
  type: sql`e.type`,
  message: sql`e.message`,
  source: sql`e.source`,
  initiator: sql`(e.detail ->> 'initiator')`,
  url: sql`(e.detail ->> 'url')`,
  thirdParty: sql`(e.detail ->> 'thirdParty')`,
  script: sql`(e.detail ->> 'script')`,
  scriptHost: sql`lower(substring(e.detail ->> 'script' FROM '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]+)'))`,
}

const SESSION_NUMBERS = {
  views: sql`s.views`,
  errors: sql`s.errors`,
  interactions: sql`s.interactions`,
  frustrations: sql`s.frustrations`,
  duration: sql`(extract(epoch FROM s.last_at - s.started_at)::double precision * 1000)`,
}

/** In a row of a rollup of this cube. */
export function rollupColumn(cube: Cube): ColumnOf {
  return (field, use) => {
    if (!('dimension' in field)) throw new TypeError('cubes hold dimensions only')
    const { rollup } = DIMENSIONS[field.dimension]
    if (rollup === null) throw new TypeError(`no cube holds ${field.dimension}`)
    if ('always' in rollup) return rollup.always
    const place = (cube.dimensions as readonly Dimension[]).indexOf(rollup.key)
    if (place === -1) throw new TypeError(`cube ${cube.code} does not hold ${field.dimension}`)
    const key = place === 0 ? sql`k1` : sql`k2`
    if (rollup.derived !== undefined) return rollup.derived(sql`NULLIF(${key}, '')`)
    return use === 'equality' ? key : sql`NULLIF(${key}, '')`
  }
}

/** Whether events must be joined with their sessions to answer. */
export function needsSession(where: Condition, axes: readonly Axis[]): boolean {
  return [...fieldsOf(where), ...axes.map(fieldOf)].some((field: Field) => {
    if ('dimension' in field) return DIMENSIONS[field.dimension].event === null
    return !('row' in field) && !('id' in field)
  })
}

/** Whether a question about sessions must look at their views. */
export function needsViews(where: Condition, axes: readonly Axis[]): boolean {
  return [...fieldsOf(where), ...axes.map(fieldOf)].some(
    (field: Field) => 'dimension' in field && DIMENSIONS[field.dimension].session === null,
  )
}
