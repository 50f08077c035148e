import { expect, test } from 'vitest'
import { bodySize, networkPhases, requestPhases } from './network-timing.ts'

const anEntry = (overrides: Partial<PerformanceResourceTiming> = {}) =>
  ({
    domainLookupStart: 105,
    domainLookupEnd: 108,
    connectStart: 108,
    secureConnectionStart: 117,
    connectEnd: 131,
    requestStart: 131.04,
    responseStart: 211.08,
    responseEnd: 223.08,
    workerStart: 0,
    encodedBodySize: 431,
    ...overrides,
  }) as PerformanceResourceTiming

const HIDDEN = {
  domainLookupStart: 0,
  domainLookupEnd: 0,
  connectStart: 0,
  secureConnectionStart: 0,
  connectEnd: 0,
  requestStart: 0,
  responseStart: 0,
  encodedBodySize: 0,
}

test('each phase is a length in tenths of a millisecond', () => {
  const phases = { dns: 3, tcp: 9, tls: 14, request: 80, response: 12 }
  expect(networkPhases(anEntry())).toEqual(phases)
  expect(requestPhases(anEntry())).toEqual(phases)
})

test('a request on a connection that was there has no dns, tcp and tls, not ones of 0 ms', () => {
  const again = { domainLookupStart: 102, domainLookupEnd: 102, connectStart: 102, connectEnd: 102 }
  expect(requestPhases(anEntry({ ...again, secureConnectionStart: 102 }))).toEqual({
    request: 80,
    response: 12,
  })
})

test('what another origin hides is unknown, not 0', () => {
  expect(requestPhases(anEntry(HIDDEN))).toBeUndefined()
  expect(bodySize(anEntry(HIDDEN))).toBeUndefined()
})

test.each<[string, Partial<PerformanceResourceTiming>, number | undefined]>([
  ['a body', {}, 431],
  ['an answer without a body', { encodedBodySize: 0 }, 0],
  ['a body whose phases another origin hides', { ...HIDDEN, encodedBodySize: 431 }, 431],
  ['an answer that a service worker made itself', { encodedBodySize: 0, workerStart: 103 }, undefined],
  ['what a service worker fetched', { workerStart: 103 }, 431],
])('the size of %s', (_, overrides, size) => {
  expect(bodySize(anEntry(overrides))).toBe(size)
})
