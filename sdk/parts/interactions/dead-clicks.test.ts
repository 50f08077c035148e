import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDeadClicks } from './dead-clicks.ts'

beforeEach(() => vi.useFakeTimers({ now: 1000 }))
afterEach(() => vi.useRealTimers())

function aJudge() {
  const dead: string[] = []
  const page = { state: '0 /', watched: 0 }
  const judge = createDeadClicks<string>({
    now: Date.now,
    later(callback, delayMs) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
    state: () => page.state,
    watch() {
      page.watched = 1
      return () => {
        page.watched = 0
      }
    },
    onUnanswered: (click) => dead.push(click),
  })
  const click = (name: string) => {
    judge.press(Date.now())
    vi.advanceTimersByTime(50)
    judge.add(name, true)
  }
  return { dead, page, judge, click }
}

test('a click that nothing answers is dead after 2.5 s', () => {
  const { dead, click } = aJudge()
  click('pay')
  vi.advanceTimersByTime(2499)
  expect(dead).toEqual([])
  vi.advanceTimersByTime(1)
  expect(dead).toEqual(['pay'])
})

test.each([0, 1000, 2499])('an answer after %i ms is one', (afterMs) => {
  const { dead, click, judge } = aJudge()
  click('pay')
  vi.advanceTimersByTime(afterMs)
  judge.answer()
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual([])
})

test('an answer answers every click before it and none after', () => {
  const { dead, click, judge } = aJudge()
  click('one')
  click('two')
  judge.answer()
  vi.advanceTimersByTime(10)
  click('three')
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual(['three'])
})

test('each of three clicks is judged by itself', () => {
  const { dead, click } = aJudge()
  for (const name of ['one', 'two', 'three']) click(name)
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual(['one', 'two', 'three'])
})

test('what opens when the button goes down is an answer to the click that follows', () => {
  const { dead, judge } = aJudge()
  judge.press(Date.now())
  vi.advanceTimersByTime(20)
  judge.answer()
  vi.advanceTimersByTime(20)
  judge.add('menu', true)
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual([])
})

test('the click of a key does not take the answer to an earlier press for its own', () => {
  const { dead, judge } = aJudge()
  judge.press(Date.now())
  vi.advanceTimersByTime(20)
  judge.answer()
  vi.advanceTimersByTime(20)
  judge.add('pay', false)
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual(['pay'])
})

test.each(['press', 'click'])('a request or another address since the %s is an answer', (since) => {
  const { dead, page, judge } = aJudge()
  judge.press(Date.now())
  if (since === 'press') page.state = '1 /'
  judge.add('pay', true)
  if (since === 'click') page.state = '0 /#cart'
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual([])
})

test('the page is watched only while a click may be answered', () => {
  const { page, click, judge } = aJudge()
  expect(page.watched).toBe(0)
  judge.press(Date.now())
  expect(page.watched).toBe(1)
  vi.advanceTimersByTime(2500)
  expect(page.watched).toBe(0)
  click('one')
  vi.advanceTimersByTime(2000)
  click('two')
  vi.advanceTimersByTime(2000)
  expect(page.watched).toBe(1)
  vi.advanceTimersByTime(500)
  expect(page.watched).toBe(0)
  click('three')
  judge.answer()
  expect(page.watched).toBe(0)
})

test('nothing comes after stop, and nothing is watched', () => {
  const { dead, page, click, judge } = aJudge()
  click('pay')
  judge.stop()
  vi.advanceTimersByTime(5000)
  expect(dead).toEqual([])
  expect(page.watched).toBe(0)
})
