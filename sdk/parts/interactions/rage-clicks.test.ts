import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRageClicks, type Pointed } from './rage-clicks.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const PAY = { isConnected: true }
const HELP = { isConnected: true }

function aRage() {
  const found: [at: number, count: number][] = []
  const rage = createRageClicks<Pointed>({
    later(callback, delayMs) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
    onRage: (first, count) => found.push([first.clickedAt, count]),
  })
  return { found, ...rage }
}
function aClick(at: number, more: Partial<Pointed> = {}): Pointed {
  return { element: PAY, target: 'button#pay', pressedAt: at - 40, clickedAt: at, x: 10, y: 10, ...more }
}
/** The clicks at their times, then silence. */
function play(clicks: Pointed[], disturbances: number[] = []) {
  const { found, add, disturb } = aRage()
  const steps = [
    ...clicks.map((click) => ({ at: click.clickedAt, run: () => add(click) })),
    ...disturbances.map((at) => ({ at, run: () => disturb(at) })),
  ].sort((a, b) => a.at - b.at)
  for (const { at, run } of steps) {
    vi.advanceTimersByTime(at - Date.now())
    run()
  }
  vi.advanceTimersByTime(5000)
  return found
}

const at = (...times: number[]) => times.map((time) => aClick(time))

test.each<[string, Pointed[], [number, number][]]>([
  ['three within a second', at(100, 300, 500), [[100, 3]]],
  ['three in exactly a second', at(100, 600, 1100), [[100, 3]]],
  ['three in a little more', at(100, 600, 1101), []],
  ['two', at(100, 200), []],
  ['a long chain is one', at(100, 300, 500, 700, 900, 1800), [[100, 6]]],
  ['three fast ones at the end of a slow chain', at(100, 1000, 1900, 2000, 2100), [[100, 5]]],
  [
    'two chains with a pause between',
    at(100, 200, 300, 1400, 1500, 1600),
    [
      [100, 3],
      [1400, 3],
    ],
  ],
  [
    'two on one target and one on another',
    [...at(100, 200), aClick(300, { element: HELP, target: 'a' })],
    [],
  ],
  [
    'targets in turn',
    [100, 200, 300, 400, 500, 600].map((time, index) => aClick(time, index % 2 ? { element: HELP } : {})),
    [],
  ],
  [
    'rows of a list that share a name',
    [100, 200, 300].map((time) => aClick(time, { element: { isConnected: true } })),
    [],
  ],
  [
    'a button that is drawn anew after each click',
    [100, 200, 300].map((time) => aClick(time, { element: { isConnected: false } })),
    [[100, 3]],
  ],
  ['each 100 px further', [100, 200, 300].map((time) => aClick(time, { x: time })), [[100, 3]]],
  ['each 101 px further', [100, 200, 300].map((time) => aClick(time, { x: time * 1.01 })), []],
  [
    '80 px to the side and 80 down',
    [100, 200, 300].map((time) => aClick(time, { x: time * 0.8, y: time * 0.8 })),
    [],
  ],
])('%s', (_, clicks, found) => {
  expect(play(clicks)).toEqual(found)
})

test.each<[string, number, boolean]>([
  ['before the first press', 50, true],
  ['while the first is pressed', 70, false],
  ['between two', 250, false],
  ['as the last one ends', 590, false],
  ['later, when the visitor scrolls away', 700, true],
])('something was selected or scrolled %s', (_, time, isRage) => {
  expect(play(at(100, 300, 500), [time])).toEqual(isRage ? [[100, 3]] : [])
})

test('a chain begins anew after one that was disturbed', () => {
  expect(play(at(100, 200, 300, 2000, 2100, 2200), [150])).toEqual([[2000, 3]])
})

test('the end of the view ends the chain at once, and only once', () => {
  const { found, add, end } = aRage()
  at(100, 200, 300).forEach(add)
  end()
  expect(found).toEqual([[100, 3]])
  vi.advanceTimersByTime(5000)
  expect(found).toHaveLength(1)
})

test('nothing comes after stop', () => {
  const { found, add, stop } = aRage()
  at(100, 200, 300).forEach(add)
  stop()
  vi.advanceTimersByTime(5000)
  expect(found).toEqual([])
})
