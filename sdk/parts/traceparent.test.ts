import { expect, test } from 'vitest'
import { formatTraceparent, newTrace, parseTraceparent } from './traceparent.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const spanId = '00f067aa0ba902b7'

test('a trace is 16 and 8 bytes of chance, and says that it is sampled', () => {
  const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => index * 17)
  const trace = newTrace(bytes)
  expect(trace).toEqual({ traceId: '00112233445566778899aabbccddeeff', spanId: '0011223344556677' })
  expect(formatTraceparent(trace)).toBe('00-00112233445566778899aabbccddeeff-0011223344556677-01')
})

test('what is written can be read', () => {
  expect(parseTraceparent(formatTraceparent({ traceId, spanId }))).toEqual({ traceId, spanId })
})

test.each([
  ['not sampled', `00-${traceId}-${spanId}-00`],
  ['a later version', `01-${traceId}-${spanId}-01`],
  ['a later version with more', `cc-${traceId}-${spanId}-01-what-the-future-brings`],
])('the ids of a header are read: %s', (_, header) => {
  expect(parseTraceparent(header)).toEqual({ traceId, spanId })
})

test.each([
  ['nothing', ''],
  ['no version', `${traceId}-${spanId}-01`],
  ['the forbidden version', `ff-${traceId}-${spanId}-01`],
  ['no trace', `00-${'0'.repeat(32)}-${spanId}-01`],
  ['no span', `00-${traceId}-${'0'.repeat(16)}-01`],
  ['capitals', `00-${traceId.toUpperCase()}-${spanId}-01`],
  ['too short', `00-${traceId.slice(1)}-${spanId}-01`],
  ['more behind the flags', `00-${traceId}-${spanId}-011`],
  ['two headers in one', `00-${traceId}-${spanId}-01, 00-${traceId}-${spanId}-01`],
])('what is no trace gives no ids: %s', (_, header) => {
  expect(parseTraceparent(header)).toBeUndefined()
})
