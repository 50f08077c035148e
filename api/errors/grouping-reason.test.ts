import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { groupingReason } from './grouping-reason.ts'

const STACK = 'TypeError: x\n    at pay (https://shop.example/assets/checkout-4f9a1c2b.js:10:22)'
const error = { type: 'TypeError', message: 'no price for order 17', stack: null, source: 'window' }

test('the frames of the stack are the reason where there are any', () => {
  const facts = { ...error, stack: STACK }
  expect(groupingReason({ ...facts, fingerprint: fingerprint(facts) })).toEqual({
    by: 'STACK',
    frames: [{ function: 'pay', module: '/assets/checkout-:hash.js' }],
    message: null,
    version: 'v1',
  })
})

test('the message without what varies is the reason where there is no stack', () => {
  const { stack: _, ...facts } = error
  expect(groupingReason({ ...error, fingerprint: fingerprint(facts) })).toEqual({
    by: 'MESSAGE',
    frames: [],
    message: 'no price for order :number',
    version: 'v1',
  })
})

test('neither is claimed where it does not make the stored fingerprint', () => {
  const own = fingerprint({ ...error, stack: STACK, fingerprint: 'checkout' })
  expect(groupingReason({ ...error, stack: STACK, fingerprint: own })).toEqual({
    by: 'CLIENT',
    frames: [],
    message: null,
    version: 'v1',
  })
})
