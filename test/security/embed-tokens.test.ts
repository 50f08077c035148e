/** Embed tokens over HTTP: what a page elsewhere gets with one, and that it gets nothing else. */
import { createHmac, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { SignJWT, UnsecuredJWT, exportPKCS8, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EMBEDDABLE } from '../../api/embeds/embeddable.ts'
import type { FilterInput } from '../../api/schema.generated.ts'
import { CONSOLE_DOCUMENT_IDS } from '../../widgets/console/document-ids.generated.ts'
import { DOCUMENT_IDS } from '../../widgets/data/document-ids.generated.ts'
import { signEmbedToken } from '../../sdk/client/embed.ts'
import { VITAL_CARD_QUERY } from '../../widgets/elements/vital-card/vital-card.query.ts'
import { aBatch, aView } from '../batches.ts'
import { type Answer, type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { createPipeline } from '../pipeline.ts'

const WIKI = 'https://wiki.example'
const PAGES = ['/', '/cart', '/cart/pay', '/admin']
const COUNTRIES = ['DE', 'FR', 'US']

let server: GraphqlServer
let kid: string
let secret: Uint8Array
let token: string

const create = (input: object, overrides: object = {}) =>
  server.post({
    query: `mutation ($input: CreateEmbedTokenInput!) {
      createEmbedToken(input: $input) { token jti expiresAt userErrors { path code message } } }`,
    variables: { input: { site: 'test', widgets: ['sight-vital-card'], origins: [WIKI], ...input } },
    ...overrides,
  })
const tokenFor = async (input: object): Promise<string> => {
  const { body } = await create(input)
  expect(body.data.createEmbedToken.userErrors).toEqual([])
  return body.data.createEmbedToken.token
}
const ask = (secret: string, question: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  server.post(
    { documentId: DOCUMENT_IDS['VitalCard'], variables: variables(), ...question },
    { headers: { authorization: `Bearer ${secret}`, origin: WIKI, ...headers } },
  )
const variables = (more: object = {}) => ({
  site: 'test',
  range: { last: 'P1D' },
  metric: 'LCP',
  interval: 'HOUR',
  ...more,
})
const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions?.code

/** A token as a customer's server would sign it. */
const signed = (claims: object, header: object = {}, key: Uint8Array = secret) =>
  new SignJWT({
    aud: 'sightline',
    sub: 'test',
    widgets: ['sight-vital-card'],
    origins: [WIKI],
    iat: nowS(),
    exp: nowS() + 600,
    jti: randomUUID(),
    ...claims,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'sightline-embed+jwt', kid, ...header })
    .sign(key)
const nowS = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  server = await startGraphqlServer('timescale')
  await server.database.control.site.create({ data: { slug: 'other', name: 'Other' } })
  const pipeline = await createPipeline(server.database)
  for (const [index, page] of PAGES.entries())
    for (const [turn, country] of COUNTRIES.entries())
      for (let n = 0; n <= index + turn; n++) {
        const view = randomUUID()
        const at = Date.now() - 60_000
        const batch = aBatch({
          context: { release: `4.${index}` },
          views: { [view]: aView({ url: `https://shop.example${page}`, startedAt: at }) },
          events: [
            { t: 'view', at, view, seq: 0 },
            { t: 'vital', at, view, seq: 1, name: 'LCP', value: 1000 + 100 * index },
            { t: 'error', at, view, seq: 2, type: 'TypeError', message: `in ${page}`, source: 'window' },
            { t: 'request', at, view, seq: 3, method: 'GET', url: `https://api.example${page}`, duration: 9 },
          ],
        })
        await pipeline.send(batch, { country })
      }
  const made = await server.post({
    query: 'mutation { createEmbedSecret(site: "test") { kid secret userErrors { message } } }',
  })
  ;({ kid } = made.body.data.createEmbedSecret)
  secret = new Uint8Array(Buffer.from(made.body.data.createEmbedSecret.secret, 'base64url'))
  token = await tokenFor({})
})
afterAll(() => server.close())

describe('a page that the token names', () => {
  test('is answered the operation of an element, and may read the answer', async () => {
    const answer = await ask(token)
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
    expect(answer.body.data.site.segment.views).toBe(42)
    expect(answer.headers.get('access-control-allow-origin')).toBe(WIKI)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toContain('Origin')
  })

  test('may ask before it asks, as browsers do', async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: WIKI,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
  })

  test('is answered as well if the customer’s own server signed the token', async () => {
    const answer = await ask(await signed({}))
    expect(answer.body.data.site.segment.views).toBe(42)
  })

  test('is answered with a token by the helper for servers', async () => {
    const made = await signEmbedToken({
      kid,
      secret: Buffer.from(secret).toString('base64url'),
      site: 'test',
      widgets: ['sight-vital-card'],
      origins: [WIKI],
      where: { page: { eq: '/admin' } },
      maxRange: 'P2D',
      expiresInS: 60,
    })
    const answer = await ask(made)
    expect(answer.body.errors).toBeUndefined()
    expect(answer.body.data.site.segment.views).toBe(15)
  })

  test('may read what is wrong with its token', async () => {
    const answer = await ask(await signed({ exp: nowS() - 100, iat: nowS() - 200 }))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    expect(answer.body.errors[0].message).toBe('the embed token has expired')
    expect(answer.headers.get('access-control-allow-origin')).toBe(WIKI)
  })
})

