import { expect, test } from 'vitest'
import type { ErrorState } from '../schema.generated.ts'
import { type Decision, type Since, stateOf } from './error-state.ts'

const NOW = 1000
const released = new Map([
  ['web@1', 100],
  ['web@2', 200],
  ['web@3', 300],
])

const aDecision = (overrides: Partial<Decision>): Decision => ({
  state: 'RESOLVED',
  release: null,
  until: null,
  count: null,
  at: new Date(500),
  by: 'ci',
  ...overrides,
})
const seenIn = (...releases: (string | null)[]): Since => ({
  releases: releases.map((release) => ({ release, at: 600 })),
  events: releases.length,
})
const NEVER: Since = { releases: [], events: 0 }

test.each<[string, Decision | null, Since, ErrorState]>([
  ['nobody decided', null, seenIn('web@1'), 'OPEN'],
  ['it was opened again', aDecision({ state: 'OPEN' }), seenIn('web@1'), 'OPEN'],
  ['it was resolved and not seen since', aDecision({}), NEVER, 'RESOLVED'],
  ['it was resolved everywhere and seen anywhere', aDecision({}), seenIn('web@1'), 'REGRESSED'],
  ['it was resolved everywhere and seen in no release', aDecision({}), seenIn(null), 'REGRESSED'],
  ['it was resolved in 2 and seen in 1', aDecision({ release: 'web@2' }), seenIn('web@1'), 'RESOLVED'],
  [
    'it was resolved in 2 and seen in 2',
    aDecision({ release: 'web@2' }),
    seenIn('web@1', 'web@2'),
    'REGRESSED',
  ],
  ['it was resolved in 2 and seen in 3', aDecision({ release: 'web@2' }), seenIn('web@3'), 'REGRESSED'],
  ['it was resolved in 2 and seen in no release', aDecision({ release: 'web@2' }), seenIn(null), 'RESOLVED'],
  [
    'it was resolved in 2 and seen in one without views, later than 2',
    aDecision({ release: 'web@2' }),
    seenIn('hotfix'),
    'REGRESSED',
  ],
  [
    'it was resolved in a release to come and seen in the latest',
    aDecision({ release: 'web@4' }),
    seenIn('web@3'),
    'RESOLVED',
  ],
  [
    'it was resolved in a release without views and seen in it',
    aDecision({ release: 'web@4' }),
    seenIn('web@4'),
    'REGRESSED',
  ],
  ['it was ignored', aDecision({ state: 'IGNORED' }), seenIn('web@1'), 'IGNORED'],
  [
    'it was ignored until a moment to come',
    aDecision({ state: 'IGNORED', until: new Date(NOW + 1) }),
    seenIn('web@1'),
    'IGNORED',
  ],
  ['it was ignored until now', aDecision({ state: 'IGNORED', until: new Date(NOW) }), NEVER, 'OPEN'],
  [
    'it was ignored for 3 events and 2 came',
    aDecision({ state: 'IGNORED', count: 3 }),
    seenIn('a', 'a'),
    'IGNORED',
  ],
  [
    'it was ignored for 2 events and 2 came',
    aDecision({ state: 'IGNORED', count: 2 }),
    seenIn('a', 'a'),
    'OPEN',
  ],
])('if %s', (_, decision, since, expected) => {
  expect(stateOf(decision, since, { released, now: NOW })).toBe(expected)
})
