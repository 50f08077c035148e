/** Signing in at a real provider, by a browser that follows redirects and keeps cookies. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { CLIENT, type ProviderServer, startOidcProvider } from '../../test/oidc-provider.ts'
import { createAuthenticator } from './authenticate.ts'
import { oidcRoutes } from './oidc.routes.ts'
import type { OidcSettings } from './oidc-settings.ts'
import type { SignInErrorCode } from './sign-in-errors.ts'
import { signInRoutes } from './sign-in.routes.ts'

const ORIGIN = 'http://sightline.test'
const CALLBACK = `${ORIGIN}/sign-in/oidc/callback`

let database: TestDatabase
let provider: ProviderServer
let app: FastifyInstance
let clock = Date.now()
let address = 0
const logged: unknown[] = []

const settingsWith = (overrides: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: provider.issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  scopes: 'openid email profile',
  name: 'Example',
  allowed: ['anna@example.com', '@example.org'],
  managers: ['anna@example.com'],
  sites: null,
  ...overrides,
})

async function anApp(settings: OidcSettings | null): Promise<FastifyInstance> {
  const made = Fastify({ trustProxy: true })
  const { control } = database
  oidcRoutes(made, {
    settings,
    control,
    publicUrl: ORIGIN,
    now: () => clock,
    onError: (error) => logged.push(error),
  })
  signInRoutes(made, { authenticator: createAuthenticator(control, () => clock), secure: false })
  await made.ready()
  return made
}

beforeAll(async () => {
  database = await createTestDatabase('plain')
  await database.control.site.create({ data: { slug: 'shop', name: 'Shop' } })
  provider = await startOidcProvider(CALLBACK)
  app = await anApp(settingsWith())
})
afterAll(async () => {
  await app?.close()
  await provider?.close()
  await database?.drop()
})
beforeEach(() => {
  clock = Date.now()
  logged.length = 0
  provider.person = { email: 'anna@example.com', email_verified: true }
})

/** Keeps cookies by origin; asks the app by injection and the provider over HTTP. */
function aBrowser(server = app) {
  const jars = new Map<string, Map<string, string>>()
  const ip = `10.1.0.${++address}`
  const visit = async (url: string) => {
    const { origin, pathname, search } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'x-forwarded-for': ip }
    const answer =
      origin === ORIGIN
        ? await server.inject({ url: `${pathname}${search}`, headers }).then((one) => ({
            status: one.statusCode,
            location: one.headers.location,
            cookies: [one.headers['set-cookie'] ?? []].flat(),
          }))
        : await fetch(url, { headers: { cookie }, redirect: 'manual' }).then((one) => ({
            status: one.status,
            location: one.headers.get('location') ?? undefined,
            cookies: one.headers.getSetCookie(),
          }))
    for (const text of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (value === '' || /max-age=0/i.test(text)) jar.delete(name)
      else jar.set(name, value)
    }
    return { ...answer, next: answer.location === undefined ? null : new URL(answer.location, url).href }
  }
  /** Until an address of the app that is not part of the sign-in, or one that `stop` holds for. */
  const follow = async (url: string, stop: (url: string) => boolean = () => false): Promise<string> => {
    let at = url
    for (let hop = 0; hop < 12; hop++) {
      const { next } = await visit(at)
      if (next === null || stop(next) || !/\/sign-in\/|^http:\/\/127/.test(next)) return next ?? at
      at = next
    }
    throw new Error('redirected for ever')
  }
  return { visit, follow, cookies: (origin = ORIGIN) => jars.get(origin) ?? new Map<string, string>() }
}

const START = `${ORIGIN}/sign-in/oidc`
const toCallback = (url: string) => url.startsWith(CALLBACK)
const who = async (browser: ReturnType<typeof aBrowser>) => {
  const secret = browser.cookies().get('sightline')
  return secret === undefined ? null : createAuthenticator(database.control, () => clock).callerOf(secret)
}

describe('somebody who may', () => {
  test('is signed in for twelve hours, and sent to where they wanted', async () => {
    const browser = aBrowser()
    expect(await browser.follow(`${START}?to=/slos%3Fsite%3Dshop`)).toBe(`${ORIGIN}/slos?site=shop`)
    expect(await who(browser)).toMatchObject({
      name: 'anna@example.com',
      scopes: ['READ', 'MANAGE'],
      siteIds: null,
      expiresAt: new Date(clock + 12 * 3_600_000),
    })
    clock += 12 * 3_600_000 + 1
    expect(await who(browser)).toBeNull()
  })

  test('only reads where they are no manager', async () => {
    provider.person = { email: 'Otto@Example.org', email_verified: true }
    const browser = aBrowser()
    await browser.follow(START)
    expect(await who(browser)).toMatchObject({ name: 'Otto@Example.org', scopes: ['READ'] })
  })

  test('sees the sites that are named, and none where there are none such', async () => {
    const { id } = await database.control.site.findUniqueOrThrow({ where: { slug: 'shop' } })
    for (const [sites, siteIds] of [
      [['shop', 'gone'], [id]],
      [['gone'], []],
    ] as const) {
      const own = await anApp(settingsWith({ sites }))
      const browser = aBrowser(own)
      await browser.follow(START)
      expect(await who(browser)).toMatchObject({ siteIds })
      await own.close()
    }
  })

  test('is out when they sign out', async () => {
    const browser = aBrowser()
    await browser.follow(START)
    const cookie = `sightline=${browser.cookies().get('sightline') ?? ''}`
    await app.inject({ method: 'POST', url: '/sign-out', headers: { cookie } })
    expect(await who(browser)).toBeNull()
  })

  test('leaves nothing of the attempt behind', async () => {
    const browser = aBrowser()
    await browser.visit(START)
    expect([...browser.cookies().keys()]).toEqual(['sightline-sign-in'])
    await browser.follow(START)
    expect([...browser.cookies().keys()]).toEqual(['sightline'])
  })
})

