import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLinear, roundAxis } from './linear.ts'
import { bucketAt, buildSeries, type Bucket } from './series.ts'
import { buildShareBar } from './share-bar.ts'
import { buildSparkline } from './sparkline.ts'
import { buildWhiskers } from './whisker.ts'

const HOUR = 3_600_000

function aBucket(index: number, value: number | null, over: Partial<Bucket> = {}): Bucket {
  return {
    start: index * HOUR,
    end: (index + 1) * HOUR,
    value,
    low: value === null ? null : value * 0.9,
    high: value === null ? null : value * 1.1,
    count: value === null ? 0 : 100,
    thin: false,
    views: value === null ? 0 : 200,
    ...over,
  }
}

function seriesOf(buckets: Bucket[], over: Partial<Parameters<typeof buildSeries>[0]> = {}) {
  const options = {
    width: 600,
    height: 280,
    thresholds: [2500, 4000],
    timeZone: 'UTC',
    locale: 'en',
    showViews: true,
  }
  return buildSeries({ buckets, ...options, ...over })
}

/** How many pieces a path is made of. */
const pieces = (path: string) => path.split('M').length - 1

describe('linear', () => {
  it('maps both ends, and the middle where the domain has no width', () => {
    const x = createLinear([10, 20], [0, 100])
    expect([x(10), x(15), x(20)]).toEqual([0, 50, 100])
    expect(createLinear([5, 5], [0, 100])(5)).toBe(50)
  })

  it('rounds an axis outwards and starts at 0', () => {
    expect(roundAxis(2730, 5).domain).toEqual([0, 3000])
    expect(roundAxis(0.083, 4).domain).toEqual([0, 0.1])
    expect(roundAxis(0, 4).domain).toEqual([0, 1])
    expect(roundAxis(Number.NaN, 4).domain).toEqual([0, 1])
  })
})

describe('series', () => {
  it('breaks the line and the band where nothing was measured, and never draws 0 for it', () => {
    const marks = seriesOf([
      aBucket(0, 900),
      aBucket(1, 950),
      aBucket(2, null),
      aBucket(3, 900),
      aBucket(4, 910),
    ])
    expect(pieces(marks.line)).toBe(2)
    expect(pieces(marks.band)).toBe(2)
    expect(marks.points[2]?.y).toBeNull()
    const bottom = marks.plot.y + marks.plot.height
    expect(marks.line).not.toContain(`,${bottom}`)
  })

  it('draws a true 0 as 0', () => {
    const marks = seriesOf([aBucket(0, 0), aBucket(1, 0.2)], { thresholds: [0.1, 0.25] })
    expect(marks.points[0]?.y).toBe(marks.plot.y + marks.plot.height)
  })

  it('marks values that stand alone, and thin ones', () => {
    const marks = seriesOf([
      aBucket(0, 900),
      aBucket(1, null),
      aBucket(2, 900, { thin: true }),
      aBucket(3, 905),
    ])
    expect(marks.dots.map(({ thin }) => thin)).toEqual([false, true])
  })

  it('draws a line without a band where bounds are missing', () => {
    const marks = seriesOf([0, 1, 2].map((index) => aBucket(index, 900, { low: null, high: null })))
    expect(pieces(marks.line)).toBe(1)
    expect(marks.band).toBe('')
  })

  it('cuts a far bound instead of pressing the line flat', () => {
    const marks = seriesOf([aBucket(0, 1000), aBucket(1, 1000, { high: 90_000 })], { thresholds: [] })
    expect(marks.valueTicks.at(-1)?.value).toBeLessThanOrEqual(1500)
    expect(marks.band).not.toContain('-')
  })

  it('shows a threshold only where the axis reaches it', () => {
    const near = seriesOf([aBucket(0, 2000), aBucket(1, 2100)])
    expect(near.thresholds.map(({ value }) => value)).toEqual([2500])
    const far = seriesOf([aBucket(0, 200), aBucket(1, 210)])
    expect(far.thresholds).toEqual([])
  })

  it('keeps views to the lowest fifth, and leaves them out on request', () => {
    const buckets = [aBucket(0, 900), aBucket(1, 900, { views: 400 })]
    const marks = seriesOf(buckets)
    expect(Math.max(...marks.bars.map(({ height }) => height))).toBeCloseTo(marks.plot.height / 5)
    expect(seriesOf(buckets, { showViews: false }).bars).toEqual([])
  })

  it('survives no buckets, one bucket, and a chart without room', () => {
    expect(seriesOf([]).line).toBe('')
    expect(seriesOf([aBucket(0, 900)]).dots).toHaveLength(1)
    expect(seriesOf([aBucket(0, 900)], { width: 0, height: 0 }).plot.width).toBe(1)
  })

  it('keeps every mark inside the plot', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const { plot, points } = seriesOf(values.map((value, index) => aBucket(index, value)))
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(plot.x)
          expect(x).toBeLessThanOrEqual(plot.x + plot.width)
          if (y === null) continue
          expect(y).toBeGreaterThanOrEqual(plot.y - 1e-6)
          expect(y).toBeLessThanOrEqual(plot.y + plot.height + 1e-6)
        }
      }),
    )
  })

  it('finds the bucket under a position', () => {
    const marks = seriesOf([aBucket(0, 900), aBucket(1, null), aBucket(2, 900)])
    expect(bucketAt(marks, -50)).toBe(0)
    expect(bucketAt(marks, marks.points[1]?.x ?? 0)).toBe(1)
    expect(bucketAt(marks, 9999)).toBe(2)
    expect(bucketAt({ points: [] }, 0)).toBe(-1)
  })
})

