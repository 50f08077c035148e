import { expect, test } from 'vitest'
import { createWatermark } from './watermark.ts'

test('with nothing to do it is the moment before the queue was asked', async () => {
  let now = 10_000
  const watermark = createWatermark(
    () => {
      now += 50
      return Promise.resolve(null)
    },
    () => now,
  )
  expect(await watermark()).toEqual(new Date(10_000))
})

test('with jobs to do it is when the oldest of them came', async () => {
  expect(
    await createWatermark(
      () => Promise.resolve(7000),
      () => 10_000,
    )(),
  ).toEqual(new Date(7000))
})

test('the queue is asked once a second, and an old answer never promises more', async () => {
  let now = 10_000
  let asked = 0
  const watermark = createWatermark(
    () => Promise.resolve((asked++, null)),
    () => now,
  )
  await watermark()
  now += 900
  expect(await watermark()).toEqual(new Date(10_000))
  now += 200
  expect(await watermark()).toEqual(new Date(11_100))
  expect(asked).toBe(2)
})

test('where the queue cannot be asked nothing is promised', async () => {
  expect(
    await createWatermark(
      () => Promise.reject(new Error('away')),
      () => 1,
    )(),
  ).toBeNull()
})
