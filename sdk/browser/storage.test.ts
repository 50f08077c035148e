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
  storage.set('session', 'x')
  browser.setItem('cart', 'theirs')
  expect(browser.getItem('sightline.session')).toBe('x')
  storage.remove('session')
  expect(storage.get('session')).toBeNull()
  expect(browser.getItem('cart')).toBe('theirs')
})

test('what does not fit is remembered for the life of the page', () => {
  const browser = aBrowserStorage(3)
  const storage = createStorage(() => browser)
  storage.set('session', 'too long')
  expect(Object.keys(browser)).toEqual([])
  expect(storage.get('session')).toBe('too long')
  storage.remove('session')
  expect(storage.get('session')).toBeNull()
})

test('storage that may not even be touched is no error', () => {
  const storage = createStorage(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(storage.get('a')).toBeNull()
  storage.set('a', '1')
  expect(storage.get('a')).toBe('1')
})

test('before consent nothing is written; with it what was remembered is written; without it everything goes', () => {
  const browser = aBrowserStorage()
  browser.setItem('cart', 'theirs')
  browser.setItem('sightline.visitor', 'from before')
  let mayWrite = false
  const storage = createStorage(
    () => browser,
    () => mayWrite,
  )
  storage.set('session', 'x')
  expect(storage.get('session')).toBe('x')
  expect(browser.getItem('sightline.session')).toBeNull()
  mayWrite = true
  storage.persist(true)
  expect(browser.getItem('sightline.session')).toBe('x')
  expect(storage.get('visitor')).toBe('from before')
  mayWrite = false
  storage.persist(false)
  expect(Object.keys(browser)).toEqual(['cart'])
  expect(storage.get('session')).toBe('x')
})
