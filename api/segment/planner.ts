/**
 * Where an answer comes from: the smallest cube that covers its dimensions, by days, hours and raw rows at the ragged
 * ends; the raw hypertable where no cube does.
 */
import { type Axis, fieldOf } from './axes.ts'
import { type Field, fieldsOf } from './conditions.ts'
import { DIMENSIONS, type Dimension } from './dimensions.ts'
import type { Range } from './range.ts'
import { CUBES, type Cube, DAY_MS, HOUR_MS } from './rollups.ts'
import type { Scope } from './segment.ts'

/** Segments that one statement answers: they share the scope and by what it is split. */
export type Question = { scope: Scope; axes: readonly Axis[]; edges: readonly number[] | null }

export type Plan = {
  /** Null: raw rows only. */
  cube: Cube | null
  days: Range | null
  hours: Range[]
  /** Rows that compaction has not moved yet lie in this part too. */
  deltas: Range | null
  raw: Range[]
}

export function plan({ scope, axes, edges }: Question): Plan {
  const { range, where, includeBots } = scope
  const cube = includeBots ? null : coveringCube([...fieldsOf(where), ...axes.map(fieldOf)])
  const interior = (edges ?? []).slice(1, -1)
  const from = ceil(range.from, HOUR_MS)
  const to = floor(range.to, HOUR_MS)
  if (cube === null || from >= to || !interior.every((edge) => edge % HOUR_MS === 0)) {
    return { cube: null, days: null, hours: [], deltas: null, raw: [range] }
  }
  const raw = [
    { from: range.from, to: from },
    { from: to, to: range.to },
  ].filter(isNotEmpty)
  const days = { from: ceil(from, DAY_MS), to: floor(to, DAY_MS) }
  if (days.from >= days.to || !interior.every((edge) => edge % DAY_MS === 0)) {
    return { cube, days: null, hours: [{ from, to }], deltas: { from, to }, raw }
  }
  const hours = [
    { from, to: days.from },
    { from: days.to, to },
  ].filter(isNotEmpty)
  return { cube, days, hours, deltas: { from, to }, raw }
}

/** The plan in words: `cube PAGE × DEVICE: days, hours, deltas, rows`. */
export function describePlan({ cube, days, hours, deltas, raw }: Plan): string {
  if (cube === null) return 'rows'
  const sources = [
    ...(days === null ? [] : ['days']),
    ...(hours.length === 0 ? [] : ['hours']),
    ...(deltas === null ? [] : ['deltas']),
    ...(raw.length === 0 ? [] : ['rows']),
  ]
  return `cube ${cube.dimensions.join(' × ') || 'of everything'}: ${sources.join(', ')}`
}

/** Cubes stand from small to large, so the first that has every dimension is the smallest. */
function coveringCube(fields: readonly Field[]): Cube | null {
  const keys = new Set<Dimension>()
  for (const field of fields) {
    const rollup = 'dimension' in field ? DIMENSIONS[field.dimension].rollup : null
    if (rollup === null) return null
    if ('key' in rollup) keys.add(rollup.key)
  }
  return (
    CUBES.find((cube) => [...keys].every((key) => (cube.dimensions as readonly Dimension[]).includes(key))) ??
    null
  )
}

const floor = (time: number, step: number) => Math.floor(time / step) * step
const ceil = (time: number, step: number) => Math.ceil(time / step) * step
const isNotEmpty = ({ from, to }: Range) => from < to
