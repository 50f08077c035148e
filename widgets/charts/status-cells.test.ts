import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCells, dayState, daysThatFit } from './status-cells.ts'

describe('a day', () => {
  it.each([
    ['kept the objective', 1, 100, 0.4, 'good'],
    ['kept it though the budget of the window is used up', 1, 100, -0.4, 'good'],
    ['burned budget', 2, 100, 0.01, 'burned'],
    ['missed it', 2, 100, 0, 'missed'],
    ['had no events', 0, 0, 0.4, 'none'],
    ['had no events in a used-up budget', 0, 0, -1, 'none'],
  ] as const)('that %s', (_, bad, total, budgetRemaining, state) => {
    expect(dayState({ bad, total, budgetRemaining }, 0.99)).toBe(state)
  })

  it('keeps an objective to the last event, whatever binary fractions say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 10_000 }),
        (percent, hundreds) => {
          const day = { bad: (100 - percent) * hundreds, total: 100 * hundreds, budgetRemaining: 0.5 }
          expect(dayState(day, percent / 100)).toBe('good')
          expect(dayState({ ...day, bad: day.bad + 1 }, percent / 100)).toBe('burned')
        },
      ),
    )
  })
})

describe('cells', () => {
  it('are as many as fit, and no more than there are', () => {
    expect([daysThatFit(326, 90), daysThatFit(1000, 90), daysThatFit(10, 90)]).toEqual([46, 90, 1])
  })

  it('end at the right edge and do not touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 2000 }), fc.integer({ min: 7, max: 365 }), (width, days) => {
        const cells = buildCells(daysThatFit(width, days), width)
        const last = cells.at(-1)
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 6)
        cells.forEach(({ x, width }, index) => {
          expect(x).toBeGreaterThanOrEqual(-1e-9)
          expect(width).toBeGreaterThanOrEqual(5 - 1e-9)
          expect(cells[index + 1]?.x ?? Infinity).toBeGreaterThan(x + width + 1)
        })
      }),
    )
  })
})
