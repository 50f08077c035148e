import { expect, test } from 'vitest'
import { navigationTiming } from './navigation-timing.ts'

const anEntry = (overrides: Partial<PerformanceNavigationTiming> & { activationStart?: number } = {}) =>
  ({
    activationStart: 0,
    domainLookupStart: 5,
    domainLookupEnd: 8,
    connectStart: 8,
    secureConnectionStart: 17,
    connectEnd: 31,
    requestStart: 31,
    responseStart: 111,
    responseEnd: 123,
    domInteractive: 600,
    loadEventEnd: 1450.26,
    ...overrides,
  }) as PerformanceNavigationTiming

test('each phase is a length, the two marks count from the start', () => {
  expect(navigationTiming(anEntry())).toEqual({
    dns: 3,
    tcp: 9,
    tls: 14,
    request: 80,
    response: 12,
    domInteractive: 600,
    load: 1450.3,
  })
})

test('without TLS the connection is all TCP', () => {
  const timing = navigationTiming(anEntry({ secureConnectionStart: 0 }))
  expect(timing).toMatchObject({ tcp: 23, tls: undefined })
})

test('what has not happened yet is absent, and a reused connection took no time', () => {
  const timing = navigationTiming(
    anEntry({ loadEventEnd: 0, responseEnd: 0, domainLookupEnd: 5, secureConnectionStart: 0, connectEnd: 8 }),
  )
  expect(timing).toMatchObject({ load: undefined, response: undefined, dns: 0, tcp: 0 })
})

test('a prerendered page counts from its activation, never below 0', () => {
  const timing = navigationTiming(anEntry({ activationStart: 700 }))
  expect(timing).toMatchObject({ domInteractive: 0, load: 750.3 })
})