describe('nothing else is answered', () => {
  test.each([
    ['a page elsewhere', {}, { origin: 'https://evil.example' }, 'ORIGIN_FORBIDDEN'],
    ['a page whose name begins the same', {}, { origin: `${WIKI}.evil.example` }, 'ORIGIN_FORBIDDEN'],
    ['another scheme', {}, { origin: 'http://wiki.example' }, 'ORIGIN_FORBIDDEN'],
    ['another port', {}, { origin: `${WIKI}:8443` }, 'ORIGIN_FORBIDDEN'],
    ['a sandboxed frame', {}, { origin: 'null' }, 'ORIGIN_FORBIDDEN'],
    ['no page at all', {}, { origin: '' }, 'ORIGIN_FORBIDDEN'],
    ['an operation of another element', { documentId: DOCUMENT_IDS['Sessions'] }, {}, 'DOCUMENT_UNTRUSTED'],
    ['the console’s operation', { documentId: CONSOLE_DOCUMENT_IDS['Console'] }, {}, 'DOCUMENT_UNTRUSTED'],
    [
      'the same operation as a text',
      { documentId: undefined, query: VITAL_CARD_QUERY },
      {},
      'DOCUMENT_UNTRUSTED',
    ],
    [
      'a text of that name',
      { documentId: undefined, query: 'query VitalCard { viewer { name } }' },
      {},
      'DOCUMENT_UNTRUSTED',
    ],
    [
      'introspection',
      { documentId: undefined, query: '{ __schema { types { name } } }' },
      {},
      'DOCUMENT_UNTRUSTED',
    ],
    ['nothing', { documentId: undefined }, {}, 'DOCUMENT_UNTRUSTED'],
  ])('%s: 403', async (_, question, headers, code) => {
    const answer = await ask(token, question, headers)
    expect([answer.status, codeOf(answer)]).toEqual([403, code])
  })

  test('another site is not there', async () => {
    const answer = await ask(token, { variables: variables({ site: 'other' }) })
    expect(answer.body.data).toEqual({ site: null })
  })

  test('a longer period than it allows is refused, one as long is answered', async () => {
    const short = await tokenFor({ maxRange: 'P7D' })
    const asked = async (last: string) =>
      codeOf(await ask(short, { variables: variables({ range: { last }, interval: 'DAY' }) }))
    expect(await asked('P7D')).toBeUndefined()
    expect(await asked('P8D')).toBe('FORBIDDEN')
    const hour = await tokenFor({ maxRange: 'PT1H' })
    const minutes = async (last: string) =>
      codeOf(await ask(hour, { variables: variables({ range: { last }, interval: 'MINUTE' }) }))
    expect(await minutes('PT1H')).toBeUndefined()
    expect(await minutes('PT2H')).toBe('FORBIDDEN')
  })

  test('more than a page needs is told to wait', async () => {
    const busy = await tokenFor({})
    const answers: Answer[] = []
    for (let n = 0; n < 70; n++) answers.push(await ask(busy, { variables: variables({ site: 'other' }) }))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.map(codeOf)).toContain('RATE_LIMITED')
    expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true)
  })
})

