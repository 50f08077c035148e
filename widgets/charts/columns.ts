/** Counts over time as columns from 0, with both axes. */
import { max } from 'd3'
import { createLinear } from './linear.ts'
import { anchorOf, columnOf, countAxis, plotOf, LABEL_WIDTH, type Box } from './plot-box.ts'
import { buildTimeTicks } from './time-ticks.ts'

export interface CountBucket {
  start: number
  end: number
  count: number
}

export interface ColumnMarks {
  plot: Box
  columns: Box[]
  /** The middle of each column and its top, in the order of the buckets. */
  points: { x: number; y: number }[]
  valueTicks: { y: number; value: number }[]
  timeTicks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
}

/** The lowest part of each column, as high as its share (0…1) of it. */
export function lowerParts(columns: readonly Box[], shares: readonly number[]): Box[] {
  return columns.map(({ x, y, width, height }, index) => {
    const part = height * (shares[index] ?? 0)
    return { x, y: y + height - part, width, height: part }
  })
}

interface ColumnOptions {
  buckets: readonly CountBucket[]
  width: number
  height: number
  timeZone: string
  locale: string
}

export function buildColumns({ buckets, width, height, timeZone, locale }: ColumnOptions): ColumnMarks {
  const plot = plotOf(width, height)
  const from = buckets[0]?.start ?? 0
  const to = buckets.at(-1)?.end ?? 0
  const x = createLinear([from, to], [plot.x, plot.x + plot.width])
  const { y, ticks } = countAxis(max(buckets, ({ count }) => count) ?? 0, plot)
  const count = Math.max(1, Math.floor(plot.width / LABEL_WIDTH))
  return {
    plot,
    columns: buckets.map(({ start, end, count }) => columnOf(x(start), x(end), count, y, plot)),
    points: buckets.map(({ start, end, count }) => ({ x: x((start + end) / 2), y: y(count) })),
    valueTicks: ticks.map((value) => ({ y: y(value), value })),
    timeTicks: buildTimeTicks({ from, to, timeZone, locale, count }).map(({ at, label }) => ({
      x: x(at),
      label,
      anchor: anchorOf(x(at), plot),
    })),
  }
}
