/** The room of a chart of counts within its margins, and what stands in it. */
import { createLinear, roundAxis } from './linear.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const MARGIN = { top: 12, right: 8, bottom: 28, left: 48 }
export const LABEL_WIDTH = 72
const VALUE_TICK_HEIGHT = 48
/** What is more than nothing can be seen. */
const LEAST_HEIGHT = 2

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
  if (x < plot.x + LABEL_WIDTH / 3) return 'start'
  return x > plot.x + plot.width - LABEL_WIDTH / 3 ? 'end' : 'middle'
}
