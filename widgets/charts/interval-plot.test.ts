import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIntervals } from './interval-plot.ts'

describe('intervals around 0', () => {
  it('share a scale that ends at a round number, 0 in its middle', () => {
    const { reach, marks } = buildIntervals([
      { value: 0.05, low: 0.02, high: 0.08 },
      { value: 0, low: -0.04, high: 0.04 },
    ])
    expect(reach).toBe(0.08)
    expect(marks[0]?.span).toEqual({ from: 62.5, to: 100, cutLow: false, cutHigh: false })
    expect(marks[1]?.point).toBe(50)
  })

  it('are cut where one is so wide that it would press the others flat', () => {
    const { reach, marks } = buildIntervals([
      { value: 0.05, low: 0.02, high: 0.08 },
      { value: 0.01, low: -9, high: 9 },
    ])
    expect(reach).toBe(0.15)
    expect(marks[1]?.span).toEqual({ from: 0, to: 100, cutLow: true, cutHigh: true })
  })

  it('are not drawn where nothing is known', () => {
    expect(buildIntervals([{ value: null, low: null, high: null }])).toEqual({
      reach: 0.02,
      marks: [{ point: null, span: null }],
    })
    expect(buildIntervals([])).toEqual({ reach: 0.02, marks: [] })
  })

  it('always stand within the width, in order, and every difference uncut', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 }), (rows) => {
        const sorted = rows.map((row) => [...row].sort((a, b) => a - b))
        const { reach, marks } = buildIntervals(
          sorted.map(([low = 0, value = 0, high = 0]) => ({ low, value, high })),
        )
        marks.forEach(({ point, span }, index) => {
          expect(Math.abs(sorted[index]?.[1] ?? 0)).toBeLessThanOrEqual(reach)
          expect(span?.from).toBeGreaterThanOrEqual(0)
          expect(span?.to).toBeLessThanOrEqual(100)
          expect(point).toBeGreaterThanOrEqual((span?.from ?? 0) - 1e-9)
          expect(point).toBeLessThanOrEqual((span?.to ?? 100) + 1e-9)
        })
      }),
    )
  })
})
