import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test.each([
  [null, '–'],
  [0, '0 byte'],
  [840, '840 byte'],
  [999.6, '1 kB'],
  [92_400, '92 kB'],
  [999_700, '1 MB'],
  [1_240_000, '1.2 MB'],
  [12_400_000, '12 MB'],
  [4.2e9, '4.2 GB'],
  [7e15, '7,000 TB'],
])('%s bytes are written %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words)
})
