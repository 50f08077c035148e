import { describe, expect, test } from 'vitest'
import { describeEnv, readEnv } from '../env.ts'
import { isAmong, isIssuer, parsePeople } from './oidc-settings.ts'

const WHOLE = {
  OIDC_ISSUER: 'https://sso.example.com/realms/staff',
  OIDC_CLIENT_ID: 'sightline',
  OIDC_CLIENT_SECRET: 'hush',
  OIDC_ALLOWED: 'Anna@example.com, @example.org',
}

test('who may sign in is read from the environment', () => {
  expect(readEnv(WHOLE).oidc).toEqual({
    issuer: 'https://sso.example.com/realms/staff',
    clientId: 'sightline',
    clientSecret: 'hush',
    scopes: 'openid email profile',
    name: 'sso.example.com',
    allowed: ['anna@example.com', '@example.org'],
    managers: [],
    sites: null,
  })
  expect(readEnv({}).oidc).toBeNull()
  expect(readEnv({ ...WHOLE, OIDC_SITES: 'shop, docs', OIDC_NAME: 'Example' }).oidc).toMatchObject({
    sites: ['shop', 'docs'],
    name: 'Example',
  })
})

test('a start without what belongs to a provider is refused, with the reason', () => {
  expect(() => readEnv({ OIDC_ISSUER: WHOLE.OIDC_ISSUER })).toThrow(
    /OIDC_CLIENT_ID is not set.*OIDC_CLIENT_SECRET is not set.*OIDC_ALLOWED is not set beside OIDC_ISSUER: everybody whom the provider knows/s,
  )
  expect(() => readEnv({ ...WHOLE, OIDC_ALLOWED: 'example.org' })).toThrow('invalid OIDC_ALLOWED')
  expect(() => readEnv({ ...WHOLE, OIDC_SCOPES: 'email' })).toThrow('invalid OIDC_SCOPES')
  expect(() => readEnv({ ...WHOLE, OIDC_ISSUER: 'http://sso.example.com' })).toThrow('invalid OIDC_ISSUER')
})

test('every variable of it is in the table', () => {
  const names = describeEnv().map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('OIDC_'))).toHaveLength(8)
})

test.each([
  ['https://accounts.google.com', true],
  ['http://localhost:8080/realms/x', true],
  ['http://127.0.0.1:8080', true],
  ['http://localhost.evil.example', false],
  ['https://sso.example.com/?x=1', false],
  ['sso.example.com', false],
])('%s may be an issuer: %s', (text, is) => {
  expect(isIssuer(text)).toBe(is)
})

describe('an address', () => {
  const people = parsePeople('anna@example.com,@example.org') ?? []
  test.each([
    ['anna@example.com', true],
    ['ANNA@Example.com', true],
    ['otto@example.org', true],
    ['otto@example.com', false],
    ['otto@sub.example.org', false],
    ['otto@evilexample.org', false],
    ['anna@example.com@evil.example', false],
    ['otto@evil.example@example.org', false],
    ['otto@example.org.evil.example', false],
    ['"x@example.org"@evil.example', false],
    ['', false],
  ])('"%s" is among them: %s', (email, is) => {
    expect(isAmong(email, people)).toBe(is)
  })
})
