/** Where a field of a filter stands in each of the three places that answer. */
import { type Sql, sql } from '../db/sql.ts'
import { DIMENSIONS, type Dimension } from './dimensions.ts'
import { type ColumnOf, type Condition, type Field, fieldsOf } from './filters.ts'
import type { Cube } from './rollups.ts'

/** In `rum.events e`, with `rum.sessions s` joined where `needsSession` says so. */
export function eventColumn(field: Field): Sql {
  if ('dimension' in field) return DIMENSIONS[field.dimension].event ?? sessionColumn(field)
  return sessionColumn(field)
}

/** In `rum.sessions s`; what only a view knows stands in the `rum.events e` that is joined to it. */
export function sessionColumn(field: Field): Sql {
  if ('flag' in field) return sql`(s.flags -> ${field.flag}::text ->> 'variant')`
  if ('attribute' in field) return sql`(s.attributes ->> ${field.attribute}::text)`
  const { session, event } = DIMENSIONS[field.dimension]
  return session ?? event ?? sql`NULL::text`
}

/** In a row of a rollup of this cube. */
export function rollupColumn(cube: Cube): ColumnOf {
  return (field, use) => {
    if (!('dimension' in field)) throw new TypeError('no cube holds flags or attributes')
    const { rollup } = DIMENSIONS[field.dimension]
    if (rollup !== null && rollup !== 'key') return rollup
    const place = (cube.dimensions as readonly Dimension[]).indexOf(field.dimension)
    if (place === -1) throw new TypeError(`cube ${cube.code} does not hold ${field.dimension}`)
    const key = place === 0 ? sql`k1` : sql`k2`
    return use === 'equality' ? key : sql`NULLIF(${key}, '')`
  }
}

/** Whether raw events must be joined with their sessions to answer. */
export function needsSession(where: Condition, dimensions: readonly Dimension[]): boolean {
  const fields = [...fieldsOf(where), ...dimensions.map((dimension) => ({ dimension }))]
  return fields.some((field) => !('dimension' in field) || DIMENSIONS[field.dimension].event === null)
}

/** Whether a question about sessions must look at their views. */
export function needsViews(where: Condition, dimensions: readonly Dimension[]): boolean {
  const fields = [...fieldsOf(where), ...dimensions.map((dimension) => ({ dimension }))]
  return fields.some((field) => 'dimension' in field && DIMENSIONS[field.dimension].session === null)
}
