import { expect, test } from 'vitest'
import { draftOf, emptyDraft, inputOf, worstUnit } from './flag-draft.ts'
import type { FlagRow } from './flags.query.ts'

const flag = (overrides: Partial<FlagRow> = {}): FlagRow => ({
  id: 'shop/flag/new-checkout',
  key: 'new-checkout',
  variants: [
    { key: 'on', sessions: 6300 },
    { key: 'off', sessions: 6240 },
  ],
  lastEvaluation: '2026-11-21T09:00:00.000Z',
  control: 'off',
  split: null,
  metrics: '[]',
  guardrails: '[]',
  owner: null,
  channels: [],
  startedAt: '2026-11-10T08:15:42.000Z',
  updatedAt: '2026-11-10T08:15:42.000Z',
  ...overrides,
})
const again = (overrides: Partial<FlagRow>) =>
  inputOf(draftOf(flag(overrides), 'Europe/Berlin'), 'Europe/Berlin')

test('one that was only seen begins with the usual figures, against the variant that is as before', () => {
  const seen = flag({ control: null, metrics: null, guardrails: null, startedAt: null })
  expect(inputOf(draftOf(seen, 'UTC'), 'UTC')).toEqual({
    key: 'new-checkout',
    control: 'off',
    owner: null,
    split: null,
    startedAt: null,
    metrics: [
      { vital: { metric: 'LCP' } },
      { vital: { metric: 'INP' } },
      { figure: 'CRASH_FREE_SESSIONS' },
      { figure: 'ENGAGEMENT_RATE' },
    ],
    guardrails: [],
    channels: [],
  })
})

test('without a variant of a telling name the one of most sessions is the control', () => {
  expect(emptyDraft(flag({ variants: [{ key: 'blue', sessions: 2 }] })).control).toBe('blue')
  expect(emptyDraft(null).control).toBe('')
})

test('what was saved goes through the form as it is', () => {
  const split = [
    { variant: 'on', weight: 1 },
    { variant: 'off', weight: 9 },
  ]
  const metrics = [
    { vital: { metric: 'LCP' } },
    { figure: 'BOUNCE_RATE' },
    { conversion: { event: 'order' } },
    // The form has no fields for these.
    { vital: { metric: 'INP', q: 0.9 } },
    { name: 'Basket', conversion: { event: 'basket' } },
    { conversion: { page: { eq: '/thanks' } } },
    { funnel: { steps: [] } },
  ]
  const guardrails = [
    { metric: { vital: { metric: 'INP' } }, worst: 50, relative: false },
    { metric: { figure: 'CRASH_FREE_SESSIONS' }, worst: 0.007, relative: false },
    { metric: { vital: { metric: 'LCP' } }, worst: 0.1, relative: true },
    { metric: { conversion: { event: 'order' } }, worst: 0.02, relative: false },
    { metric: { funnel: { steps: [] } }, worst: 0.01 },
  ]
  const saved = again({
    split,
    metrics: JSON.stringify(metrics),
    guardrails: JSON.stringify(guardrails),
    owner: 'Checkout',
    channels: [{ id: 'shop/channel/1', name: 'On call' }],
  })
  expect(saved).toEqual({
    key: 'new-checkout',
    control: 'off',
    owner: 'Checkout',
    split,
    // To the second, though the field has minutes.
    startedAt: '2026-11-10T08:15:42.000Z',
    metrics,
    guardrails,
    channels: ['shop/channel/1'],
  })
})

test('defaults that were written out are the plain metric', () => {
  const metrics = [{ vital: { metric: 'LCP', of: 'QUANTILE', q: 0.75 }, aim: null }]
  expect(again({ metrics: JSON.stringify(metrics) })).toMatchObject({
    metrics: [{ vital: { metric: 'LCP' } }],
  })
})

test('another start is on the clocks of the site', () => {
  const draft = draftOf(flag(), 'Europe/Berlin')
  expect(draft.startedAt).toBe('2026-11-10T09:15')
  expect(inputOf({ ...draft, startedAt: '2026-11-11T00:00' }, 'Europe/Berlin')).toMatchObject({
    startedAt: '2026-11-10T23:00:00.000Z',
  })
})

test('an event without a name is not sent', () => {
  const draft = { ...draftOf(flag(), 'UTC'), conversions: [' ', ' order '] }
  expect(inputOf(draft, 'UTC')).toMatchObject({ metrics: [{ conversion: { event: 'order' } }] })
})

test.each([
  ['vital:LCP', false, 'ms'],
  ['vital:CLS', false, 'points of the score'],
  ['figure:BOUNCE_RATE', false, 'percentage points'],
  ['figure:VIEWS_PER_SESSION', false, 'per session'],
  ['event:order', false, 'percentage points'],
  ['vital:LCP', true, '% of the control'],
] as const)('the worst change of %s (relative: %s) is in %s', (metric, relative, unit) => {
  expect(worstUnit(metric, relative)).toBe(unit)
})
