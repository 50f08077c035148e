import { expect, test } from 'vitest'
import { createTokenBuckets } from './token-buckets.ts'

function someBuckets() {
  const clock = { now: 0 }
  const buckets = createTokenBuckets({ capacity: 3, perSecond: 0.5, now: () => clock.now })
  return { clock, take: (key = 'a') => buckets.take(key) }
}

test('so many go at once, and the next is told when to try again', () => {
  const { take, clock } = someBuckets()
  expect([take(), take(), take(), take()]).toEqual([null, null, null, 2])
  clock.now = 1000
  expect(take()).toBe(1)
  clock.now = 2000
  expect([take(), take()]).toEqual([null, 2])
})

test('a key that rests gets no more than all of them back', () => {
  const { take, clock } = someBuckets()
  take()
  clock.now = 3_600_000
  expect([take(), take(), take(), take()]).toEqual([null, null, null, 2])
})

test('each key has its own, and a clock that is put back gives nothing', () => {
  const { take, clock } = someBuckets()
  clock.now = 10_000
  for (let i = 0; i < 3; i++) take('a')
  expect(take('b')).toBeNull()
  clock.now = 0
  expect(take('a')).toBe(2)
})

test('a flood of keys does not grow without end', () => {
  const { take } = someBuckets()
  for (let i = 0; i < 50_010; i++) expect(take(`key ${i}`)).toBeNull()
  // The first was forgotten, the last was not.
  expect([take('key 0'), take('key 0'), take('key 0')]).toEqual([null, null, null])
  expect([take('key 50009'), take('key 50009'), take('key 50009')]).toEqual([null, null, 2])
})
