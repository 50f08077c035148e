/** A burn-down as marks, with the moments at which something happened. */
import { dateFormat } from '../format/time.ts'
import type { BurnPoint } from './burn-down.ts'
import { createLinear, type Linear } from './linear.ts'
import { linePath } from './path.ts'

export interface BurnDownOptions {
  points: readonly BurnPoint[]
  /** Moments to mark, oldest first; those outside the points are left out. */
  events: readonly { at: number; label: string }[]
  width: number
  height: number
  timeZone: string
  locale: string
}

interface Plot {
  x: number
  y: number
  width: number
  height: number
}

interface TimeTick {
  x: number
  label: string
}

export interface BurnDownMarks {
  plot: Plot
  line: string
  /** Between the line and 0. */
  area: string
  even: string
  points: { x: number; y: number; evenY: number }[]
  shareTicks: { y: number; share: number }[]
  timeTicks: TimeTick[]
  events: { x: number; label: string }[]
  /** Where nothing is left. */
  zeroY: number
}

const MARGIN = { top: 20, right: 8, bottom: 28, left: 56 }
const TIME_LABEL_WIDTH = 84
const LEAST_LABEL_WIDTH = 60
/** A budget overdrawn many times over must not press the rest flat. */
const LOWEST = -2

export function buildBurnDown(options: BurnDownOptions): BurnDownMarks {
  const { points, width, height } = options
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  }
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  const x = createLinear([from, to], [plot.x, plot.x + plot.width])
  const lowest = Math.max(LOWEST, Math.min(0, ...points.map(({ left }) => left)))
  const step = lowest < -0.5 ? 0.5 : 0.25
  const bottom = Math.floor(lowest / step + 1e-9) * step
  const y = createLinear([bottom, 1], [plot.y + plot.height, plot.y])
  const cut = (share: number) => y(Math.max(bottom, share))
  const drawn = points.map(({ at, left, even }) => ({ x: x(at), y: cut(left), evenY: cut(even) }))
  const path = (y: (point: (typeof drawn)[number]) => number) =>
    linePath(drawn, { x: (point) => point.x, y, defined: () => true })
  const down = path((point) => point.y)
  const [first, last] = [drawn[0], drawn.at(-1)]
  return {
    plot,
    line: down,
    area: first === undefined || last === undefined ? '' : `${down}L${last.x},${y(0)}L${first.x},${y(0)}Z`,
    even: path((point) => point.evenY),
    points: drawn,
    shareTicks: Array.from({ length: Math.round((1 - bottom) / step) + 1 }, (_, i) => bottom + i * step).map(
      (share) => ({ y: y(share), share }),
    ),
    timeTicks: timeTicks(options, x, plot),
    events: options.events
      .filter(({ at }) => at >= from && at <= to)
      .map(({ at, label }) => ({ x: x(at), label })),
    zeroY: y(0),
  }
}

/** At the beginnings of buckets, so that a label is never of another day than its point. */
function timeTicks({ points, timeZone, locale }: BurnDownOptions, x: Linear, plot: Plot): TimeTick[] {
  const every = Math.ceil(points.length / Math.max(1, Math.floor(plot.width / TIME_LABEL_WIDTH)))
  // The widest one: the first may be cut by the beginning of the window.
  const bucketMs = Math.max(0, ...points.map(({ at }, index) => at - (points[index - 1]?.at ?? at)))
  const format = dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(bucketMs < 23 * 3_600_000 ? { hour: 'numeric' } : {}),
  })
  return (
    points
      .filter((_, index) => index % every === 0)
      .map(({ at }) => ({ x: x(at), label: format.format(at) }))
      .filter((tick) => tick.x <= plot.x + plot.width - TIME_LABEL_WIDTH / 4)
      // The label of a short first bucket would run into the next.
      .filter(({ x }, index, [, next]) => index > 0 || next === undefined || next.x - x >= LEAST_LABEL_WIDTH)
  )
}
