import { expect, test } from 'vitest'
import { createStorage } from '../browser/storage.ts'
import { visitorId } from './visitor.ts'

const ID = '0b51ab3c-92c6-4f0e-8a1e-0d6a1f2b3c4d'
const aStorage = () =>
  createStorage(() => {
    throw new Error('denied')
  })

test('a visitor keeps the id', () => {
  const storage = aStorage()
  expect(visitorId(storage, true, () => ID)).toBe(ID)
  expect(visitorId(storage, true, () => 'another')).toBe(ID)
})

test('without permission there is none, and an earlier one is forgotten', () => {
  const storage = aStorage()
  visitorId(storage, true, () => ID)
  expect(visitorId(storage, false, () => ID)).toBeNull()
  expect(storage.get('visitor')).toBeNull()
})

test('what somebody else put there is not sent', () => {
  const storage = aStorage()
  storage.set('visitor', 'ada@example.org')
  expect(visitorId(storage, true, () => ID)).toBe(ID)
})
