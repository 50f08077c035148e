import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTRIES } from './countries.generated.ts'
import { besideCountry, buildCountryMap, orderMove, STEPS } from './country-map.ts'
import { EARTH } from './earth.ts'

const outlines = [
  ['AA', 10, 10, 20, 'M0 0l20 0 0 20z'],
  ['BB', 50, 10, 20, 'M40 0l20 0 0 20z'],
  ['CC', 90, 10, 0, ''],
] as const
const lcp = [2500, 4000] as const
const stepsOf = (values: (number | null)[], thresholds: typeof lcp | null) =>
  buildCountryMap({
    outlines: values.map((_, index) => [`V${index}`, 0, 0, 1, 'M0 0z'] as const),
    values: values.map((value, index) => ({ code: `V${index}`, value })),
    thresholds,
  }).marks.map(({ step }) => step)

describe('the map of countries', () => {
  it('keeps the order of the values, and draws what has none apart', () => {
    const values = [
      { code: 'CC', value: 3000 },
      { code: 'AA', value: null },
      { code: 'T1', value: 9000 },
    ]
    const { marks, quiet } = buildCountryMap({ outlines, values, thresholds: lcp })
    expect(marks.map(({ code, step, outline }) => [code, step, outline])).toEqual([
      ['CC', 3, ''],
      ['AA', null, 'M0 0l20 0 0 20z'],
    ])
    expect(quiet).toBe('M40 0l20 0 0 20z')
  })

  it('has two steps for each rating; a border belongs to the better one', () => {
    expect(stepsOf([0, 1250, 1251, 2500, 2501, 3250, 4000, 4001, 6000, 6001, 1e9], lcp)).toEqual([
      1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6,
    ])
  })

  it('has even steps up to the highest where nothing is rated', () => {
    expect(stepsOf([0.6, 0.3, 0.29, 0.1, 0], null)).toEqual([6, 3, 3, 1, 1])
    expect(stepsOf([0], null)).toEqual([1])
  })

  it('never shades a higher value less', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), (values, isRated) => {
        const sorted = values.sort((a, b) => a - b)
        const steps = stepsOf(sorted, isRated ? lcp : null).map((step) => step ?? 0)
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
        expect(Math.min(...steps)).toBeGreaterThanOrEqual(1)
        expect(Math.max(...steps)).toBeLessThanOrEqual(STEPS)
      }),
    )
  })

  it.each([
    [0, 'ArrowRight', 1],
    [0, 'ArrowLeft', 0],
    [1, 'ArrowUp', 0],
    [3, 'ArrowDown', 3],
    [0, 'End', 3],
    [3, 'Home', 0],
    [0, 'PageDown', 3],
    [1, 'Enter', null],
  ])('leads from place %i of 4 by %s to %s', (from, key, to) => {
    expect(orderMove(from, key, 4)).toBe(to)
  })

  it.each([
    ['to the right of one in the west', 100, 1, { x: 122, y: 50 }],
    ['to the left of one in the east', 900, 1, { x: 678, y: 50 }],
    ['below where there is no room', 500, 0.3, { x: 100, y: 39 }],
  ])('has the tooltip %s', (_, x, scale, place) => {
    expect(besideCountry(['AA', x, 50, 20, ''], { width: 200, height: 80 }, scale)).toEqual(place)
  })

  it('leads nowhere where there is nothing', () => {
    expect(orderMove(-1, 'End', 0)).toBeNull()
  })
})

describe('the outlines', () => {
  const place = (code: string) => COUNTRIES.find(([name]) => name === code)

  it('name each country once, by its code, within the map', () => {
    const codes = COUNTRIES.map(([code]) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(230)
    for (const [code, x, y] of COUNTRIES) {
      expect(code).toMatch(/^[A-Z]{2}$/)
      expect(x >= 0 && x <= EARTH.width && y >= 0 && y <= EARTH.height, code).toBe(true)
    }
  })

  it.each(['SG', 'MT', 'HK', 'LU', 'BH', 'GF', 'MC'])('have %s as a dot', (code) => {
    expect(place(code)?.[4]).toBe('')
  })

  it.each([
    ['DE', 'CN'],
    ['US', 'FR'],
    ['BR', 'ZA'],
    ['XK', 'TR'],
  ])('have %s to the west of %s', (west, east) => {
    expect(place(west)?.[1]).toBeLessThan(place(east)?.[1] ?? 0)
    expect(place(west)?.[4]).toMatch(/^M\d+ \d+l[-\d ]+z/)
  })

  it('tear no country: only the largest are broad', () => {
    const broad = COUNTRIES.filter(([, , , breadth]) => breadth > 140).map(([code]) => code)
    expect(broad.sort()).toEqual(['CA', 'RU', 'US'])
  })
})
