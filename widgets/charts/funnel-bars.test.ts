import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFunnelBars } from './funnel-bars.ts'

test('bars are on the scale of the first step, with those who left behind them', () => {
  expect(buildFunnelBars([200, 100, 50])).toEqual([
    { kept: 100, lost: 0 },
    { kept: 50, lost: 50 },
    { kept: 25, lost: 25 },
  ])
})

test('a step that nobody reached has lost all of the step before', () => {
  expect(buildFunnelBars([10, 5, 0, 0]).slice(2)).toEqual([
    { kept: 0, lost: 50 },
    { kept: 0, lost: 0 },
  ])
})

test('without entrants there are no bars', () => {
  expect(buildFunnelBars([0, 0])).toEqual([null, null])
  expect(buildFunnelBars([])).toEqual([])
})

test('no bar leaves the picture, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 10 }), (entrants) => {
      for (const bar of buildFunnelBars(entrants)) {
        if (bar === null) continue
        expect(bar.kept).toBeGreaterThanOrEqual(0)
        expect(bar.lost).toBeGreaterThanOrEqual(0)
        expect(bar.kept + bar.lost).toBeLessThanOrEqual(100 + 1e-9)
      }
    }),
  )
})
