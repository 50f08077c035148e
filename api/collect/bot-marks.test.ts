import { expect, test } from 'vitest'
import { type BotEvidence, botReason } from './bot-marks.ts'

const NO_RULES = { allow: [], deny: [] }
const aPerson = (overrides: Partial<BotEvidence> = {}): BotEvidence => ({
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36',
  isKnownBot: false,
  isHeadless: false,
  webdriver: false,
  actionsAt: [0, 500, 1000],
  ...overrides,
})
const burst = (stepMs: number) => Array.from({ length: 20 }, (_, i) => i * stepMs)

test.each([
  ['a person', aPerson(), null],
  ['a crawler', aPerson({ isKnownBot: true }), 'agent'],
  ['a driven browser', aPerson({ webdriver: true }), 'webdriver'],
  ['a headless browser', aPerson({ isHeadless: true }), 'headless'],
  ['twenty actions in less than a second', aPerson({ actionsAt: burst(50) }), 'pace'],
  ['twenty actions in more', aPerson({ actionsAt: burst(53) }), null],
])('%s: %s', (_, evidence, reason) => {
  expect(botReason(evidence, NO_RULES)).toBe(reason)
})

test('a site allows by user agent or by mark, and denies by user agent; allowing goes first', () => {
  const monitor = aPerson({ userAgent: 'ShopMonitor/1.0 (bot)', isKnownBot: true, webdriver: true })
  expect(botReason(monitor, { allow: ['shopmonitor'], deny: ['shop'] })).toBeNull()
  expect(botReason(monitor, { allow: ['mark:agent'], deny: [] })).toBe('webdriver')
  expect(botReason(monitor, { allow: ['mark:agent', 'mark:webdriver'], deny: [] })).toBeNull()
  expect(botReason(aPerson(), { allow: [], deny: ['Windows NT'] })).toBe('rule')
})