describe('the cookies', () => {
  test('are out of the reach of scripts and other sites', async () => {
    const { cookies } = await aBrowser().visit(START)
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^sightline-sign-in=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})

describe('nobody is signed in', () => {
  const refused = async (browser: ReturnType<typeof aBrowser>, url: string, code: SignInErrorCode) => {
    expect(await browser.follow(url)).toBe(`${ORIGIN}/?signInError=${code}`)
    expect(await who(browser)).toBeNull()
  }
  const changed = (url: string, parameter: string, value: string): string => {
    const other = new URL(url)
    other.searchParams.set(parameter, value)
    return other.href
  }

  test('with an answer of another state', async () => {
    const browser = aBrowser()
    const answer = await browser.follow(START, toCallback)
    await refused(browser, changed(answer, 'state', 'another'), 'STATE_MISMATCH')
  })

  test('with the answer that another browser got', async () => {
    const answer = await aBrowser().follow(START, toCallback)
    await refused(aBrowser(), answer, 'STATE_MISMATCH')
    const other = aBrowser()
    await other.visit(START)
    await refused(other, answer, 'STATE_MISMATCH')
  })

  test('by the same answer again', async () => {
    const browser = aBrowser()
    const answer = await browser.follow(START, toCallback)
    const attempt = browser.cookies().get('sightline-sign-in') ?? ''
    await browser.follow(answer)
    const thief = aBrowser()
    await thief.visit(START)
    thief.cookies().set('sightline-sign-in', attempt)
    await refused(thief, answer, 'CODE_REFUSED')
  })

  test('with a token for another nonce', async () => {
    const browser = aBrowser()
    const { next } = await browser.visit(START)
    await refused(browser, changed(next ?? '', 'nonce', 'another'), 'TOKEN_INVALID')
    expect(logged).toHaveLength(1)
  })

  test('with a code that was asked for with another challenge', async () => {
    const browser = aBrowser()
    const { next } = await browser.visit(START)
    await refused(browser, changed(next ?? '', 'code_challenge', 'x'.repeat(43)), 'CODE_REFUSED')
  })

  test.each([
    ['that is not verified', { email: 'anna@example.com', email_verified: false }],
    ['of which nothing is said', { email: 'anna@example.com' }],
  ])('with an address %s', async (_, person) => {
    provider.person = person
    await refused(aBrowser(), START, 'EMAIL_UNVERIFIED')
  })

  test('with an address that is not allowed', async () => {
    provider.person = { email: 'anna@example.com.evil.example', email_verified: true }
    await refused(aBrowser(), START, 'NOT_ALLOWED')
  })

  test('whom the provider refuses', async () => {
    provider.person = null
    await refused(aBrowser(), START, 'DENIED')
  })

  test('after more than ten minutes', async () => {
    const browser = aBrowser()
    const answer = await browser.follow(START, toCallback)
    clock += 601_000
    await refused(browser, answer, 'EXPIRED')
  })

  test('with a cookie that somebody wrote', async () => {
    const browser = aBrowser()
    const answer = await browser.follow(START, toCallback)
    const [head = '', , signature = ''] = (browser.cookies().get('sightline-sign-in') ?? '').split('.')
    const state = new URL(answer).searchParams.get('state')
    const payload = { state, nonce: 'n', verifier: 'v', to: '//evil.example', exp: 9_999_999_999 }
    const forged = [head, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.')
    browser.cookies().set('sightline-sign-in', forged)
    await refused(browser, answer, 'STATE_MISMATCH')
  })
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  '/%0d%0aset-cookie:x',
  '/.//evil.example',
  'javascript:alert(1)',
  'slos',
  '',
])('the sign-in leads to no other site: %j', async (to) => {
  const end = await aBrowser().follow(`${START}?to=${encodeURIComponent(to)}`)
  expect(new URL(end).origin).toBe(ORIGIN)
  expect(new URL(end).pathname.startsWith('//')).toBe(false)
})

test('a provider that is away is said to be, and found again once it is back', async () => {
  const away = await anApp(settingsWith({ issuer: 'http://127.0.0.1:9' }))
  expect(await aBrowser(away).follow(START)).toBe(`${ORIGIN}/?signInError=PROVIDER_AWAY`)
  expect(logged).toHaveLength(1)
  await away.close()
  const later = await startOidcProvider(CALLBACK)
  const { port } = new URL(later.issuer)
  await later.close()
  const own = await anApp(settingsWith({ issuer: `http://127.0.0.1:${port}` }))
  expect(await aBrowser(own).follow(START)).toContain('PROVIDER_AWAY')
  const back = await startOidcProvider(CALLBACK, Number(port))
  back.person = { email: 'anna@example.com', email_verified: true }
  const browser = aBrowser(own)
  expect(await browser.follow(START)).toBe(`${ORIGIN}/`)
  expect(await who(browser)).toMatchObject({ name: 'anna@example.com' })
  await back.close()
  await own.close()
})

test('what can be signed in by is told to everybody', async () => {
  const told = await app.inject({ url: '/sign-in/methods' })
  expect(told.json()).toEqual({ oidc: { name: 'Example' } })
  const without = await anApp(null)
  expect((await without.inject({ url: '/sign-in/methods' })).json()).toEqual({ oidc: null })
  expect((await without.inject({ url: '/sign-in/oidc' })).statusCode).toBe(404)
  await without.close()
})

test('nobody begins so often that the provider suffers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      app.inject({ url: '/sign-in/oidc', headers: { 'x-forwarded-for': '10.9.9.9' } }),
    ),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(5)
})
