import { expect, test } from 'vitest'
import { conversion, conversionInterval, conversionWords } from './conversion.ts'

test.each([
  [null, '–'],
  [0, '0%'],
  [0.0002, '< 0.1%'],
  [0.1373, '13.7%'],
  [0.4, '40.0%'],
  [0.99997, '> 99.9%'],
  [1, '100%'],
])('the share %s is written %s', (value, words) => {
  expect(conversion(value, 'en')).toBe(words)
})

test('the evidence names what was counted, and the interval where there is one', () => {
  const share = { value: 0.137, low: 0.131, high: 0.143, count: 1700, total: 12_383 }
  expect(conversionWords(share, 'sessions', 'en')).toBe('1,700 of 12,383 sessions, 95 % interval 13.1%–14.3%')
  expect(conversionInterval({ ...share, low: null }, 'en')).toBeNull()
  expect(conversionWords({ ...share, high: null, count: 0, total: 0 }, 'visitors', 'en')).toBe(
    '0 of 0 visitors',
  )
})
