import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, mergeSettings } from './settings.ts'

test('what is said replaces the default, group by group, and the defaults stay as they are', () => {
  const before = structuredClone(DEFAULT_SETTINGS)
  const merged = mergeSettings(DEFAULT_SETTINGS, {
    sampling: { rate: 0.1 },
    tracing: { origins: ['https://api.example'] },
  })
  expect(merged.sampling).toEqual({ rate: 0.1, keepErrors: true })
  expect(merged.tracing.origins).toEqual(['https://api.example'])
  expect(merged.capture).toEqual(DEFAULT_SETTINGS.capture)
  expect(DEFAULT_SETTINGS).toEqual(before)
})

test.each([
  [null],
  ['text'],
  [{ sampling: null }],
  [{ sampling: { rate: '0.1' } }],
  [{ capture: 'all' }],
  [{ tracing: { origins: 'https://api.example' } }],
  [{ unknown: { rate: 1 } }],
])('what is of another type or name is left out: %j', (patch) => {
  expect(mergeSettings(DEFAULT_SETTINGS, patch)).toEqual(DEFAULT_SETTINGS)
})
