import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildBurnDown } from './burn-down-marks.ts'
import { burnDown, type BudgetBucket } from './burn-down.ts'

const DAY = 86_400_000

const days = (...counts: [bad: number, total: number][]): BudgetBucket[] =>
  counts.map(([bad, total], index) => ({ start: index * DAY, end: (index + 1) * DAY, bad, total }))
const SIZE = { width: 600, height: 240, timeZone: 'UTC', locale: 'en' }

describe('a budget that burns down', () => {
  it('begins whole and ends with what the bad events left of it', () => {
    // 400 events, 10 % of them may be bad: 40.
    const points = burnDown(days([10, 100], [0, 0], [20, 300]), 0.9)
    expect(points.map(({ left }) => Number(left.toFixed(9)))).toEqual([1, 0.75, 0.75, 0.25])
    expect(points.map(({ even }) => even)).toEqual([1, 0.75, 0.75, 0])
    expect(points.map(({ at }) => at / DAY)).toEqual([0, 1, 2, 3])
  })

  it('is nothing without events', () => {
    expect(burnDown([], 0.9)).toEqual([])
    expect(burnDown(days([0, 0]), 0.9)).toEqual([])
  })

  it('never grows, and lies on the even line where each bucket uses its own part', () => {
    const bucket = fc
      .tuple(fc.nat(50), fc.nat(1000))
      .map(([bad, more]): [number, number] => [bad, bad + more])
    fc.assert(
      fc.property(fc.array(bucket, { minLength: 1, maxLength: 40 }), (counts) => {
        const points = burnDown(days(...counts), 0.9)
        points.forEach(({ left, even }, index) => {
          expect(left).toBeLessThanOrEqual((points[index - 1]?.left ?? 1) + 1e-9)
          expect(even).toBeGreaterThanOrEqual(-1e-9)
        })
        const fair = burnDown(days(...counts.map(([, total]): [number, number] => [total / 10, total])), 0.9)
        for (const { left, even } of fair) expect(left).toBeCloseTo(even, 9)
      }),
    )
  })
})

describe('its picture', () => {
  const points = burnDown(days([10, 100], [50, 300]), 0.9)

  it('reaches below 0 as far as the budget is overdrawn, in round shares', () => {
    const { shareTicks, zeroY, points: drawn, plot } = buildBurnDown({ ...SIZE, points, events: [] })
    expect(shareTicks[0]?.share).toBeLessThanOrEqual(-0.5)
    expect(shareTicks.map(({ share }) => share)).toContain(0)
    expect(shareTicks.at(-1)?.share).toBe(1)
    expect(drawn.at(-1)?.y).toBeGreaterThan(zeroY)
    expect(drawn.at(-1)?.evenY).toBeCloseTo(zeroY, 6)
    for (const { y } of drawn) expect(y).toBeLessThanOrEqual(plot.y + plot.height + 1e-9)
  })

  it('is cut where a budget is overdrawn many times over', () => {
    const marks = buildBurnDown({ ...SIZE, points: burnDown(days([100, 100]), 0.99), events: [] })
    expect(marks.points.at(-1)?.y).toBeCloseTo(marks.plot.y + marks.plot.height, 6)
    expect(marks.shareTicks[0]?.share).toBe(-2)
  })

  it('marks what happened meanwhile, and leaves out what happened at other times', () => {
    const events = [
      { at: -1, label: 'before' },
      { at: DAY, label: '1.0' },
      { at: 9 * DAY, label: 'after' },
    ]
    expect(buildBurnDown({ ...SIZE, points, events }).events.map(({ label }) => label)).toEqual(['1.0'])
  })

  it.each([
    [600, ['Jan 1', 'Jan 7', 'Jan 13', 'Jan 19', 'Jan 25']],
    [240, ['Jan 1', 'Jan 17']],
  ])('labels days that it has points for: %s wide', (width, labels) => {
    const month = burnDown(days(...Array.from({ length: 30 }, (): [number, number] => [1, 100])), 0.9)
    const marks = buildBurnDown({ ...SIZE, width, points: month, events: [] })
    expect(marks.timeTicks.map(({ label }) => label)).toEqual(labels)
    for (const { x } of marks.timeTicks) expect(marks.points.map((point) => point.x)).toContain(x)
  })

  it('labels no beginning that would run into the next label', () => {
    const month = burnDown(days(...Array.from({ length: 8 }, (): [number, number] => [1, 100])), 0.9)
    // It begins an hour before the end of its first day.
    const points = month.map((point, index) => (index === 0 ? { ...point, at: DAY - DAY / 24 } : point))
    const labels = buildBurnDown({ ...SIZE, width: 1000, points, events: [] }).timeTicks.map(
      ({ label }) => label,
    )
    expect(labels.slice(0, 2)).toEqual(['Jan 2', 'Jan 3'])
  })

  it('is empty without points', () => {
    expect(buildBurnDown({ ...SIZE, points: [], events: [] })).toMatchObject({
      line: '',
      area: '',
      points: [],
    })
  })
})
