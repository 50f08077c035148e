import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBatchQueue } from './batch.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function aQueue(savesData = false) {
  const flushed: number[][] = []
  return { flushed, queue: createBatchQueue<number>((items) => flushed.push(items), savesData) }
}

test('five seconds after the first item all are handed over', () => {
  const { queue, flushed } = aQueue()
  queue.add(1)
  vi.advanceTimersByTime(4000)
  queue.add(2)
  vi.advanceTimersByTime(999)
  expect(flushed).toEqual([])
  vi.advanceTimersByTime(1)
  expect(flushed).toEqual([[1, 2]])
})

test('fifty items are handed over at once', () => {
  const { queue, flushed } = aQueue()
  for (let i = 0; i < 51; i++) queue.add(i)
  expect(flushed.map(({ length }) => length)).toEqual([50])
  queue.flush()
  expect(flushed.map(({ length }) => length)).toEqual([50, 1])
})

test('a visitor who saves data sends two hundred at once, or what thirty seconds brought', () => {
  const { queue, flushed } = aQueue(true)
  for (let i = 0; i < 201; i++) queue.add(i)
  expect(flushed.map(({ length }) => length)).toEqual([200])
  vi.advanceTimersByTime(29_999)
  expect(flushed).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(flushed.map(({ length }) => length)).toEqual([200, 1])
})

test('an empty queue hands nothing over, and a stopped one forgets', () => {
  const { queue, flushed } = aQueue()
  queue.flush()
  queue.add(1)
  queue.stop()
  vi.advanceTimersByTime(60_000)
  queue.flush()
  expect(flushed).toEqual([])
})
