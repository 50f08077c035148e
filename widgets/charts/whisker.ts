/** Rows of values on one scale: a bar to the value and a whisker over its interval, in percent of the width. */
import { max } from 'd3'
import { createLinear } from './linear.ts'

export interface Measured {
  value: number | null
  low: number | null
  high: number | null
}

export interface WhiskerMarks {
  /** Null where nothing was measured: no bar, not a bar of no length. */
  bar: number | null
  whisker: { from: number; to: number; cut: boolean } | null
}

/** A single wide interval must not press all bars flat: the scale ends at this multiple of the highest value. */
const BOUND_OVER_VALUE = 1.5

export function buildWhiskers(rows: readonly Measured[]): WhiskerMarks[] {
  const highest = max(rows, (row) => row.value ?? undefined) ?? 0
  const bound = max(rows, (row) => row.high ?? undefined) ?? 0
  const end = Math.max(highest, Math.min(bound, highest * BOUND_OVER_VALUE))
  const x = createLinear([0, end > 0 ? end : 1], [0, 100])
  return rows.map(({ value, low, high }) => ({
    bar: value === null ? null : x(value),
    whisker:
      value === null || low === null || high === null
        ? null
        : { from: x(low), to: x(Math.min(high, end)), cut: high > end },
  }))
}
