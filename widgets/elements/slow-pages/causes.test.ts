import { expect, test } from 'vitest'
import { slowSince, slowestFor } from './causes.ts'
import type { Part, Slowness } from './slow-pages.query.ts'

const slowness = (
  value: number,
  { count = 400, slow = 100, spread = 0.05, thin = false } = {},
): Slowness => ({
  percentile: {
    value,
    low: thin ? null : value * (1 - spread),
    high: thin ? null : value * (1 + spread),
    count,
    thin,
  },
  shares: { needsImprovementCount: slow, poorCount: 0 },
})
const part = (key: string | null, ...of: Parameters<typeof slowness>): Part => ({
  key,
  segment: { vital: slowness(...of) },
})
const page = (parts: Partial<Record<'devices' | 'countries' | 'browsers', Part[]>>) => ({
  vital: { ...slowness(3000, { count: 1000, slow: 400 }), unit: 'ms', rating: 'NEEDS_IMPROVEMENT' as const },
  devices: [],
  countries: [],
  browsers: [],
  releases: [],
  ...parts,
})

test('it is slow for those who have more of the slow views than their size would give them', () => {
  const whom = slowestFor(
    page({
      devices: [
        part('MOBILE', 4800, { count: 500, slow: 340 }),
        part('DESKTOP', 1800, { count: 500, slow: 60 }),
      ],
      countries: [part('BR', 6000, { count: 100, slow: 80 })],
    }),
  )
  expect(whom).toMatchObject({ dimension: 'DEVICE', key: 'MOBILE', shareOfSlow: 0.85, shareOfAll: 0.5 })
})

test.each([
  ['its interval reaches down to the p75 of the page', part('MOBILE', 3100, { count: 500, slow: 340 })],
  ['it is thin', part('MOBILE', 9000, { count: 20, slow: 20, thin: true })],
  ['it has hardly more of the slow views than of all', part('MOBILE', 4800, { count: 900, slow: 370 })],
])('nobody is named where %s', (_, mobile) => {
  expect(slowestFor(page({ devices: [mobile] }))).toBeNull()
})

const seen = new Map([
  ['1.0', 1],
  ['1.1', 2],
  ['1.2', 3],
  ['1.3', 4],
])

test('it began with the release whose interval lies above the one before, and which none has mended', () => {
  expect(slowSince([part('1.2', 3900), part('1.0', 2000), part('1.1', 2050)], seen)).toEqual({
    version: '1.2',
    before: 2050,
    after: 3900,
  })
})

test('of two steps up the later one is named', () => {
  const releases = [part('1.0', 2000), part('1.1', 3000), part('1.2', 3050), part('1.3', 4500)]
  expect(slowSince(releases, seen)?.version).toBe('1.3')
})

test.each([
  ['a later release has mended it', [part('1.0', 2000), part('1.1', 3900), part('1.2', 2000)]],
  ['it has always been so', [part('1.0', 3900), part('1.1', 3900)]],
  ['the release is thin', [part('1.0', 2000), part('1.1', 3900, { thin: true })]],
  ['the release is not known by when it came', [part('1.0', 2000), part('9.9', 3900)]],
  ['there is one release alone', [part('1.0', 3900)]],
])('no release is named where %s', (_, releases) => {
  expect(slowSince(releases, seen)).toBeNull()
})
