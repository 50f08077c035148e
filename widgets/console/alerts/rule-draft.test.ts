import { expect, test } from 'vitest'
import { draftOf, emptyDraft, inputOf, mistakesOf, ofKind, type StoredDefinition } from './rule-draft.ts'
import type { RuleKind, SavedRule } from './rules.query.ts'

const rule = (definition: StoredDefinition, overrides: Partial<SavedRule> = {}): SavedRule => ({
  id: 'shop/rule/3',
  name: 'Slow shelves',
  kind: definition.kind,
  severity: 'TICKET',
  enabled: true,
  definition: JSON.stringify(definition),
  where: null,
  split: null,
  splitKey: null,
  times: 3,
  of: 5,
  minSample: 30,
  escalateAfter: null,
  channels: [],
  escalationChannels: [],
  states: [],
  evaluatedUntil: null,
  problem: null,
  ...overrides,
})
const bounds = { side: 'ABOVE', bound: 4000, recovery: 3500, windowMs: 900_000 } as const

test('a new one is a slow LCP, as the fields have it', () => {
  expect(inputOf({ ...emptyDraft(), name: ' Slow ' })).toEqual({
    name: 'Slow',
    definition: {
      threshold: {
        metric: 'VITAL_PERCENTILE',
        vital: 'LCP',
        q: 0.75,
        above: 4000,
        recovery: null,
        window: 'PT15M',
      },
    },
    where: null,
    split: null,
    splitKey: null,
    severity: 'PAGE',
    times: 3,
    of: 5,
    minSample: 30,
    escalateAfter: null,
    channels: [],
    escalationChannels: [],
  })
})

test.each<[string, StoredDefinition, object]>([
  [
    'a percentile',
    { kind: 'THRESHOLD', metric: 'VITAL_PERCENTILE', vital: 'INP', q: 0.995, ...bounds },
    {
      threshold: {
        metric: 'VITAL_PERCENTILE',
        vital: 'INP',
        q: 0.995,
        above: 4000,
        recovery: 3500,
        window: 'PT15M',
      },
    },
  ],
  [
    'a share, which is percent in the form',
    {
      kind: 'THRESHOLD',
      metric: 'CRASH_FREE_SESSIONS',
      vital: null,
      q: 0.75,
      ...bounds,
      side: 'BELOW',
      bound: 0.9995,
      recovery: 0.9999,
    },
    { threshold: { metric: 'CRASH_FREE_SESSIONS', below: 0.9995, recovery: 0.9999, window: 'PT15M' } },
  ],
  [
    'an SLO',
    { kind: 'BURN_RATE', slo: 'shop/slo/1', severity: 'PAGE' },
    { burnRate: { slo: 'shop/slo/1', severity: 'PAGE' } },
  ],
  [
    'a funnel',
    { kind: 'FUNNEL', funnel: 'shop/funnel/3', ...bounds, side: 'BELOW', bound: 0.07, recovery: 0.07 },
    { funnel: { funnel: 'shop/funnel/3', below: 0.07, recovery: null, window: 'PT15M' } },
  ],
  [
    'a query',
    {
      kind: 'GRAPHQL',
      query: '{ x }',
      variables: { page: '/' },
      path: ['site', 'nodes', 0, 'views'],
      countPath: ['site', 'n'],
      ...bounds,
    },
    {
      graphql: {
        query: '{ x }',
        variables: { page: '/' },
        path: 'site.nodes.0.views',
        countPath: 'site.n',
        above: 4000,
        recovery: 3500,
        window: 'PT15M',
      },
    },
  ],
])('%s goes through the form as it is', (_, stored, definition) => {
  expect(inputOf(draftOf(rule(stored)))).toMatchObject({ definition })
})

test('whom it is for and who is told goes through the form as it is', () => {
  const saved = rule(
    { kind: 'THRESHOLD', metric: 'VIEWS', ...bounds },
    {
      where: '{"device":{"eq":"MOBILE"}}',
      split: 'FLAG',
      splitKey: 'new-checkout',
      escalateAfter: 'P1DT30M',
      channels: [{ id: 'shop/channel/1', name: 'On call' }],
      escalationChannels: [{ id: 'shop/channel/2', name: 'Everybody' }],
    },
  )
  expect(inputOf(draftOf(saved))).toMatchObject({
    where: { device: { eq: 'MOBILE' } },
    split: 'FLAG',
    splitKey: 'new-checkout',
    escalateAfter: 'PT1470M',
    channels: ['shop/channel/1'],
    escalationChannels: ['shop/channel/2'],
  })
})

test.each<[RuleKind, object]>([
  ['BURN_RATE', { where: null, split: null, times: 1, of: 1, minSample: 0 }],
  ['FUNNEL', { where: { device: { eq: 'MOBILE' } }, split: null }],
  ['GRAPHQL', { where: null, split: null, minSample: 0 }],
])('a %s is sent without what it does not take', (kind, input) => {
  const draft = { ...emptyDraft(), where: '{"device":{"eq":"MOBILE"}}', split: 'COUNTRY' }
  expect(inputOf(ofKind(draft, kind))).toMatchObject(input)
})

test('what is no JSON is told before it is sent', () => {
  const draft = { ...emptyDraft(), where: '{device', variables: '[' }
  expect(mistakesOf(draft).map(({ path }) => path.join('.'))).toEqual(['where'])
  expect(mistakesOf(ofKind(draft, 'GRAPHQL')).map(({ path }) => path.join('.'))).toEqual([
    'definition.graphql.variables',
  ])
  expect(mistakesOf(ofKind(draft, 'BURN_RATE'))).toEqual([])
})