describe('the locked filter', () => {
  const filter: fc.Arbitrary<FilterInput> = fc.letrec<{ filter: FilterInput }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2 },
      fc.record({ page: fc.record({ eq: fc.constantFrom(...PAGES) }) }),
      fc.record({ page: fc.record({ prefix: fc.constantFrom('/', '/cart', '/a') }) }),
      fc.record({ country: fc.record({ in: fc.subarray(COUNTRIES, { minLength: 1 }) }) }),
      fc.record({ country: fc.record({ exists: fc.boolean() }) }),
      fc.record({ not: tie('filter') }),
      fc.record({ or: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ and: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    ),
  })).filter

  test('holds whatever is asked for: the answer is that to both filters', async () => {
    await fc.assert(
      fc.asyncProperty(filter, fc.option(filter), async (lock, where) => {
        const narrowed = await signed({ where: lock })
        const locked = await ask(narrowed, { variables: variables({ where }) })
        const both = await server.post({
          query: VITAL_CARD_QUERY,
          variables: variables({ where: { and: where === null ? [lock] : [lock, where] } }),
        })
        expect(both.body.errors).toBeUndefined()
        expect(locked.body.data).toEqual(both.body.data)
      }),
      { numRuns: 60, seed: 20261121 },
    )
  })

  const LISTED = {
    TimeSeries: { metric: 'LCP', interval: 'HOUR', q: 0.75 },
    Breakdown: { metric: 'LCP', dimension: 'PAGE', top: 5, orderBy: { direction: 'DESC' } },
    Sessions: { first: 200 },
    CoreWebVitals: {},
    Distribution: { metric: 'LCP', bins: 5 },
    Errors: { orderBy: 'SESSIONS', first: 20, interval: 'HOUR' },
    Requests: { orderBy: 'COUNT', failedOnly: false, first: 20, interval: 'HOUR' },
    ThirdParties: { first: 5 },
    Retention: { interval: 'DAY', cohorts: 3 },
    Paths: { depth: 2, top: 3 },
    Funnel: {
      saved: false,
      adHoc: true,
      funnel: '',
      steps: [{ page: { prefix: '/' } }],
      split: true,
      by: 'COUNTRY',
      top: 5,
    },
  }

  test.each(Object.entries(LISTED))('holds for %s as well', async (name, own) => {
    const widgets = Object.entries(EMBEDDABLE).flatMap(([tag, { operations }]) =>
      (operations as readonly string[]).includes(name) ? [tag] : [],
    )
    const question = (where: FilterInput | null) => ({
      documentId: DOCUMENT_IDS[name],
      variables: { site: 'test', range: { last: 'P1D' }, ...own, where },
    })
    await fc.assert(
      fc.asyncProperty(filter, fc.option(filter), async (lock, where) => {
        const locked = await ask(await signed({ widgets, where: lock }), question(where))
        const both = await server.post(question({ and: where === null ? [lock] : [lock, where] }))
        expect(both.body.errors).toBeUndefined()
        expect(locked.body.data).toEqual(both.body.data)
      }),
      { numRuns: 8, seed: 20261121 },
    )
  })

  test('narrows the releases that are told', async () => {
    const narrowed = await signed({ widgets: ['sight-slow-pages'], where: { page: { prefix: '/cart' } } })
    const { body } = await ask(narrowed, {
      documentId: DOCUMENT_IDS['SlowPages'],
      variables: { site: 'test', range: { last: 'P1D' }, metric: 'LCP', pages: 5 },
    })
    expect(body.errors).toBeUndefined()
    const versions = body.data.site.releases.nodes.map(({ version }: { version: string }) => version)
    expect(versions.sort()).toEqual(['4.1', '4.2'])
  })

  test('narrows what is there: without it there would be more', async () => {
    const narrowed = await tokenFor({ where: { page: { prefix: '/cart' } } })
    const views = async (where: object | null) =>
      (await ask(narrowed, { variables: variables({ where }) })).body.data.site.segment.views
    expect([await views(null), await views({ page: { eq: '/admin' } })]).toEqual([21, 0])
  })

  test('a token with one is refused for an element that shows single sessions', async () => {
    const { body } = await create({ widgets: ['sight-session-timeline'], where: { page: { eq: '/' } } })
    expect(body.data.createEmbedToken).toMatchObject({ token: null, userErrors: [{ path: ['widgets'] }] })
  })
})

