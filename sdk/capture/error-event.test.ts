import { expect, test } from 'vitest'
import { LIMITS } from '../wire/limits.ts'
import { errorFacts } from './error-event.ts'

test('an error has its class, message and stack', () => {
  const facts = errorFacts(new TypeError('null has no price'))
  expect(facts).toMatchObject({ type: 'TypeError', message: 'null has no price' })
  expect(facts.stack).toContain('error-event.test')
})

const circular: { self?: unknown } = {}
circular.self = circular

test.each([
  ['a string', 'out of tea', 'out of tea'],
  ['a number', 42, '42'],
  ['null', null, 'null'],
  ['nothing, with what the browser says', undefined, 'Script error.'],
  ['a plain object', { code: 7 }, '{"code":7}'],
  ['an object without end', circular, '[object Object]'],
  ['something that only looks like an error', { message: { code: 7 } }, '{"code":7}'],
])('%s can be thrown too', (_, thrown, message) => {
  expect(errorFacts(thrown, 'Script error.').message).toBe(message)
})

test('secrets are replaced and lengths kept', () => {
  const error = new Error(`ada@example.org ${'x'.repeat(10_000)}`)
  error.stack = `Error: ada@example.org\n${'at f (app.js:1:1)\n'.repeat(5000)}`
  const { message, stack } = errorFacts(error)
  expect(message).toMatch(/^\[email\] x/)
  expect(message.length).toBeLessThanOrEqual(LIMITS.messageLength)
  expect(stack).toMatch(/^Error: \[email\]\n/)
  expect(stack?.length).toBeLessThanOrEqual(LIMITS.stackLength)
})
