import { expect, test } from 'vitest'
import type { StoredDefinition } from './rule-draft.ts'
import { patienceWords, ruleWords } from './rule-words.ts'

const world = {
  slos: [{ id: 'shop/slo/1', name: 'Pages show fast' }],
  funnels: [{ id: 'shop/funnel/3', name: 'Buy a desk' }],
}
const bounds = { side: 'ABOVE', bound: 4000, recovery: 4000, windowMs: 900_000 } as const

test.each<[StoredDefinition, string]>([
  [
    { kind: 'THRESHOLD', metric: 'VITAL_PERCENTILE', vital: 'LCP', q: 0.75, ...bounds },
    'p75 of LCP above 4 s over 15 min',
  ],
  [
    { kind: 'THRESHOLD', metric: 'VITAL_PERCENTILE', vital: 'CLS', q: 0.999, ...bounds, bound: 0.25 },
    'p99.9 of CLS above 0.25 over 15 min',
  ],
  [
    { kind: 'THRESHOLD', metric: 'CRASH_FREE_SESSIONS', ...bounds, side: 'BELOW', bound: 0.995 },
    'Crash-free sessions below 99.5% over 15 min',
  ],
  [{ kind: 'THRESHOLD', metric: 'VIEWS', ...bounds, side: 'BELOW', bound: 12 }, 'Views below 12 over 15 min'],
  [{ kind: 'BURN_RATE', slo: 'shop/slo/1', severity: null }, 'Budget of “Pages show fast” burns too fast'],
  [
    { kind: 'BURN_RATE', slo: '1', severity: 'PAGE' },
    'Budget of “Pages show fast” burns too fast, by its rules that page',
  ],
  [
    { kind: 'FUNNEL', funnel: 'shop/funnel/3', ...bounds, side: 'BELOW', bound: 0.4, windowMs: 3_600_000 },
    'Conversion of “Buy a desk” below 40% over 1 hr',
  ],
  // One that was deleted.
  [
    { kind: 'FUNNEL', funnel: 'shop/funnel/9', ...bounds, side: 'BELOW', bound: 0.4 },
    'Conversion of “shop/funnel/9” below 40% over 15 min',
  ],
  [
    { kind: 'GRAPHQL', path: ['site', 'segment', 'views'], ...bounds },
    'site.segment.views above 4,000 over 15 min',
  ],
])('%o', (definition, words) => {
  // Between a number and its unit stands a space that does not break.
  const plain = ruleWords({ definition: JSON.stringify(definition) }, world, 'en').replaceAll('\u00a0', ' ')
  expect(plain).toBe(words)
})

test.each([
  [{ kind: 'THRESHOLD', times: 3, of: 5 }, 'bad in 3 of the last 5 evaluations'],
  [{ kind: 'FUNNEL', times: 2, of: 2 }, 'bad 2 times in a row'],
  [{ kind: 'GRAPHQL', times: 1, of: 1 }, 'bad once'],
  [{ kind: 'BURN_RATE', times: 1, of: 1 }, 'by the rules of the SLO'],
] as const)('%o', (rule, words) => {
  expect(patienceWords(rule)).toBe(words)
})
