import { expect, test } from 'vitest'
import { createStorage } from './storage.ts'

/** Keys are own properties, as they are of the browser's. */
function aBrowserStorage(quota = Infinity): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(storage, key) ? (storage[key] as string) : null),
    setItem(key: string, value: string) {
      if (value.length > quota) throw new DOMException('full', 'QuotaExceededError')
      storage[key] = value
    },
    removeItem: (key: string) => void delete storage[key],
  }
  const storage = Object.create(methods) as Storage
  return storage
}

test('values are kept under a name of our own', () => {
  const browser = aBrowserStorage()
  const storage = createStorage(() => browser)
  expect(storage.set('session', 'x')).toBe(true)
  browser.setItem('cart', 'theirs')
  expect(browser.getItem('sightline.session')).toBe('x')
  expect(storage.keys('')).toEqual(['session'])
  storage.remove('session')
  expect(storage.get('session')).toBeNull()
  expect(browser.getItem('cart')).toBe('theirs')
})

test('what does not fit is remembered for the life of the page', () => {
  const browser = aBrowserStorage(3)
  const storage = createStorage(() => browser)
  expect(storage.set('outbox.1', 'too long')).toBe(false)
  expect(storage.get('outbox.1')).toBe('too long')
  expect(storage.keys('outbox.')).toEqual(['outbox.1'])
  storage.remove('outbox.1')
  expect(storage.keys('outbox.')).toEqual([])
})

test('storage that may not even be touched is no error', () => {
  const storage = createStorage(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(storage.get('a')).toBeNull()
  expect(storage.set('a', '1')).toBe(false)
  expect(storage.get('a')).toBe('1')
})
