import { expect, test } from 'vitest'
import { flowMove, linkPlace } from './flow-moves.ts'

const aNode = (id: string, step: number) => ({
  id,
  step,
  page: id,
  other: false,
  count: 10,
  ended: 0,
  dropOff: 0,
})
const FOUND = {
  sessions: 20,
  nodes: [aNode('a', 0), aNode('b', 1), aNode('c', 1)],
  links: [
    { source: 'a', target: 'c', count: 9 },
    { source: 'a', target: 'b', count: 5 },
  ],
}
const strong = linkPlace({ source: 'a', target: 'c' })
const weak = linkPlace({ source: 'a', target: 'b' })

test.each([
  ['a', 'ArrowRight', strong],
  [strong, 'ArrowRight', 'c'],
  [strong, 'ArrowLeft', 'a'],
  ['b', 'ArrowLeft', weak],
  [strong, 'ArrowDown', weak],
  [weak, 'ArrowUp', strong],
  ['b', 'ArrowDown', 'c'],
  ['c', 'Home', 'a'],
  ['c', 'ArrowDown', null],
  ['c', 'ArrowRight', null],
  ['a', 'ArrowLeft', null],
  ['a', 'Tab', null],
])('from %j %s leads to %j', (at, key, to) => {
  expect(flowMove(FOUND, at, key)).toBe(to)
})
