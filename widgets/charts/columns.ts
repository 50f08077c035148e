/** Counts over time as columns from 0, with both axes. */
import { max } from 'd3'
import { createLinear, roundAxis } from './linear.ts'
import { buildTimeTicks } from './time-ticks.ts'

export interface CountBucket {
  start: number
  end: number
  count: number
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface ColumnMarks {
  plot: Box
  columns: Box[]
  /** The middle of each column and its top, in the order of the buckets. */
  points: { x: number; y: number }[]
  valueTicks: { y: number; value: number }[]
  timeTicks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
}

interface ColumnOptions {
  buckets: readonly CountBucket[]
  width: number
  height: number
  timeZone: string
  locale: string
}

const MARGIN = { top: 12, right: 8, bottom: 28, left: 48 }
const TIME_LABEL_WIDTH = 72
const VALUE_TICK_HEIGHT = 48
/** What is more than nothing can be seen. */
const LEAST_HEIGHT = 2

export function buildColumns({ buckets, width, height, timeZone, locale }: ColumnOptions): ColumnMarks {
  const plot = plotOf(width, height)
  const from = buckets[0]?.start ?? 0
  const to = buckets.at(-1)?.end ?? 0
  const x = createLinear([from, to], [plot.x, plot.x + plot.width])
  const { y, ticks } = countAxis(max(buckets, ({ count }) => count) ?? 0, plot)
  const count = Math.max(1, Math.floor(plot.width / TIME_LABEL_WIDTH))
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

export function plotOf(width: number, height: number): Box {
  return {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  }
}

/** Counts have no halves: an axis of few is marked at whole numbers. */
export function countAxis(most: number, plot: Box) {
  const rounded = roundAxis(most, Math.max(2, Math.round(plot.height / VALUE_TICK_HEIGHT)))
  const y = createLinear(rounded.domain, [plot.y + plot.height, plot.y])
  return { y, ticks: rounded.ticks.filter((tick) => Number.isInteger(tick)) }
}

export function columnOf(
  left: number,
  right: number,
  count: number,
  y: (count: number) => number,
  plot: Box,
): Box {
  const bottom = plot.y + plot.height
  const gap = Math.min(2, (right - left) * 0.2)
  const height = count > 0 ? Math.max(LEAST_HEIGHT, bottom - y(count)) : 0
  return { x: left + gap / 2, y: bottom - height, width: Math.max(0.5, right - left - gap), height }
}

export function anchorOf(x: number, plot: Box): 'start' | 'middle' | 'end' {
  if (x < plot.x + TIME_LABEL_WIDTH / 3) return 'start'
  return x > plot.x + plot.width - TIME_LABEL_WIDTH / 3 ? 'end' : 'middle'
}
