import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildColumns } from './columns.ts'
import { buildHistogram, type Bin } from './histogram.ts'

const binsOf = (counts: number[], width = 100): Bin[] =>
  counts.map((count, index) => ({ from: index * width, to: (index + 1) * width, count }))
const histogramOf = (over: Partial<Parameters<typeof buildHistogram>[0]> = {}) =>
  buildHistogram({
    bins: binsOf([0, 10, 40, 20, 1]),
    percentiles: [230, 290, 350, 480],
    thresholds: [200, 400],
    width: 600,
    height: 300,
    ...over,
  })

test('columns stand on one line, rise with their counts, and nothing has no height', () => {
  const { columns, plot } = histogramOf()
  const bottom = plot.y + plot.height
  for (const { y, height } of columns) expect(y + height).toBeCloseTo(bottom)
  expect(columns[0]?.height).toBe(0)
  expect(columns[4]?.height).toBeGreaterThanOrEqual(2)
  expect(columns[2]?.height).toBeGreaterThan(columns[3]?.height ?? 0)
})

test('the bands lie end to end over the whole axis', () => {
  const { bands, plot } = histogramOf()
  expect(bands.map(({ width }) => Math.round((width / plot.width) * 100))).toEqual([40, 40, 20])
  expect(bands[0]?.x).toBe(plot.x)
  expect(histogramOf({ thresholds: [] }).bands).toEqual([])
})

test('a band beyond the axis has no width', () => {
  const { bands, plot } = histogramOf({ thresholds: [2500, 4000] })
  expect(bands.map(({ width }) => width)).toEqual([plot.width, 0, 0])
})

test('a percentile beyond the axis stands at its end, and is known to', () => {
  const { percentiles, plot } = histogramOf({ percentiles: [100, 500, 9000] })
  expect(percentiles.map(({ isBeyond }) => isBeyond)).toEqual([false, false, true])
  expect(percentiles[2]?.x).toBe(plot.x + plot.width)
})

test('labels that would meet take rows of their own', () => {
  expect(histogramOf({ percentiles: [230, 231, 232, 233] }).percentiles.map(({ row }) => row)).toEqual([
    3, 2, 1, 0,
  ])
  expect(histogramOf({ percentiles: [10, 200, 400] }).percentiles.map(({ row }) => row)).toEqual([0, 0, 0])
})

test('an axis of few is marked at whole numbers', () => {
  const { valueTicks } = histogramOf({ bins: binsOf([1, 2, 1]) })
  expect(valueTicks.map(({ value }) => value)).toEqual([0, 1, 2])
})

test('nothing is drawn outside the picture, whatever was counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 1e7 }), { minLength: 1, maxLength: 200 }),
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 4 }),
      fc.integer({ min: 240, max: 2000 }),
      (counts, percentiles, width) => {
        const sorted = percentiles.toSorted((a, b) => a - b)
        const marks = histogramOf({ bins: binsOf(counts), percentiles: sorted, width })
        for (const { x, y, width: own, height } of marks.columns) {
          expect(x).toBeGreaterThanOrEqual(marks.plot.x)
          expect(x + own).toBeLessThanOrEqual(width)
          expect(y).toBeGreaterThanOrEqual(marks.plot.y - 1e-6)
          expect(height).toBeGreaterThanOrEqual(0)
        }
        for (const { x } of marks.percentiles) expect(x).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test('columns over time stand where their buckets are, in the zone of the site', () => {
  const hour = 3_600_000
  const buckets = [3, 0, 6].map((count, index) => ({ start: index * hour, end: (index + 1) * hour, count }))
  const options = { width: 400, height: 160, timeZone: 'Europe/Berlin', locale: 'en' }
  const marks = buildColumns({ buckets, ...options })
  expect(marks.columns.map(({ height }) => height > 0)).toEqual([true, false, true])
  expect((marks.columns[2]?.height ?? 0) / (marks.columns[0]?.height ?? 1)).toBeCloseTo(2)
  expect(marks.points[1]?.x).toBeCloseTo(marks.plot.x + marks.plot.width / 2)
  expect(marks.timeTicks.map(({ label }) => label)).toContain('2:00 AM')
  expect(buildColumns({ buckets: [], ...options }).columns).toEqual([])
})
