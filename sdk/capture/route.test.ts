import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchRoute } from './route.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

function aRoute() {
  const settled: number[] = []
  const state = { pending: 0, mutate: () => {}, observed: true }
  const stop = watchRoute({
    start: 0,
    now: Date.now,
    pendingRequests: () => state.pending,
    observeMutations(onMutation) {
      state.mutate = onMutation
      return () => {
        state.observed = false
      }
    },
    onSettled: (durationMs) => settled.push(durationMs),
  })
  return { settled, state, stop }
}

test('the value is the time of the last mutation, told after 100 ms of quiet', () => {
  const { settled, state } = aRoute()
  vi.advanceTimersByTime(60)
  state.mutate()
  vi.advanceTimersByTime(80)
  state.mutate()
  vi.advanceTimersByTime(99)
  expect(settled).toEqual([])
  vi.advanceTimersByTime(1)
  expect(settled).toEqual([140])
  expect(state.observed).toBe(false)
})

test('a request under way is waited for', () => {
  const { settled, state } = aRoute()
  state.pending = 1
  vi.advanceTimersByTime(700)
  state.pending = 0
  state.mutate()
  vi.advanceTimersByTime(100)
  expect(settled).toEqual([700])
})

test('a document that did not change gives no value', () => {
  const { settled, state } = aRoute()
  vi.advanceTimersByTime(20_000)
  expect(settled).toEqual([])
  expect(state.observed).toBe(false)
})

test('a view that is never quiet gives what it has after ten seconds', () => {
  const { settled, state } = aRoute()
  const clock = setInterval(() => state.mutate(), 50)
  vi.advanceTimersByTime(30_000)
  clearInterval(clock)
  expect(settled).toHaveLength(1)
  expect(settled[0]).toBeGreaterThan(9900)
  expect(settled[0]).toBeLessThanOrEqual(10_000)
})

test('a route that was left before it settled gives no value', () => {
  const { settled, state, stop } = aRoute()
  state.mutate()
  stop()
  vi.advanceTimersByTime(20_000)
  expect(settled).toEqual([])
})
