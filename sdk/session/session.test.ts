import { expect, test } from 'vitest'
import { createStorage } from '../browser/storage.ts'
import { createSessions, MAX_MS } from './session.ts'

const IDLE_MS = 30 * 60_000

function aTab(storage = aStorage(), clock = { now: 1_000_000 }) {
  let made = 0
  const newId = () => `0193a2b4-0000-7000-8000-${String(clock.now + made++).padStart(12, '0')}`
  return {
    sessions: createSessions({ storage, now: () => clock.now, newId, idleMs: () => IDLE_MS }),
    storage,
    clock,
  }
}
function aStorage() {
  const values = new Map<string, string>()
  return createStorage(
    () =>
      ({
        getItem: (key: string) => values.get(key) ?? null,
        setItem: (key: string, value: string) => void values.set(key, value),
        removeItem: (key: string) => void values.delete(key),
      }) as unknown as Storage,
  )
}

test('activity within half an hour keeps the session and its start', () => {
  const { sessions, clock } = aTab()
  const first = sessions.touch()
  clock.now += IDLE_MS - 1
  expect(sessions.touch()).toEqual(first)
  clock.now += IDLE_MS - 1
  expect(sessions.touch()).toEqual(first)
})

test('after half an hour without activity the next event belongs to a new session', () => {
  const { sessions, clock } = aTab()
  const first = sessions.touch()
  clock.now += IDLE_MS
  const second = sessions.touch()
  expect(second.id).not.toBe(first.id)
  expect(second.startedAt).toBe(clock.now)
})

test('a session ends four hours after it began, however busy', () => {
  const { sessions, clock } = aTab()
  const first = sessions.touch()
  for (let passed = 0; passed < MAX_MS - 60_000; passed += 60_000) {
    clock.now += 60_000
    expect(sessions.touch().id).toBe(first.id)
  }
  clock.now += 60_000
  expect(sessions.touch().id).not.toBe(first.id)
})

test('tabs share a session, its renewal and its end', () => {
  const one = aTab()
  const two = aTab(one.storage, one.clock)
  const first = one.sessions.touch()
  expect(two.sessions.touch()).toEqual(first)
  two.sessions.end()
  one.clock.now += 100
  const second = one.sessions.touch()
  expect(second.id).not.toBe(first.id)
  expect(two.sessions.touch()).toEqual(second)
})

test('a tab takes over the session that another has just begun, and does not write over it', () => {
  const one = aTab()
  const two = aTab(one.storage, one.clock)
  expect(two.sessions.current()).toBeUndefined()
  one.clock.now += 1
  const begun = one.sessions.touch()
  expect(two.sessions.touch()).toEqual(begun)
})

test('what half a dozen events of one moment ask is read from storage once', () => {
  const clock = { now: 1_000_000 }
  let reads = 0
  const storage = aStorage()
  const counted = { ...storage, get: (key: string) => (reads++, storage.get(key)) }
  const { sessions } = aTab(counted, clock)
  sessions.touch()
  reads = 0
  for (let event = 0; event < 6; event++) {
    clock.now += 10
    sessions.touch()
    sessions.current()
  }
  expect(reads).toBe(0)
  clock.now += 100
  sessions.touch()
  expect(reads).toBe(1)
})

test('to ask which session lives is no activity and begins none', () => {
  const { sessions, clock } = aTab()
  expect(sessions.current()).toBeUndefined()
  const first = sessions.touch()
  clock.now += IDLE_MS - 1
  expect(sessions.current()).toEqual(first)
  clock.now += 1
  expect(sessions.current()).toBeUndefined()
})

test('signing in keeps the session; another user and signing out end it', () => {
  const { sessions } = aTab()
  const anonymous = sessions.touch()
  sessions.identify('ada')
  expect(sessions.touch()).toEqual(anonymous)
  sessions.identify('ada')
  expect(sessions.touch()).toEqual(anonymous)
  sessions.identify('grace')
  const grace = sessions.touch()
  expect(grace.id).not.toBe(anonymous.id)
  sessions.identify(null)
  expect(sessions.touch().id).not.toBe(grace.id)
})

test('the id of the user is not kept in storage', () => {
  const { sessions, storage } = aTab()
  sessions.identify('ada@example.org')
  expect(storage.get('session')).not.toContain('ada')
})

test('a clock that is put back far does not keep a session alive', () => {
  const { sessions, clock } = aTab(aStorage(), { now: 1_000_000_000 })
  const first = sessions.touch()
  clock.now -= 24 * 3_600_000
  expect(sessions.touch().id).not.toBe(first.id)
})

test.each(['', 'null', '{}', '[1]', '{"id":7}', '{"id":"x","startedAt":1,"activeAt":1}', 'not json'])(
  'what is no session in storage (%s) is replaced',
  (text) => {
    const { sessions, storage } = aTab()
    storage.set('session', text)
    expect(sessions.touch().id).toMatch(/^0193a2b4-/)
  },
)
