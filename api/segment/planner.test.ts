import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dimension } from './dimensions.ts'
import type { Condition } from './conditions.ts'
import { type Interval, bucketEdges } from './intervals.ts'
import { type Question, plan } from './planner.ts'
import type { Range } from './range.ts'
import { DAY_MS, HOUR_MS } from './rollups.ts'

const SITE = { id: 1, slug: 'shop', name: 'Shop', origins: [], timeZone: 'UTC' }
const EVERYTHING: Condition = { op: 'all', of: [] }

type Overrides = Partial<Question['scope']> & Partial<Omit<Question, 'scope'>>

function aQuestion({ axes = [], edges = null, ...scope }: Overrides = {}): Question {
  const range = { from: Date.UTC(2026, 9, 20, 10, 30), to: Date.UTC(2026, 9, 23, 4, 15) }
  return { scope: { site: SITE, range, where: EVERYTHING, includeBots: false, ...scope }, axes, edges }
}

const anInstant = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 10, 20) })
const aRange = fc
  .tuple(
    anInstant,
    fc.oneof(fc.integer({ min: 1, max: DAY_MS }), fc.integer({ min: 1, max: 40 * DAY_MS })),
    fc.constantFrom(1, 60_000, HOUR_MS, DAY_MS),
  )
  .map(([from, length, grid]): Range => {
    const start = Math.floor(from / grid) * grid
    return { from: start, to: start + Math.max(grid, Math.ceil(length / grid) * grid) }
  })

test('the pieces tile the range: no gap, no overlap, rollups only where hours and days are whole', () => {
  const zones = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns']
  const splits = fc.option(fc.constantFrom<Interval>('HOUR', 'DAY', 'WEEK', 'MONTH'))
  fc.assert(
    fc.property(aRange, splits, fc.constantFrom(...zones), (range, interval, zone) => {
      const edges = interval === null ? null : bucketEdges(range, interval, zone)
      const { cube, days, hours, deltas, raw } = plan(aQuestion({ range, edges }))
      const pieces = [...(days === null ? [] : [days]), ...hours, ...raw].sort((a, b) => a.from - b.from)
      expect(pieces[0]?.from).toBe(range.from)
      expect(pieces.at(-1)?.to).toBe(range.to)
      pieces.slice(1).forEach(({ from }, i) => expect(from).toBe(pieces[i]?.to))
      for (const { from, to } of pieces) expect(from).toBeLessThan(to)
      for (const { from, to } of hours) expect([from % HOUR_MS, to % HOUR_MS]).toEqual([0, 0])
      if (days !== null) expect([days.from % DAY_MS, days.to % DAY_MS]).toEqual([0, 0])
      // Deltas lie in hours: they belong to all that comes from rollups, and to nothing else.
      const rolled = pieces.filter((piece) => !raw.includes(piece))
      expect(deltas).toEqual(rolled.length === 0 ? null : { from: rolled[0]?.from, to: rolled.at(-1)?.to })
      expect(cube === null).toBe(rolled.length === 0)
      // No rollup row lies in two buckets.
      for (const edge of (edges ?? []).slice(1, -1)) {
        if (days !== null && edge > days.from && edge < days.to) expect(edge % DAY_MS).toBe(0)
        for (const { from, to } of hours) if (edge > from && edge < to) expect(edge % HOUR_MS).toBe(0)
      }
    }),
    { numRuns: 500 },
  )
})

test('ragged ends are raw, whole hours and days are rolled up', () => {
  const hour = (day: number, at: number) => Date.UTC(2026, 9, day, at)
  expect(plan(aQuestion())).toEqual({
    cube: { code: 0, dimensions: [] },
    days: { from: hour(21, 0), to: hour(23, 0) },
    hours: [
      { from: hour(20, 11), to: hour(21, 0) },
      { from: hour(23, 0), to: hour(23, 4) },
    ],
    deltas: { from: hour(20, 11), to: hour(23, 4) },
    raw: [
      { from: Date.UTC(2026, 9, 20, 10, 30), to: hour(20, 11) },
      { from: hour(23, 4), to: Date.UTC(2026, 9, 23, 4, 15) },
    ],
  })
})

const field = (dimension: Dimension): Condition => ({ op: 'known', field: { dimension } })

test.each<[string, Overrides, number | null]>([
  ['nothing', {}, 0],
  ['the environment and the navigation type', { axes: ['ENVIRONMENT', 'NAVIGATION_TYPE'] }, 0],
  ['the device', { axes: ['DEVICE'] }, 2],
  ['a filter on the country', { where: field('COUNTRY') }, 3],
  ['pages', { axes: ['PAGE'] }, 1],
  ['pages, filtered by device', { axes: ['PAGE'], where: { op: 'not', of: field('DEVICE') } }, 7],
  ['pages, filtered by country', { axes: ['PAGE'], where: field('COUNTRY') }, null],
  ['referrers', { axes: ['REFERRER'] }, null],
  ['a flag', { where: { op: 'any', of: [{ op: 'known', field: { flag: 'a' } }] } }, null],
  ['an attribute', { where: { op: 'known', field: { attribute: 'a' } } }, null],
  ['bots', { includeBots: true }, null],
])('a question about %s takes the smallest cube that covers it', (_, overrides, code) => {
  expect(plan(aQuestion(overrides)).cube?.code ?? null).toBe(code)
})
