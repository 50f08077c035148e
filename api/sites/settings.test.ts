import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../sdk/wire/settings.ts'
import { clientConfig, parseSettings } from './settings.ts'

test('a site without settings has the defaults', () => {
  expect(parseSettings({})).toEqual(DEFAULT_SETTINGS)
  expect(parseSettings(null)).toEqual(DEFAULT_SETTINGS)
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
