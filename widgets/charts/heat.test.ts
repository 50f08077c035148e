import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHeat } from './heat.ts'

test.each([
  [[0.31, 0.2, 0.01, 0], 0.35, [5, 3, 1, 0]],
  [[0.35], 0.35, [5]],
  [[0.004], 0.05, [1]],
  [[1, 0.2, 0.21], 1, [5, 1, 2]],
])('%s ends at %s in the steps %s', (values, top, levels) => {
  expect(buildHeat(values, 5)).toEqual({ levels, top })
})

test('nothing measured is no step, and 0 is the step of nothing', () => {
  expect(buildHeat([null, 0], 5)).toEqual({ levels: [null, 0], top: 0.05 })
  expect(buildHeat([], 5)).toEqual({ levels: [], top: 0.05 })
})

test('a higher value is never in a lower step, and what is more than nothing is in one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }), (values) => {
      const sorted = values.map((value) => Math.round(value * 1e6) / 1e6).sort((a, b) => a - b)
      const levels = buildHeat(sorted, 5).levels.map((level) => level ?? -1)
      expect(levels).toEqual([...levels].sort((a, b) => a - b))
      for (const [index, value] of sorted.entries())
        expect(levels[index], String(value)).toBeGreaterThanOrEqual(value > 0 ? 1 : 0)
      expect(Math.max(...levels)).toBeLessThanOrEqual(5)
    }),
  )
})
