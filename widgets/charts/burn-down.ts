/**
 * How the error budget of a window was used up, as marks: what was left after each bucket of the allowance of all events
 * of the window, beside the even line, on which every bucket used just its own part of it.
 */
import { line } from 'd3'
import { createLinear, roundAxis } from './linear.ts'
import { buildTimeTicks } from './time-ticks.ts'

export interface BudgetBucket {
  /** ms since 1970; start ≤ time < end. */
  start: number
  end: number
  bad: number
  total: number
}

export interface BurnPoint {
  at: number
  /** Of the budget, 1 at the beginning, negative when overdrawn. */
  left: number
  /** What would be left had every bucket used its own part. */
  even: number
}

/** The beginning, then the end of each bucket. Empty without events, which have no budget. */
export function burnDown(buckets: readonly BudgetBucket[], objective: number): BurnPoint[] {
  const all = buckets.reduce((sum, { total }) => sum + total, 0)
  const allowed = (1 - objective) * all
  const [first] = buckets
  if (first === undefined || !(allowed > 0)) return []
  let [bad, total] = [0, 0]
  const points: BurnPoint[] = [{ at: first.start, left: 1, even: 1 }]
  for (const bucket of buckets) {
    bad += bucket.bad
    total += bucket.total
    points.push({ at: bucket.end, left: 1 - bad / allowed, even: 1 - total / all })
  }
  return points
}

export interface BurnDownOptions {
  points: readonly BurnPoint[]
  /** Moments to mark, oldest first; those outside the points are left out. */
  events: readonly { at: number; label: string }[]
  width: number
  height: number
  timeZone: string
  locale: string
}

export interface BurnDownMarks {
  plot: { x: number; y: number; width: number; height: number }
  line: string
  /** Between the line and 0. */
  area: string
  even: string
  points: { x: number; y: number; evenY: number }[]
  shareTicks: { y: number; share: number }[]
  timeTicks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
  /** Events that fall together are one mark with all their labels. */
  events: { x: number; labels: string[] }[]
  /** Where nothing is left. */
  zeroY: number
}

const MARGIN = { top: 20, right: 8, bottom: 28, left: 56 }
const TIME_LABEL_WIDTH = 64
const MOST_TIME_TICKS = 10
const SHARE_TICK_HEIGHT = 56
const EVENT_WIDTH = 6
/** A budget overdrawn many times over must not press the rest flat. */
const LOWEST = -2

export function buildBurnDown(options: BurnDownOptions): BurnDownMarks {
  const { points, width, height, timeZone, locale } = options
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  }
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  const x = createLinear([from, to], [plot.x, plot.x + plot.width])
  const lowest = Math.max(LOWEST, Math.min(0, ...points.map(({ left }) => left)))
  const axis = roundAxis(1 - lowest, Math.max(2, Math.round(plot.height / SHARE_TICK_HEIGHT)))
  const step = (axis.ticks[1] ?? 1) - (axis.ticks[0] ?? 0)
  const bottom = Math.max(LOWEST, Math.floor(lowest / step + 1e-9) * step)
  const y = createLinear([bottom, 1], [plot.y + plot.height, plot.y])
  const cut = (share: number) => y(Math.max(bottom, share))
  const drawn = points.map(({ at, left, even }) => ({ x: x(at), y: cut(left), evenY: cut(even) }))
  const path = line<(typeof drawn)[number]>(
    (point) => point.x,
    (point) => point.y,
  )
  const down = path(drawn) ?? ''
  const [first, last] = [drawn[0], drawn.at(-1)]
  return {
    plot,
    line: down,
    area: first === undefined || last === undefined ? '' : `${down}L${last.x},${y(0)}L${first.x},${y(0)}Z`,
    even: path.y((point) => point.evenY)(drawn) ?? '',
    points: drawn,
    shareTicks: sharesFrom(bottom, step).map((share) => ({ y: y(share), share })),
    timeTicks: buildTimeTicks({
      from,
      to,
      timeZone,
      locale,
      count: Math.max(1, Math.min(MOST_TIME_TICKS, Math.floor(plot.width / TIME_LABEL_WIDTH))),
    }).map(({ at, label }) => ({ x: x(at), label, anchor: anchorOf(x(at), plot) })),
    events: together(
      options.events.filter(({ at }) => at >= from && at <= to).map(({ at, label }) => ({ x: x(at), label })),
    ),
    zeroY: y(0),
  }
}

function sharesFrom(bottom: number, step: number): number[] {
  const first = Math.ceil(bottom / step - 1e-9)
  const last = Math.floor(1 / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)))
}

function together(events: { x: number; label: string }[]): BurnDownMarks['events'] {
  const marks: BurnDownMarks['events'] = []
  for (const { x, label } of events) {
    const before = marks.at(-1)
    if (before !== undefined && x - before.x < EVENT_WIDTH) before.labels.push(label)
    else marks.push({ x, labels: [label] })
  }
  return marks
}

function anchorOf(x: number, plot: BurnDownMarks['plot']): 'start' | 'middle' | 'end' {
  if (x < plot.x + TIME_LABEL_WIDTH / 3) return 'start'
  return x > plot.x + plot.width - TIME_LABEL_WIDTH / 3 ? 'end' : 'middle'
}
