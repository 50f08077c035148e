import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const patient = new AbortController().signal
const now = () => new Promise((resolve) => setTimeout(resolve, 0))

test('so many run at once, the next waits and begins when one is done, in the order of coming', async () => {
  const turns = createTurns({ atOnce: 2, waiting: 5, waitMs: 5000 })
  const order: string[] = []
  const first = await turns.take(1, patient)
  const second = await turns.take(1, patient)
  const third = turns.take(1, patient).then((done) => (order.push('third'), done))
  const fourth = turns.take(1, patient).then((done) => (order.push('fourth'), done))
  await now()
  expect(order).toEqual([])
  first?.()
  await third
  expect(order).toEqual(['third'])
  second?.()
  await fourth
  expect(order).toEqual(['third', 'fourth'])
})

test('one key does not wait for another', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 0, waitMs: 5000 })
  expect(await turns.take(1, patient)).not.toBeNull()
  expect(await turns.take(2, patient)).not.toBeNull()
  expect(await turns.take(1, patient)).toBeNull()
})

test('who waits too long, or comes when too many wait, is refused and leaves no trace', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 1, waitMs: 20 })
  const running = await turns.take(1, patient)
  const waiting = turns.take(1, patient)
  expect(await turns.take(1, patient)).toBeNull()
  expect(await waiting).toBeNull()
  running?.()
  expect(await turns.take(1, patient)).not.toBeNull()
})

test('who goes away while waiting gives its place to the next', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 2, waitMs: 5000 })
  const running = await turns.take(1, patient)
  const leaving = new AbortController()
  const left = turns.take(1, leaving.signal)
  const next = turns.take(1, patient)
  leaving.abort()
  expect(await left).toBeNull()
  running?.()
  expect(await next).not.toBeNull()
})

test('a turn that is given back twice frees one place', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 0, waitMs: 20 })
  const done = await turns.take(1, patient)
  done?.()
  done?.()
  expect(await turns.take(1, patient)).not.toBeNull()
  expect(await turns.take(1, patient)).toBeNull()
})
