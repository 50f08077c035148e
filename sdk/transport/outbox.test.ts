import { expect, test } from 'vitest'
import { createStorage } from '../browser/storage.ts'
import { uuidV7 } from '../session/uuid.ts'
import { createOutbox } from './outbox.ts'

const NOW = 1_763_689_200_000
const denied = () =>
  createStorage(() => {
    throw new Error('denied')
  })
const idAt = (time: number) => uuidV7(time)

test('batches come back oldest first, in whatever order they were put', () => {
  const outbox = createOutbox(denied(), () => NOW)
  const ids = [3, 1, 2].map((age) => idAt(NOW - age * 1000))
  for (const id of ids) outbox.put(id, id)
  expect(outbox.ids()).toEqual([ids[0], ids[2], ids[1]])
})

test('when it is full the oldest are dropped', () => {
  const outbox = createOutbox(denied(), () => NOW, 10)
  const [a, b, c] = [3, 2, 1].map((age) => idAt(NOW - age)) as [string, string, string]
  outbox.put(a, '12345')
  outbox.put(b, '12345')
  outbox.put(c, '123456')
  expect(outbox.ids()).toEqual([c])
})

test('what is larger than the whole outbox is not kept, and nothing goes for it', () => {
  const outbox = createOutbox(denied(), () => NOW, 10)
  const [a, b] = [idAt(NOW - 2), idAt(NOW - 1)]
  outbox.put(a, '12345')
  outbox.put(b, '12345678901')
  expect(outbox.ids()).toEqual([a])
})

test('what the collector would refuse for its age is dropped', () => {
  const outbox = createOutbox(denied(), () => NOW)
  const old = idAt(NOW - 8 * 24 * 3_600_000)
  outbox.put(old, 'old')
  expect(outbox.ids()).toEqual([])
  expect(outbox.get(old)).toBeUndefined()
})

test('two tabs see the same batches and never write over each other', () => {
  const storage = denied()
  const one = createOutbox(storage, () => NOW)
  const two = createOutbox(storage, () => NOW)
  const [a, b] = [idAt(NOW - 2), idAt(NOW - 1)]
  one.put(a, 'a')
  two.put(b, 'b')
  expect(one.ids()).toEqual([a, b])
  two.remove(a)
  expect(one.get(a)).toBeUndefined()
  expect(one.get(b)).toBe('b')
})
