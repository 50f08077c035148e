import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOfUuidV7, uuidV4, uuidV7 } from './uuid.ts'

const zeros = (length: number) => new Uint8Array(length)
const ones = (length: number) => new Uint8Array(length).fill(255)

test('version and variant stand where RFC 9562 wants them', () => {
  expect(uuidV7(0, zeros)).toBe('00000000-0000-7000-8000-000000000000')
  expect(uuidV7(0x123456789abc, ones)).toBe('12345678-9abc-7fff-bfff-ffffffffffff')
  expect(uuidV4(zeros)).toBe('00000000-0000-4000-8000-000000000000')
  expect(uuidV4(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test('the time can be read back, and later ids sort after earlier ones', () => {
  const time = fc.integer({ min: 0, max: 8_640_000_000_000_000 % 2 ** 48 })
  fc.assert(
    fc.property(time, time, (a, b) => {
      expect(timeOfUuidV7(uuidV7(a))).toBe(a)
      if (a < b) expect(uuidV7(a) < uuidV7(b)).toBe(true)
    }),
  )
})
