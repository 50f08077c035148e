import { expect, test } from 'vitest'
import type { ApiToken } from './settings.query.ts'
import { emptyToken, hasEnded, tokenInput, tokenWords } from './token-draft.ts'

const NOW = Date.UTC(2026, 10, 21)
const day = (at: string) => at.slice(0, 10)
const aToken = (overrides: Partial<ApiToken> = {}): ApiToken => ({
  id: '1',
  name: 'portal',
  kind: 'API',
  scopes: ['READ'],
  sites: null,
  asking: false,
  createdAt: '2026-11-01T00:00:00Z',
  expiresAt: null,
  revokedAt: null,
  ...overrides,
})

test('a new one reads every site for 90 days', () => {
  expect(tokenInput({ ...emptyToken(), name: ' portal ' })).toEqual({
    name: 'portal',
    scopes: ['READ'],
    sites: [],
    expiresIn: 'P90D',
  })
})

test('one that does not end says no end', () => {
  const input = tokenInput({ ...emptyToken(), sites: new Set(['shop']), expiresIn: '' })
  expect(input).toEqual({ name: '', scopes: ['READ'], sites: ['shop'] })
})

test.each<[Partial<ApiToken>, string, boolean]>([
  [{}, 'API token · READ · every site · made 2026-11-01 · does not end', false],
  [
    { kind: 'SESSION', asking: true, scopes: ['READ', 'MANAGE'], expiresAt: '2026-12-01T00:00:00Z' },
    'Signed-in browser: this one · READ and MANAGE · every site · made 2026-11-01 · ends 2026-12-01',
    false,
  ],
  [
    { sites: ['shop', 'docs'], expiresAt: '2026-11-20T00:00:00Z' },
    'API token · READ · shop, docs · made 2026-11-01 · ended 2026-11-20',
    true,
  ],
  [
    { sites: [], scopes: [], revokedAt: '2026-11-02T00:00:00Z' },
    'API token · no scopes · no site any more · made 2026-11-01 · revoked 2026-11-02',
    true,
  ],
])('%j is %s', (overrides, words, ended) => {
  expect(tokenWords(aToken(overrides), NOW, day)).toBe(words)
  expect(hasEnded(aToken(overrides), NOW)).toBe(ended)
})
