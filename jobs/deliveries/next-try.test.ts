import { expect, test } from 'vitest'
import { nextTryMs } from './next-try.ts'

const HOUR_MS = 3_600_000
const waits = (random: number) => Array.from({ length: 8 }, (_, i) => nextTryMs(i + 1, random))

test('there are eight tries, the last of them a day after the first at the latest', () => {
  const longest = waits(1 - Number.EPSILON)
  expect(longest[7]).toBeNull()
  const total = longest.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
  expect(total).toBeGreaterThan(23 * HOUR_MS)
  expect(total).toBeLessThanOrEqual(24 * HOUR_MS)
})

test('each wait is anywhere below a bound that grows', () => {
  expect(waits(0).slice(0, 7)).toEqual(Array(7).fill(1000))
  const half = waits(0.5).slice(0, 7)
  expect(half).toEqual([...half].sort((a, b) => Number(a) - Number(b)))
})
