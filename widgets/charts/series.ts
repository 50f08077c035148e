/** A series of percentiles over time as marks: a line with its interval, gaps where nothing was measured. */
import { max } from 'd3'
import { busiestOf, columnsOf, extremesOf } from './decimate.ts'
import { createLinear, roundAxis, type Linear } from './linear.ts'
import { bandPath, linePath } from './path.ts'
import { buildTimeTicks } from './time-ticks.ts'

/** One bucket of a series. Null is never drawn as 0. */
export interface Bucket {
  /** ms since 1970; start ≤ time < end. */
  start: number
  end: number
  value: number | null
  low: number | null
  high: number | null
  count: number
  thin: boolean
  views: number
}

export interface Bar {
  x: number
  y: number
  width: number
  height: number
}

export interface SeriesOptions {
  buckets: readonly Bucket[]
  width: number
  height: number
  /** Drawn where they lie within the axis. */
  thresholds: readonly number[]
  timeZone: string
  locale: string
  showViews: boolean
}

export interface SeriesMarks {
  plot: Bar
  line: string
  band: string
  /** Values whose neighbours are both missing, which a line cannot show, and thin values, drawn hollow. */
  dots: { x: number; y: number; thin: boolean }[]
  bars: Bar[]
  points: { x: number; y: number | null }[]
  valueTicks: { y: number; value: number }[]
  timeTicks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
  thresholds: { y: number; value: number }[]
}

const MARGIN = { top: 12, right: 8, bottom: 28, left: 56 }
const TIME_LABEL_WIDTH = 64
const MOST_TIME_TICKS = 10
const VALUE_TICK_HEIGHT = 56
/** Views take the lowest fifth, so that they never hide the line. */
const VIEWS_SHARE = 0.2
/** A bound of a thin bucket may lie far out; the axis follows the values, and the band is cut at its top. */
const BOUND_OVER_VALUE = 1.4

export function buildSeries(options: SeriesOptions): SeriesMarks {
  const { buckets, width, height, showViews, timeZone, locale } = options
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  }
  const from = buckets[0]?.start ?? 0
  const to = buckets.at(-1)?.end ?? 0
  const x = createLinear([from, to], [plot.x, plot.x + plot.width])
  const axis = roundAxis(
    topOf(buckets, options.thresholds),
    Math.max(2, Math.round(plot.height / VALUE_TICK_HEIGHT)),
  )
  const y = createLinear(axis.domain, [plot.y + plot.height, plot.y])
  const middle = (bucket: Bucket) => x((bucket.start + bucket.end) / 2)
  const cut = (value: number) => y(Math.min(value, axis.domain[1]))
  const columns = columnsOf(buckets, Math.floor(plot.width))
  const drawn = columns.flatMap(extremesOf)

  return {
    plot,
    line: linePath(drawn, {
      x: middle,
      y: ({ value }) => cut(value ?? 0),
      defined: ({ value }) => value !== null,
    }),
    band: bandPath(drawn, {
      x: middle,
      low: ({ low }) => cut(low ?? 0),
      high: ({ high }) => cut(high ?? 0),
      defined: ({ low, high }) => low !== null && high !== null,
    }),
    dots: dotsOf(drawn, middle, cut),
    bars: showViews ? viewBars(columns.map(busiestOf), x, plot) : [],
    points: buckets.map((bucket) => ({
      x: middle(bucket),
      y: bucket.value === null ? null : cut(bucket.value),
    })),
    valueTicks: axis.ticks.map((value) => ({ y: y(value), value })),
    timeTicks: buildTimeTicks({
      from,
      to,
      timeZone,
      locale,
      count: Math.max(1, Math.min(MOST_TIME_TICKS, Math.floor(plot.width / TIME_LABEL_WIDTH))),
    }).map(({ at, label }) => ({ x: x(at), label, anchor: anchorOf(x(at), plot) })),
    thresholds: options.thresholds
      .filter((value) => value <= axis.domain[1])
      .map((value) => ({ y: y(value), value })),
  }
}

/** The bucket that a position belongs to; the nearest at the ends, -1 in an empty series. */
export function bucketAt(marks: Pick<SeriesMarks, 'points'>, position: number): number {
  let nearest = -1
  let distance = Infinity
  marks.points.forEach((point, index) => {
    if (Math.abs(point.x - position) >= distance) return
    distance = Math.abs(point.x - position)
    nearest = index
  })
  return nearest
}

/** High enough for every value, most of every interval, and the first threshold when the line comes near it. */
function topOf(buckets: readonly Bucket[], thresholds: readonly number[]): number {
  const highest = max(buckets, (bucket) => bucket.value ?? undefined) ?? 0
  const bound = max(buckets, (bucket) => bucket.high ?? undefined) ?? 0
  const top = Math.max(highest * 1.05, Math.min(bound, highest * BOUND_OVER_VALUE))
  const near = thresholds.filter((threshold) => top >= threshold * 0.5)
  return Math.max(top, (near[0] ?? 0) * 1.08)
}

function dotsOf(buckets: readonly Bucket[], x: (bucket: Bucket) => number, y: (value: number) => number) {
  return buckets.flatMap((bucket, index) => {
    if (bucket.value === null) return []
    const alone = (buckets[index - 1]?.value ?? null) === null && (buckets[index + 1]?.value ?? null) === null
    return alone || bucket.thin ? [{ x: x(bucket), y: y(bucket.value), thin: bucket.thin }] : []
  })
}

function viewBars(buckets: readonly Pick<Bucket, 'start' | 'end' | 'views'>[], x: Linear, plot: Bar): Bar[] {
  const most = max(buckets, (bucket) => bucket.views) ?? 0
  if (most === 0) return []
  const bottom = plot.y + plot.height
  return buckets.map(({ start, end, views }) => {
    const height = (views / most) * plot.height * VIEWS_SHARE
    const width = x(end) - x(start)
    const gap = Math.min(2, width * 0.2)
    return { x: x(start) + gap / 2, y: bottom - height, width: Math.max(0.5, width - gap), height }
  })
}

function anchorOf(x: number, plot: Bar): 'start' | 'middle' | 'end' {
  if (x < plot.x + TIME_LABEL_WIDTH / 3) return 'start'
  return x > plot.x + plot.width - TIME_LABEL_WIDTH / 3 ? 'end' : 'middle'
}
