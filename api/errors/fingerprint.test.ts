import { expect, test } from 'vitest'
import { fingerprint, inAppFrames, withoutVariables } from './fingerprint.ts'

const CHROME = `TypeError: x is not a function
    at pay (https://shop.example/assets/checkout-4f9a1c2b.js?v=1:10:22)
    at async HTMLButtonElement.<anonymous> (https://shop.example/assets/app.js:1:9)
    at chrome-extension://abc/content.js:1:1`

const FIREFOX = `pay@https://shop.example/assets/checkout-77aa01d3.js:99:1
HTMLButtonElement.<anonymous>@https://shop.example/assets/app.js:2:2`

test('frames lose line, column, query string and build hash', () => {
  expect(inAppFrames(CHROME)).toEqual([
    { function: 'pay', module: '/assets/checkout-:hash.js' },
    { function: 'HTMLButtonElement.<anonymous>', module: '/assets/app.js' },
  ])
})

test('one error in two browsers and two builds is one group', () => {
  const error = { type: 'TypeError', source: 'window' }
  expect(fingerprint({ ...error, message: 'a', stack: CHROME })).toBe(
    fingerprint({ ...error, message: 'b', stack: FIREFOX }),
  )
})

test('without a stack the message decides, without what varies in it', () => {
  const error = { type: 'Error', source: 'console' }
  const one = fingerprint({ ...error, message: "no price for 'tea' in order 17" })
  expect(one).toBe(fingerprint({ ...error, message: "no price for 'pot' in order 4218" }))
  expect(one).not.toBe(fingerprint({ ...error, message: 'no stock for order 17' }))
})

test('the own fingerprint wins over everything', () => {
  const own = { fingerprint: 'checkout', source: 'custom' }
  expect(fingerprint({ ...own, message: 'a', stack: CHROME })).toBe(fingerprint({ ...own, message: 'b' }))
})

test.each([
  ['timeout after 3000 ms at https://a.example/x?y=1', 'timeout after :number ms at :url'],
  ['user 0193e3a1-7b7e-7c6a-9b3e-0123456789ab', 'user :uuid'],
  ['address 0xdeadbeef1', 'address :hex'],
])('%s → %s', (message, expected) => {
  expect(withoutVariables(message)).toBe(expected)
})

test('a stack that is made to be slow is read in linear time', () => {
  const parts = [' ', '\t', '@http://', 'a@http://a:1', '-', '.-', '[as ', ' (http://a', 'at http://a/']
  const ends = ['', ' x', '.js', ')', '] (http://a)']
  // What grows with the square of 16 KiB takes minutes: 2 MiB of each are milliseconds.
  for (const part of parts)
    for (const begin of ['', 'at http://a/', 'at a (http://', '@http://a/'])
      for (const end of ends) {
        const stack = `${begin}${part.repeat(200_000 / part.length)}${end}`
        expect(fingerprint({ message: 'm', source: 'window', stack })).toMatch(/^v1-/)
      }
})
