import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guard } from '../../browser/guard.ts'
import { createLater } from './later.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

function aLater() {
  const done: string[] = []
  const { later, stop } = createLater(guard)
  return { done, stop, later: (name: string, delayMs: number) => later(() => void done.push(name), delayMs) }
}

test('each thing is done when its time has come, in order of time', () => {
  const { later, done } = aLater()
  later('second', 2000)
  later('first', 1000)
  vi.advanceTimersByTime(999)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['first'])
  vi.advanceTimersByTime(1000)
  expect(done).toEqual(['first', 'second'])
})

test('what is called off is not done, and what was put off is done at its new time', () => {
  const { later, done } = aLater()
  const cancel = later('old', 1000)
  vi.advanceTimersByTime(900)
  cancel()
  later('new', 1000)
  vi.advanceTimersByTime(999)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['new'])
})

test('a hundred deadlines that are put off again and again set few timers', () => {
  const { later, done } = aLater()
  const set = vi.spyOn(globalThis, 'setTimeout')
  for (let i = 0; i < 100; i++) {
    const cancel = later(`click ${i}`, 1000)
    vi.advanceTimersByTime(20)
    if (i < 99) cancel()
  }
  vi.advanceTimersByTime(1000)
  expect(done).toEqual(['click 99'])
  expect(set.mock.calls.length).toBeLessThan(6)
})

test('what throws holds up nothing else, and after stop nothing is done', () => {
  const { later, done, stop } = aLater()
  createLater(guard).later(() => {
    throw new Error('theirs')
  }, 10)
  later('after', 10)
  vi.advanceTimersByTime(10)
  expect(done).toEqual(['after'])
  later('never', 10)
  stop()
  vi.advanceTimersByTime(100)
  expect(done).toEqual(['after'])
})
