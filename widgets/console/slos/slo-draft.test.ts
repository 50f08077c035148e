import { expect, test } from 'vitest'
import { definitionOf, draftOf, emptyDraft } from './slo-draft.ts'
import type { SloDefinition } from './slos.query.ts'

const slo = (overrides: Partial<SloDefinition> = {}): SloDefinition => ({
  id: 'shop/slo/1',
  name: 'Pages show fast',
  description: null,
  objective: 0.999,
  indicator: {
    kind: 'VITAL',
    metric: 'LCP',
    threshold: null,
    endpoint: null,
    slowerThan: null,
    name: null,
  },
  window: { days: 28, calendar: null, start: null, timeZone: null },
  budgeting: { method: 'OCCURRENCES', target: null, width: null },
  fanOut: null,
  where: null,
  preset: 'GOOGLE',
  rules: [],
  ...overrides,
})
const again = (overrides: Partial<SloDefinition>) => definitionOf(draftOf(slo(overrides)))

test('a new one is three quarters of good LCP over four weeks, as the field has it', () => {
  expect(definitionOf(emptyDraft())).toEqual({
    objective: 0.75,
    indicator: { kind: 'VITAL', metric: 'LCP' },
    window: { days: 28 },
    preset: 'GOOGLE',
  })
})

test('an objective keeps its digits through percent', () => {
  expect(draftOf(slo({ objective: 0.9995 })).objective).toBe('99.95')
  expect(again({ objective: 0.9995 })).toMatchObject({ objective: 0.9995 })
})

test('what the form has no field for stays as it is', () => {
  const budgeting = { method: 'TIMESLICES', target: 0.95, width: 'PT5M' }
  const window = { days: null, calendar: 'MONTH', start: '2026-01-05T00:00:00', timeZone: 'Europe/Berlin' }
  const rules = [{ name: 'fast', factor: 3, long: 'PT1H', short: 'PT5M', severity: 'PAGE' }]
  const fanOut = { dimension: 'FLAG', key: 'new-checkout' }
  expect(
    again({ budgeting, window, rules, preset: null, fanOut, where: '{"device":{"eq":"MOBILE"}}' }),
  ).toEqual({
    objective: 0.999,
    indicator: { kind: 'VITAL', metric: 'LCP' },
    budgeting,
    window: { calendar: 'MONTH', start: '2026-01-05T00:00:00', timeZone: 'Europe/Berlin' },
    rules,
    fanOut,
    where: { device: { eq: 'MOBILE' } },
  })
})

test('another window has nothing of the calendar of the one before', () => {
  const draft = draftOf(slo({ window: { days: null, calendar: 'MONTH', start: 'x', timeZone: 'UTC' } }))
  expect(definitionOf({ ...draft, window: '7' })).toMatchObject({ window: { days: 7 } })
  expect(definitionOf({ ...draft, window: 'WEEK' })).toMatchObject({ window: { calendar: 'WEEK' } })
})

test('each indicator is asked for with its own fields alone', () => {
  const draft = {
    ...emptyDraft(),
    endpoint: 'GET a/b',
    slowerThan: '2000',
    transaction: 'pay',
    threshold: '1800',
  }
  const indicator = (kind: typeof draft.kind) => definitionOf({ ...draft, kind }) as { indicator: object }
  expect(indicator('VITAL').indicator).toEqual({ kind: 'VITAL', metric: 'LCP', threshold: 1800 })
  expect(indicator('REQUESTS').indicator).toEqual({ kind: 'REQUESTS', endpoint: 'GET a/b', slowerThan: 2000 })
  expect(indicator('TRANSACTIONS').indicator).toEqual({ kind: 'TRANSACTIONS', name: 'pay' })
  expect(indicator('CRASH_FREE').indicator).toEqual({ kind: 'CRASH_FREE' })
})

test('a filter that is no JSON is not sent', () => {
  expect(() => definitionOf({ ...emptyDraft(), where: '{device' })).toThrow(SyntaxError)
})