describe('sparkline', () => {
  const size = { width: 120, height: 32 }

  it('breaks at gaps, ends at the last value and dots what stands alone', () => {
    const marks = buildSparkline([1, 2, null, 3, null], size)
    expect(pieces(marks.line)).toBe(2)
    expect(marks.end?.x).toBeCloseTo(3 + (3 / 4) * 114)
    expect(marks.dots).toHaveLength(1)
  })

  it('lies in the middle when all is the same, and is nothing when all is missing', () => {
    expect(buildSparkline([5, 5], size).end?.y).toBe(16)
    expect(buildSparkline([null, null], size)).toEqual({ line: '', end: null, dots: [] })
  })
})

describe('share bar', () => {
  it('fills the width, gaps included, and gives nothing no width', () => {
    const [good, middling, poor] = buildShareBar([0.5, 0, 0.5], 1)
    expect(good).toEqual({ x: 0, width: 49.5 })
    expect(middling?.width).toBe(0)
    expect((poor?.x ?? 0) + (poor?.width ?? 0)).toBeCloseTo(100)
  })

  it('is empty without shares', () => {
    expect(buildShareBar([0, 0, 0]).every(({ width }) => width === 0)).toBe(true)
  })
})

describe('whiskers', () => {
  it('put all rows on one scale', () => {
    const [first, second] = buildWhiskers([
      { value: 100, low: 90, high: 120 },
      { value: 50, low: null, high: null },
    ])
    expect(first?.bar).toBeCloseTo(83.33, 1)
    expect(first?.whisker).toEqual({ from: 75, to: 100, cut: false })
    expect(second?.whisker).toBeNull()
  })

  it('cut an interval that is out of proportion', () => {
    const [row] = buildWhiskers([{ value: 100, low: 10, high: 5000 }])
    expect(row?.whisker).toMatchObject({ to: 100, cut: true })
  })

  it('draw no bar for no value, and a bar of no length for 0', () => {
    const marks = buildWhiskers([
      { value: null, low: null, high: null },
      { value: 0, low: 0, high: 0 },
    ])
    expect(marks.map(({ bar }) => bar)).toEqual([null, 0])
  })
})
