import { describe, expect, it } from 'vitest'
import { formatBounds, formatRate } from './burn.ts'
import { formatBudget, formatCompliance, formatObjective } from './objective.ts'
import { formatSpan } from './time.ts'

describe('shares beside an objective', () => {
  it.each([
    [0.9149, 0.9, '91.4%'],
    [0.98999, 0.99, '98.99%'],
    [0.99, 0.99, '99.00%'],
    [0.999, 0.999, '99.900%'],
    [0.8999999, 0.9, '89.9%'],
    [1, 0.75, '100.0%'],
    [0, 0.75, '0.0%'],
    [null, 0.9, '–'],
  ])('%s of %s reads %s', (value, objective, text) => {
    expect(formatCompliance(value, objective, 'en')).toBe(text)
  })

  it('have bounds or none, in the language of the page', () => {
    expect(formatBounds(0.9, 0.92, 0.9, 'en')).toBe('90.0%–92.0%')
    expect(formatBounds(null, 0.92, 0.9, 'en')).toBeNull()
    expect(formatObjective(0.9995, 'de')).toBe('99,95\u00a0%')
  })
})

it.each([
  [0.16, '16%'],
  [0.999, '99%'],
  [0.034, '3.4%'],
  [0.0004, '< 0.1%'],
  [0, '0%'],
  [1, '100%'],
  [-0.42, '-42%'],
  [null, '–'],
])('a budget of %s reads %s', (share, text) => {
  expect(formatBudget(share, 'en')).toBe(text)
})

it.each([
  [0, '0×'],
  [0.416, '0.42×'],
  [3.14, '3.1×'],
  [16.4, '16×'],
  [null, '–'],
])('a burn rate of %s reads %s', (rate, text) => {
  expect(formatRate(rate, 'en')).toBe(text)
})

it.each([
  [0, '0 sec'],
  [20_000, '1 min'],
  [300_000, '5 min'],
  [5_400_000, '1 hr 30 min'],
  [86_400_000, '1 day'],
  [187_200_000, '2 days 4 hr'],
])('%s ms is %s', (ms, text) => {
  expect(formatSpan(ms, 'en')).toBe(text)
})
