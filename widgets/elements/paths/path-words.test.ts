import { expect, test } from 'vitest'
import { fitted, linkWords, nodeWords } from './path-words.ts'

const aNode = (over: object = {}) => ({
  id: 'n',
  step: 2,
  page: '/cart',
  other: false,
  count: 3120,
  ended: 1020,
  dropOff: 880,
  ...over,
})

test('a node says how many came, of how many, and how many went no further', () => {
  expect(nodeWords(aNode(), 7430, 'en')).toBe(
    '/cart, step 2: 3,120 sessions, 42% of 7,430; 1,020 go no further, 880 of them left the site',
  )
  expect(nodeWords(aNode({ page: null, count: 1, ended: 0 }), 0, 'en')).toBe('Unknown, step 2: 1 session')
  expect(nodeWords(aNode({ page: null, other: true, ended: 0 }), 0, 'en')).toContain('All others')
})

test('a link says from where to where, and which share of those at its beginning', () => {
  const ends = [aNode({ page: '/', count: 200 }), aNode()] as const
  expect(linkWords({ source: 'a', target: 'b', count: 50 }, ends, 'en')).toBe(
    '/ to /cart: 50 sessions, 25% of those at /',
  )
})

test('a text that does not fit ends with a mark, between characters', () => {
  expect(fitted('/products', 60, 6)).toBe('/products')
  expect(fitted('/products/:id', 60, 6)).toBe('/products…')
  expect(fitted('🙂🙂🙂🙂🙂🙂', 24, 6)).toBe('🙂🙂🙂…')
})
