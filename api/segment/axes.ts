/**
 * By what a segment can be split: a dimension, a flag, an attribute, or what the events themselves are about, which makes
 * the groups of a list. Written as text, so that it can be a key.
 */
import { userError } from '../problem.ts'
import type { Dimension as DimensionInput } from '../schema.generated.ts'
import type { Field, RowColumn } from './conditions.ts'
import type { Dimension } from './dimensions.ts'

export type RowAxis = `ROW:${RowColumn}`
export type Axis = Dimension | `FLAG:${string}` | `ATTRIBUTE:${string}` | RowAxis

export function parseAxis(dimension: DimensionInput, key: string | null | undefined): Axis {
  const isKeyed = dimension === 'FLAG' || dimension === 'ATTRIBUTE'
  const isGiven = key !== null && key !== undefined && key !== ''
  if (isKeyed !== isGiven) {
    throw userError(
      isKeyed
        ? `a split by ${dimension} needs \`key\`: which ${dimension.toLowerCase()}`
        : `a split by ${dimension} takes no \`key\`: only FLAG and ATTRIBUTE do`,
    )
  }
  if (key?.includes('\0') === true) throw userError('`key` holds a NUL character: leave it out')
  return isKeyed ? `${dimension}:${key ?? ''}` : dimension
}

export function fieldOf(axis: Axis): Field {
  const colon = axis.indexOf(':')
  if (colon === -1) return { dimension: axis as Dimension }
  const key = axis.slice(colon + 1)
  if (axis.startsWith('ROW:')) return { row: key as RowColumn }
  return axis.startsWith('FLAG:') ? { flag: key } : { attribute: key }
}
