import { expect, test } from 'vitest'
import { createErrorClicks } from './error-clicks.ts'

const PAY = {}
const HELP = {}
type Step = [at: number, what: 'fails' | object]

test.each<[string, Step[], number[]]>([
  [
    'an error in the click',
    [
      [0, PAY],
      [0, 'fails'],
    ],
    [0],
  ],
  [
    'an error a second later',
    [
      [0, PAY],
      [1000, 'fails'],
    ],
    [0],
  ],
  [
    'an error later than that',
    [
      [0, PAY],
      [1001, 'fails'],
    ],
    [],
  ],
  ['an error without a click', [[0, 'fails']], []],
  [
    'an error before the click',
    [
      [0, 'fails'],
      [10, PAY],
    ],
    [],
  ],
  [
    'two errors of one click',
    [
      [0, PAY],
      [10, 'fails'],
      [20, 'fails'],
    ],
    [0],
  ],
  [
    'every click of a button that fails late',
    [
      [0, PAY],
      [100, PAY],
      [500, 'fails'],
    ],
    [0, 100],
  ],
  [
    'only those of the last second',
    [
      [0, PAY],
      [800, PAY],
      [1200, 'fails'],
    ],
    [800],
  ],
  [
    'not what was clicked before something else',
    [
      [0, HELP],
      [100, PAY],
      [200, 'fails'],
    ],
    [100],
  ],
  [
    'nor a second time',
    [
      [0, HELP],
      [100, PAY],
      [200, 'fails'],
      [300, 'fails'],
    ],
    [100],
  ],
])('%s', (_, steps, expected) => {
  let now = 0
  const found: number[] = []
  const errors = createErrorClicks<{ element: object; at: number }>(
    () => now,
    ({ at }) => found.push(at),
  )
  for (const [at, what] of steps) {
    now = at
    if (what === 'fails') errors.fail()
    else errors.add({ element: what, at })
  }
  expect(found).toEqual(expected)
})
