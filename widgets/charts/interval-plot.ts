/** Differences with their intervals on one scale around 0, in percent of the width. */

export interface Difference {
  value: number | null
  low: number | null
  high: number | null
}

export interface IntervalMark {
  /** Null where nothing is known: no point, not one at 0. */
  point: number | null
  /** Bounds that lie outside are cut. */
  span: { from: number; to: number; cutLow: boolean; cutHigh: boolean } | null
}

export interface IntervalPlot {
  /** Of both ends: the scale is −reach…reach. */
  reach: number
  marks: IntervalMark[]
}

/** A single wide interval must not press all others flat: the scale ends at this multiple of the largest difference. */
const BOUND_OVER_VALUE = 3
const LEAST_REACH = 0.02
/** Round numbers that a scale may end at. */
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

export function buildIntervals(rows: readonly Difference[]): IntervalPlot {
  const size = (values: (number | null)[]) => Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  const largest = size(rows.map(({ value }) => value))
  const bound = size(rows.flatMap(({ low, high }) => [low, high]))
  const wanted = largest > 0 ? Math.max(largest * 1.1, Math.min(bound, largest * BOUND_OVER_VALUE)) : bound
  const reach = roundUp(Math.max(LEAST_REACH, wanted))
  const x = (value: number) => 50 + (Math.max(-reach, Math.min(reach, value)) / reach) * 50
  return {
    reach,
    marks: rows.map(({ value, low, high }) => ({
      point: value === null ? null : x(value),
      span:
        low === null || high === null
          ? null
          : { from: x(low), to: x(high), cutLow: low < -reach, cutHigh: high > reach },
    })),
  }
}

function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const step = STEPS.find((step) => step * magnitude >= value * (1 - 1e-9)) ?? 10
  return Number((step * magnitude).toPrecision(3))
}