describe('forged and broken tokens', () => {
  const now = nowS()
  const claims = {
    aud: 'sightline',
    sub: 'test',
    widgets: ['sight-vital-card'],
    origins: [WIKI],
    iat: now,
    exp: now + 600,
    jti: 'j',
  }
  const part = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
  const header = () => ({ alg: 'HS256', typ: 'sightline-embed+jwt', kid })
  const hmac = (head: object, payload: unknown, key: Uint8Array | string, hash = 'sha256') => {
    const text = `${part(head)}.${part(payload)}`
    return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`
  }
  const swap = (text: string, index: number, piece: string) =>
    text
      .split('.')
      .map((old, at) => (at === index ? piece : old))
      .join('.')

  test.each<[string, () => string | Promise<string>]>([
    ['no algorithm', () => new UnsecuredJWT(claims).encode()],
    ['alg none with our header', () => `${part({ ...header(), alg: 'none' })}.${part(claims)}.`],
    ['alg None', () => `${part({ ...header(), alg: 'None' })}.${part(claims)}.`],
    ['alg none and a signature', () => hmac({ ...header(), alg: 'none' }, claims, secret)],
    ['HS384 by the right secret', () => hmac({ ...header(), alg: 'HS384' }, claims, secret, 'sha384')],
    ['HS512 by the right secret', () => hmac({ ...header(), alg: 'HS512' }, claims, secret, 'sha512')],
    ['RS256 that is an HMAC', () => hmac({ ...header(), alg: 'RS256' }, claims, secret)],
    ['no alg', () => hmac({ typ: 'sightline-embed+jwt', kid }, claims, secret)],
    [
      'a key pair of their own',
      async () => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true })
        expect(await exportPKCS8(privateKey)).toContain('PRIVATE')
        return new SignJWT(claims).setProtectedHeader({ ...header(), alg: 'ES256' }).sign(privateKey)
      },
    ],
    [
      'a key in the header',
      () => hmac({ ...header(), jwk: { kty: 'oct', k: part('mine') } }, claims, 'mine'),
    ],
    ['an address of a key', () => hmac({ ...header(), jku: 'https://evil.example/keys' }, claims, 'mine')],
    ['a certificate', () => hmac({ ...header(), x5c: ['MIIB'] }, claims, 'mine')],
    ['an empty secret', () => hmac(header(), claims, '')],
    ['a guessed secret', () => hmac(header(), claims, 'secret')],
    ['the kid as the secret', () => hmac(header(), claims, kid)],
    ['the secret as text', () => hmac(header(), claims, Buffer.from(secret).toString('base64url'))],
    ['an unknown kid', () => hmac({ ...header(), kid: 'test-000000000000' }, claims, secret)],
    ['no kid', () => hmac({ alg: 'HS256', typ: 'sightline-embed+jwt' }, claims, secret)],
    ['a kid that is a path', () => hmac({ ...header(), kid: '../../dev/null' }, claims, '')],
    ['a kid that is SQL', () => hmac({ ...header(), kid: "' OR 1=1 --" }, claims, secret)],
    ['a kid that is an object', () => hmac({ ...header(), kid: { $ne: '' } }, claims, secret)],
    ['a kid of a million', () => hmac({ ...header(), kid: 'k'.repeat(4000) }, claims, secret)],
    ['another typ', () => hmac({ ...header(), typ: 'JWT' }, claims, secret)],
    ['no typ', () => hmac({ alg: 'HS256', kid }, claims, secret)],
    ['a critical extension', () => hmac({ ...header(), crit: ['b64'], b64: true }, claims, secret)],
    ['another audience', () => hmac(header(), { ...claims, aud: 'grafana' }, secret)],
    ['no audience', () => hmac(header(), { ...claims, aud: undefined }, secret)],
    ['another site than the secret’s', () => hmac(header(), { ...claims, sub: 'other' }, secret)],
    ['no site', () => hmac(header(), { ...claims, sub: undefined }, secret)],
    ['no end', () => hmac(header(), { ...claims, exp: undefined }, secret)],
    ['an end that is a text', () => hmac(header(), { ...claims, exp: '2099' }, secret)],
    ['an end long ago', () => hmac(header(), { ...claims, iat: 1, exp: 100 }, secret)],
    ['a life of a day', () => hmac(header(), { ...claims, exp: now + 86_400 }, secret)],
    ['an end at infinity', () => hmac(header(), { ...claims, exp: 1e300 }, secret)],
    ['not yet valid', () => hmac(header(), { ...claims, nbf: now + 3000 }, secret)],
    ['no beginning', () => hmac(header(), { ...claims, iat: undefined }, secret)],
    [
      'a beginning in the future, to live longer',
      () => hmac(header(), { ...claims, iat: now + 9000, exp: now + 12_000 }, secret),
    ],
    ['no jti', () => hmac(header(), { ...claims, jti: undefined }, secret)],
    ['no widgets', () => hmac(header(), { ...claims, widgets: [] }, secret)],
    ['an unknown widget', () => hmac(header(), { ...claims, widgets: ['sight-everything'] }, secret)],
    ['a widget that every object has', () => hmac(header(), { ...claims, widgets: ['__proto__'] }, secret)],
    ['no origins', () => hmac(header(), { ...claims, origins: undefined }, secret)],
    ['any origin', () => hmac(header(), { ...claims, origins: ['*'] }, secret)],
    ['an origin with a path', () => hmac(header(), { ...claims, origins: [`${WIKI}/page`] }, secret)],
    ['a filter that is misspelt', () => hmac(header(), { ...claims, where: { pages: { eq: '/' } } }, secret)],
    [
      'an operator that is misspelt',
      () => hmac(header(), { ...claims, where: { page: { equals: '/' } } }, secret),
    ],
    ['a filter that is a text', () => hmac(header(), { ...claims, where: '/' }, secret)],
    ['a range that is none', () => hmac(header(), { ...claims, maxRange: 'a week' }, secret)],
    ['claims that are a list', () => hmac(header(), [claims], secret)],
    ['claims that are no JSON', () => hmac(header(), 'claims', secret)],
    [
      'other claims under the signature',
      async () => swap(await signed({}), 1, part({ ...claims, origins: ['https://evil.example'] })),
    ],
    ['a cut signature', async () => (await signed({})).slice(0, -2)],
    ['no signature', async () => swap(await signed({}), 2, '')],
    ['three dots', () => 'a.b.c'],
  ])('%s: 401', async (_, make) => {
    const answer = await ask(await make())
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    expect(answer.body.data).toBeUndefined()
  })
})

describe('taking back', () => {
  test('a token by its jti, and all of a secret at once', async () => {
    // Of a secret that nobody has asked with yet: what is known of one may be 30 s old.
    const { control } = server.database
    const site = await control.site.findUniqueOrThrow({ where: { slug: 'test' } })
    const second = { kid: 'test-second', siteId: site.id, secret: new Uint8Array(32).fill(7) }
    await control.embedSecret.create({ data: second })
    const revoke = await server.post({
      query:
        'mutation { revokeEmbedToken(site: "test", jti: "leaked") { revokedJti userErrors { message } } }',
    })
    expect(revoke.body.data.revokeEmbedToken).toEqual({ revokedJti: 'leaked', userErrors: [] })
    const other = (claims: object) => signed(claims, { kid: second.kid }, second.secret)
    expect(codeOf(await ask(await other({ jti: 'leaked' })))).toBe('UNAUTHENTICATED')
    expect((await ask(await other({ jti: 'kept' }))).status).toBe(200)

    const third = { kid: 'test-third', siteId: site.id, secret: new Uint8Array(32).fill(8) }
    await control.embedSecret.create({ data: third })
    const disable = await server.post({
      query:
        'mutation { disableEmbedSecret(site: "test", kid: "test-third") { disabledKid userErrors { message } } }',
    })
    expect(disable.body.data.disableEmbedSecret).toEqual({ disabledKid: 'test-third', userErrors: [] })
    expect(codeOf(await ask(await signed({}, { kid: third.kid }, third.secret)))).toBe('UNAUTHENTICATED')
  })

  test('a site has two secrets that work at most', async () => {
    const make = () =>
      server.post({
        query: 'mutation { createEmbedSecret(site: "test") { kid userErrors { code message } } }',
      })
    const { body } = await make()
    expect(body.data.createEmbedSecret).toMatchObject({ kid: null, userErrors: [{ code: 'TAKEN' }] })
  })
})

describe('mistakes in what a token is asked for', () => {
  test.each([
    ['site', { site: 'nowhere' }, 'there is no site "nowhere"'],
    ['widgets', { widgets: ['sight-vitals'] }, '"sight-vitals": expected one of sight-vital-card'],
    ['widgets', { widgets: [] }, 'at least one element'],
    ['origins', { origins: ['wiki.example'] }, '"wiki.example": expected one such as https://wiki.example'],
    ['expiresIn', { expiresIn: 'P1D' }, 'PT1M to PT1H'],
  ])('%s is told: %j', async (path, input, message) => {
    const { body } = await create(input)
    const { token: made, userErrors } = body.data.createEmbedToken
    expect(made).toBeNull()
    expect(userErrors).toMatchObject([{ path: [path] }])
    expect(userErrors[0].message).toContain(message)
  })
})
