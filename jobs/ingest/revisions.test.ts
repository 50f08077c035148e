import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Report, settle } from './revisions.ts'

function aReport(overrides: Partial<Report> = {}): Report {
  const context = { siteId: 1 } as Report['context']
  return {
    context,
    session: 's',
    view: 'v',
    seq: 1,
    revision: 0,
    time: 1000,
    metric: 'LCP',
    value: 1800,
    stored: false,
    ...overrides,
  }
}

const reports = fc.array(
  fc
    .record({
      view: fc.constantFrom('a', 'b'),
      metric: fc.constantFrom('LCP', 'INP'),
      revision: fc.integer({ min: 0, max: 3 }),
      time: fc.integer({ min: 1, max: 3 }),
      seq: fc.integer({ min: 0, max: 3 }),
      value: fc.integer({ min: 0, max: 3 }),
      stored: fc.boolean(),
    })
    .map((fields) => aReport(fields as Partial<Report>)),
  { maxLength: 12 },
)

test('one report stays for each view and metric, the others lose, in whatever order they come', () => {
  fc.assert(
    fc.property(reports, fc.func(fc.integer()), (list, order) => {
      const { winners, losers } = settle(list)
      expect([...winners, ...losers].length).toBe(list.length)
      expect(new Set([...winners, ...losers])).toEqual(new Set(list))
      const keys = winners.map(({ view, metric }) => `${view} ${metric}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const loser of losers) {
        const winner = winners.find(({ view, metric }) => view === loser.view && metric === loser.metric)
        expect(winner?.revision).toBeGreaterThanOrEqual(loser.revision)
      }
      const plain = (found: Report[]) =>
        found
          .map(({ view, metric, revision, time, seq, value }) =>
            JSON.stringify([view, metric, revision, time, seq, value]),
          )
          .toSorted()
      const shuffled = list.toSorted((a, b) => order(a) - order(b))
      expect(plain(settle(shuffled).winners)).toEqual(plain(winners))
    }),
    { numRuns: 500 },
  )
})

test('the higher revision stays, though it came first; without revisions the later report', () => {
  const [first, second] = [aReport({ revision: 2, time: 1 }), aReport({ revision: 1, time: 9 })]
  expect(settle([first, second])).toEqual({ winners: [first], losers: [second] })
  const [early, late] = [aReport({ time: 1 }), aReport({ time: 2, seq: 0 })]
  expect(settle([late, early])).toEqual({ winners: [late], losers: [early] })
})

test('sites, sessions, views and metrics do not contend with each other', () => {
  const list = [
    aReport(),
    aReport({ session: 't' }),
    aReport({ view: 'w' }),
    aReport({ metric: 'INP' }),
    aReport({ context: { siteId: 2 } as Report['context'] }),
  ]
  expect(settle(list).losers).toEqual([])
})
