/** A distribution as columns of equal width, with the bands of its ratings and its percentiles marked on it. */
import { max, ticks } from 'd3'
import { createLinear } from './linear.ts'
import { anchorOf, columnOf, countAxis, plotOf, type Box } from './plot-box.ts'

export interface Bin {
  from: number
  to: number
  count: number
}

export interface HistogramMarks {
  plot: Box
  columns: Box[]
  points: { x: number; y: number }[]
  /** One for each rating, good first; none without thresholds. Those that lie beyond the axis have no width. */
  bands: { x: number; width: number }[]
  /** In their order; `row` keeps labels apart, `isBeyond` is one that lies right of the axis. */
  percentiles: { x: number; row: number; isBeyond: boolean }[]
  valueTicks: { y: number; value: number }[]
  placeTicks: { x: number; value: number; anchor: 'start' | 'middle' | 'end' }[]
}

interface HistogramOptions {
  bins: readonly Bin[]
  percentiles: readonly number[]
  thresholds: readonly number[]
  width: number
  height: number
}

const PLACE_TICK_WIDTH = 80
const LABEL_ROOM = 92
export const LABEL_ROW = 16
const ROWS = 4

export function buildHistogram({
  bins,
  percentiles,
  thresholds,
  width,
  height,
}: HistogramOptions): HistogramMarks {
  const whole = plotOf(width, height)
  const end = bins.at(-1)?.to ?? 1
  const right = whole.x + whole.width
  const x = createLinear([0, end], [whole.x, right])
  const cut = (value: number) => Math.min(right, x(value))
  const rows = rowsOf(percentiles.map(cut), right)
  // The labels of the percentiles stand above the columns.
  const room = LABEL_ROW * (Math.max(-1, ...rows) + 1)
  const plot = { ...whole, y: whole.y + room, height: Math.max(1, whole.height - room) }
  const axis = countAxis(max(bins, ({ count }) => count) ?? 0, plot)
  const edges = thresholds.length === 0 ? [] : [0, ...thresholds, Infinity]
  return {
    plot,
    columns: bins.map(({ from, to, count }) => columnOf(x(from), x(to), count, axis.y, plot)),
    points: bins.map(({ from, to, count }) => ({ x: x((from + to) / 2), y: axis.y(count) })),
    bands: edges.slice(1).map((edge, index) => {
      const from = cut(edges[index] ?? 0)
      return { x: from, width: cut(edge) - from }
    }),
    percentiles: percentiles.map((value, index) => ({
      x: cut(value),
      row: rows[index] ?? 0,
      isBeyond: value > end,
    })),
    valueTicks: axis.ticks.map((value) => ({ y: axis.y(value), value })),
    placeTicks: ticks(0, end, Math.max(2, Math.floor(plot.width / PLACE_TICK_WIDTH))).map((value) => ({
      x: x(value),
      value,
      anchor: anchorOf(x(value), plot),
    })),
  }
}

/**
 * The lowest row, counted from the columns upwards, in which a label meets none behind it. From the right: labels stand
 * right of their lines, so no line goes through a label below its own.
 */
function rowsOf(places: readonly number[], right: number): number[] {
  const starts = Array.from({ length: ROWS }, () => Infinity)
  const rows = [...places].reverse().map((place) => {
    const start = Math.min(place, right - LABEL_ROOM)
    const free = starts.findIndex((next) => start + LABEL_ROOM <= next)
    const row = free === -1 ? ROWS - 1 : free
    starts[row] = start
    return row
  })
  return rows.reverse()
}
