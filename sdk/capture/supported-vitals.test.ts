import { expect, test } from 'vitest'
import { supportedVitals, type Abilities } from './supported-vitals.ts'

const chromium151: Abilities = {
  entryTypes: ['event', 'largest-contentful-paint', 'layout-shift', 'navigation', 'paint', 'soft-navigation'],
  interactionIds: true,
  softNavigations: true,
}
const chromium147 = { ...chromium151, softNavigations: false }
const safari18: Abilities = {
  entryTypes: ['event', 'navigation', 'paint'],
  interactionIds: false,
  softNavigations: false,
}
const none: Abilities = { entryTypes: [], interactionIds: false, softNavigations: false }

test.each([
  ['a load in Chromium', 'navigate', chromium147, ['LCP', 'INP', 'CLS', 'FCP', 'TTFB', 'LOAD']],
  ['a load in an older Safari', 'reload', safari18, ['FCP', 'TTFB', 'LOAD']],
  ['a restore', 'bfcache', chromium151, ['LCP', 'INP', 'CLS', 'FCP']],
  ['a soft navigation that the browser knows', 'soft', chromium151, ['LCP', 'INP', 'CLS', 'FCP', 'ROUTE']],
  ['a soft navigation that only we know', 'soft', chromium147, ['ROUTE']],
  ['a browser without performance entries', 'navigate', none, []],
] as const)('%s', (_, navigation, abilities, vitals) => {
  expect(supportedVitals(navigation, abilities)).toEqual(vitals)
})
