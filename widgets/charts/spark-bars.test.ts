import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSparkBars } from './spark-bars.ts'

const SIZE = { width: 100, height: 20 }

test('the highest count has the whole height, and nothing has no bar', () => {
  expect(buildSparkBars([0, 4, 2, 0], SIZE)).toEqual([
    { x: 28.125, y: 0, width: 18.75, height: 20 },
    { x: 53.125, y: 10, width: 18.75, height: 10 },
  ])
  expect(buildSparkBars([], SIZE)).toEqual([])
  expect(buildSparkBars([0, 0], SIZE)).toEqual([])
})

test('every count that is not 0 can be seen, and none leaves the picture', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1e9 }), { maxLength: 60 }), (counts) => {
      const bars = buildSparkBars(counts, SIZE)
      expect(bars.length).toBe(counts.filter((count) => count > 0).length)
      for (const { x, y, width, height } of bars) {
        expect(height).toBeGreaterThanOrEqual(2)
        expect(y + height).toBeCloseTo(20)
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(100)
      }
    }),
  )
})
