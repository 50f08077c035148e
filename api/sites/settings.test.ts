import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../sdk/wire/settings.ts'
import { changeSettings, clientConfig, parseSettings } from './settings.ts'

test('a site without settings has the defaults', () => {
  expect(parseSettings({})).toMatchObject(DEFAULT_SETTINGS)
  expect(parseSettings(null)).toEqual(parseSettings({}))
})

test('what is stored holds as far as it is possible, value by value', () => {
  const settings = parseSettings({
    session: { idleMs: 5 },
    sampling: { rate: 0.25, keepErrors: false },
    privacy: { consent: 'all', gpc: 'ignore' },
    tracing: { origins: ['https://api.example', 'https://api.example/path', 'nonsense'] },
  })
  expect(settings.session.idleMs).toBe(DEFAULT_SETTINGS.session.idleMs)
  expect(settings.sampling).toEqual({ rate: 0.25, keepErrors: false })
  expect(settings.privacy).toEqual({ consent: 'cookieless', gpc: 'ignore' })
  expect(settings.tracing.origins).toEqual(['https://api.example'])
})

test('the version is another one if anything is, and the same if nothing is', () => {
  const version = (stored: unknown) => clientConfig(parseSettings(stored)).version
  expect(version({})).toBe(version({ sampling: { rate: 1 } }))
  expect(version({})).not.toBe(version({ sampling: { rate: 0.5 } }))
})

test('what the server alone knows is not published and does not change the version', () => {
  const guarded = parseSettings({ scrub: { patterns: ['KD-######'] }, bots: { deny: ['spider'] } })
  expect(guarded.scrub.patterns).toEqual(['KD-######'])
  const config = clientConfig(guarded)
  expect(config.version).toBe(clientConfig(parseSettings({})).version)
  expect(Object.keys(config).sort()).toEqual([
    'capture',
    'limits',
    'privacy',
    'sampling',
    'session',
    'tracing',
    'version',
  ])
})

test.each([
  [{ tracing: { origins: ['shop.example'] } }, '"shop.example": expected scheme and host'],
  [{ sampling: { rate: 2 } }, 'invalid sampling.rate 2: expected 0 to 1'],
  [{ retention: { eventsDays: 1.5 } }, 'invalid retention.eventsDays 1.5: expected 1 to 760 days'],
  [{ pages: { rules: ['shop/:id'] } }, '"shop/:id": expected a path such as /shop/*/item/:id'],
  [{ pages: { rules: ['/a/:'] } }, '"/a/:": expected a path'],
  [{ bots: { deny: ['mark:nose'] } }, '"mark:nose": expected a part of the user agent'],
  [{ scrub: { keepParameters: ['a b'] } }, '"a b": expected the name of a parameter'],
  [{ scrub: { dropAttributes: [''] } }, '"": expected a key of 1 to 40 characters'],
  [{ scrub: { patterns: ['**abc'] } }, '"**abc": expected text before the first *'],
  [{ scrub: { patterns: Array.from({ length: 51 }, (_, i) => `code${i}`) } }, 'expected 50 entries at most'],
])('%j is a mistake that names the value and the remedy', (change, message) => {
  const { userErrors } = changeSettings(parseSettings({}), change)
  expect(userErrors).toHaveLength(1)
  expect(userErrors[0]?.message).toContain(message)
})
