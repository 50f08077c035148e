import { expect, test } from 'vitest'
import { parseSteps } from './steps-property.ts'

test('a JSON list of objects is taken as steps', () => {
  expect(parseSteps('[{"page":{"eq":"/"}},{"event":"order"}]')).toEqual([
    { page: { eq: '/' } },
    { event: 'order' },
  ])
})

test('an empty attribute says nothing', () => {
  expect([parseSteps(null), parseSteps(' ')]).toEqual([null, null])
})

test.each(['[{"page":', '{"page":{"eq":"/"}}', '["/"]', '[null]', '3'])('%s is kept as a text', (text) => {
  expect(parseSteps(text)).toBe(text)
})
