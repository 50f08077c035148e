import { expect, it } from 'vitest'
import { parseFlagMetrics } from './flag-metrics.ts'

it.each([
  [
    'LCP, CRASH_FREE_SESSIONS',
    [
      { input: { vital: { metric: 'LCP' } }, unit: 'ms' },
      { input: { figure: 'CRASH_FREE_SESSIONS' }, unit: 'share' },
    ],
  ],
  [
    '[{"vital":{"metric":"CLS"}},{"vital":{"metric":"LCP","of":"GOOD_SHARE"}},{"figure":"VIEWS_PER_SESSION"},{"conversion":{"page":{"eq":"/"}}}]',
    [
      { input: { vital: { metric: 'CLS' } }, unit: 'score' },
      { input: { vital: { metric: 'LCP', of: 'GOOD_SHARE' } }, unit: 'share' },
      { input: { figure: 'VIEWS_PER_SESSION' }, unit: 'number' },
      { input: { conversion: { page: { eq: '/' } } }, unit: 'share' },
    ],
  ],
  ['LCP,toString', 'There is no metric toString.'],
  ['', 'There is no metric .'],
  ['[', 'The metrics attribute is not a JSON list: ['],
  ['[7]', 'A metric is not an object: 7'],
  ['[]', 'Name 1 to 20 metrics.'],
])('%s names %j', (text, metrics) => {
  expect(parseFlagMetrics(text)).toEqual(metrics)
})
