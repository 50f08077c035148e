/** What the public gets of a status page over HTTP, and that it gets nothing else. */
import { randomUUID } from 'node:crypto'
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EMBEDDABLE_WIDGETS } from '../../api/embeds/embeddable.ts'
import { signEmbedToken } from '../../sdk/client/embed.ts'
import { DOCUMENT_IDS } from '../../widgets/data/document-ids.generated.ts'
import { KEY, aView } from '../batches.ts'
import { type Answer, type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { launchChromium } from '../chromium.ts'
import { createPipeline } from '../pipeline.ts'
import { axeViolations, watched } from '../widgets/widget-page.ts'

const PORTAL = 'https://www.shop.example'
const DAY_MS = 86_400_000

let server: GraphqlServer
let siteSecret: { kid: string; secret: string }

const mutate = async (field: string, input: object) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`
  const { body } = await server.post({
    query: `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { path message } ${field.includes('Incident') ? 'incident' : 'statusPage'} { id } } }`,
    variables: { input },
  })
  expect(body.data?.[field].userErrors).toEqual([])
  return Object.values(body.data[field]).flatMap((value) => (value as { id?: string }).id ?? [])[0] as string
}
/** Each from an address of its own, so that no test uses up the turns of another. */
let address = 0
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/status/${path}`, {
    headers: { 'x-forwarded-for': `10.0.0.${++address % 250}`, ...headers },
  })
const tokenOf = async (slug = 'shop') => (await get(`${slug}/token`)).text()
const ask = (token: string, question: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  server.post(
    { documentId: DOCUMENT_IDS['StatusPage'], variables: { slug: null }, ...question },
    { headers: { authorization: `Bearer ${token}`, origin: PORTAL, ...headers } },
  )
const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions?.code

let pages = 0
beforeAll(async () => {
  server = await startGraphqlServer('timescale', { TRUSTED_PROXIES: '1' })
  const pipeline = await createPipeline(server.database)
  const yesterday = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2
  for (const [daysBefore, visitors] of [12, 3].entries())
    for (let n = 0; n < visitors; n++) {
      const [view, at] = [randomUUID(), yesterday - daysBefore * DAY_MS + n * 1000]
      await pipeline.send(
        {
          v: 1,
          key: KEY,
          id: randomUUID(),
          sentAt: at + 100,
          session: { id: randomUUID(), startedAt: at, visitor: randomUUID() },
          views: { [view]: aView({ startedAt: at }) },
          events: [
            { t: 'view', at, view, seq: 0 },
            { t: 'vital', at: at + 1, view, seq: 1, name: 'LCP', value: 1234 },
          ],
        },
        { receivedAt: at + 200 },
      )
    }
  const slo = await server.post({
    query:
      'mutation { createSlo(input: { site: "test", name: "Internal name", definition: { objective: 0.9, indicator: { kind: VITAL, metric: LCP } } }) { slo { id } } createEmbedSecret(site: "test") { kid secret } }',
  })
  siteSecret = slo.body.data.createEmbedSecret
  const components = [
    { name: 'Pages', slo: slo.body.data.createSlo.slo.id },
    { name: 'Speed', vital: 'LCP' },
  ]
  const page = await mutate('saveStatusPage', {
    site: 'test',
    slug: 'shop',
    title: 'Shop <&>',
    description: 'How "we" do',
    origins: [PORTAL],
    published: true,
    floor: 10,
    components,
  })
  await mutate('saveStatusPage', { site: 'test', slug: 'draft', title: 'Draft', components })
  await mutate('openIncident', {
    page,
    title: 'Slow <script>alert(1)</script>',
    message: 'Look & see ]]>',
    components: ['pages'],
  })
})
afterAll(() => server.close())
beforeEach(() => {
  pages++
})

describe('the token of a reader', () => {
  test('is given to the page itself and to the origins that the page names, and to no other', async () => {
    const own = await get('shop/token')
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, null])
    const named = await get('shop/token', { origin: PORTAL })
    expect([named.status, named.headers.get('access-control-allow-origin')]).toEqual([200, PORTAL])
    expect(named.headers.get('access-control-allow-credentials')).toBeNull()
    expect([named.headers.get('vary'), named.headers.get('cache-control')]).toEqual(['Origin', 'no-store'])
    const foreign = await get('shop/token', { origin: 'https://evil.example' })
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  test('tells nothing of the site, and ends within ten minutes', async () => {
    const token = await tokenOf()
    const { iat = 0, exp = 0, jti: _, origins, ...claims } = decodeJwt(token)
    expect(exp - iat).toBe(600)
    expect(claims).toEqual({
      aud: 'sightline',
      sub: 'status:shop',
      widgets: ['sight-status-page'],
      public: 10,
      page: 'shop',
    })
    expect(origins).toContain(PORTAL)
    expect(decodeProtectedHeader(token).kid).toBe('status:shop')
  })

  test('is asked for too often by nobody', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => get('shop/token', { 'x-forwarded-for': '10.9.9.9' })),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('shows the page, without what rests on fewer visitors than its floor', async () => {
    const { status, body, headers } = await ask(await tokenOf())
    expect([status, body.errors]).toEqual([200, undefined])
    expect(headers.get('access-control-allow-origin')).toBe(PORTAL)
    const { components, incidents, state, floor } = body.data.statusPage
    expect([floor, state, incidents[0].components]).toEqual([10, 'DEGRADED', ['Pages']])
    const [slo, vital] = components
    expect(slo.days.slice(-2).map(({ compliance }: { compliance: number }) => compliance)).toEqual([null, 1])
    expect(slo).toMatchObject({ uptime: 1, objective: 0.9, state: 'DEGRADED' })
    expect(vital.vital).toEqual({ unit: 'ms', p75: 1230, rating: 'GOOD' })
    expect(JSON.stringify(body)).not.toMatch(/Internal|"test|statements|visitors/)
  })

  test.each([
    ['another registered operation', { documentId: DOCUMENT_IDS['VitalCard'], variables: { site: 'test' } }],
    ['the strip of the SLO behind it', { documentId: DOCUMENT_IDS['StatusStrip'] }],
    ['a question of its own', { documentId: undefined, query: '{ statusPage { title } }' }],
    ['the sites', { documentId: undefined, query: '{ sites { nodes { id } } }' }],
    ['the schema', { documentId: undefined, query: '{ __schema { types { name } } }' }],
  ])('does not ask %s', async (_, question) => {
    const answer = await ask(await tokenOf(), question)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(['DOCUMENT_UNTRUSTED', 'DOCUMENT_UNKNOWN']).toContain(codeOf(answer))
    expect(answer.body.data ?? null).toBeNull()
  })

  test('names no other page, and variables change nothing else', async () => {
    const answer = await ask(await tokenOf(), { variables: { slug: 'draft' } })
    expect([codeOf(answer), answer.body.data?.statusPage ?? null]).toEqual(['FORBIDDEN', null])
    const [usual, more] = await Promise.all(
      [{}, { floor: 1, range: { last: 'PT1H' }, site: 'test' }].map(async (variables) =>
        ask(await tokenOf(), { variables }),
      ),
    )
    expect(more?.body.data).toEqual(usual?.body.data)
  })

  test('works in the pages that it names only', async () => {
    const answer = await ask(await tokenOf(), {}, { origin: 'https://evil.example' })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'ORIGIN_FORBIDDEN'])
  })

  test('cannot be changed: neither its floor nor its page nor its elements', async () => {
    const token = await tokenOf()
    const [header = '', payload = '', signature = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    const forge = (change: object) =>
      [header, Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url'), signature].join(
        '.',
      )
    for (const change of [
      { public: undefined, page: undefined },
      { public: 5 },
      { page: 'draft' },
      { widgets: ['sight-sessions'] },
      { sub: 'test' },
    ]) {
      const answer = await ask(forge(change))
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  test('ends when the page is not published any more', async () => {
    const page = await mutate('saveStatusPage', {
      site: 'test',
      slug: `gone-${pages}`,
      title: 'Gone',
      origins: [PORTAL],
      published: true,
      components: [{ name: 'Speed', vital: 'LCP' }],
    })
    const token = await tokenOf(`gone-${pages}`)
    await mutate('saveStatusPage', { id: page, published: false })
    expect((await ask(token)).status).toBe(401)
  })
})

test('the operations for the public are those whose figures are held to the floor by tests', () => {
  // api/status/figures.test.ts counts by hand what StatusPage may tell: another operation needs its like.
  const operations = EMBEDDABLE_WIDGETS.flatMap((widget) => (widget.public ? widget.operations : []))
  expect(operations).toEqual(['StatusPage'])
})

describe('a token for the public that a customer signs', () => {
  const signed = (claims: Partial<Parameters<typeof signEmbedToken>[0]>) =>
    signEmbedToken({
      ...siteSecret,
      site: 'test',
      widgets: ['sight-status-page'],
      origins: [PORTAL],
      ...claims,
    })

  test('shows the page with the higher of both floors', async () => {
    const lower = await ask(await signed({ public: 5, page: 'shop' }))
    expect(lower.body.data.statusPage).toMatchObject({ floor: 10, components: [{ uptime: 1 }, {}] })
    const higher = await ask(await signed({ public: 16, page: 'shop' }))
    expect(higher.body.data.statusPage).toMatchObject({
      floor: 16,
      components: [{ uptime: null }, { vital: null }],
    })
  })

  test.each([
    ['an element that is not for the public', { public: 20, page: 'shop', widgets: ['sight-vital-card'] }],
    ['a floor that hides nobody', { public: 4, page: 'shop' }],
    ['a floor without a page', { public: 20 }],
    ['a page without a floor', { page: 'shop' }],
    ['a filter', { public: 20, page: 'shop', where: { country: { eq: 'DE' } } }],
  ])('is not taken with %s', async (_, claims) => {
    const answer = await ask(await signed(claims))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('is not taken in the name of a page: its secret is another', async () => {
    const now = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({
      aud: 'sightline',
      sub: 'status:shop',
      widgets: ['sight-status-page'],
      origins: [PORTAL],
      public: 5,
      page: 'shop',
      iat: now,
      exp: now + 60,
      jti: 'x',
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'sightline-embed+jwt', kid: 'status:shop' })
      .sign(new Uint8Array(Buffer.from(siteSecret.secret, 'base64url')))
    expect((await ask(token)).status).toBe(401)
  })
})

describe('the page', () => {
  test.each(['', '/token', '/feed.xml'])(
    'answers alike for unknown and unpublished ones: %s',
    async (path) => {
      const [unknown, draft] = await Promise.all(
        ['nothing', 'draft'].map(async (slug) => {
          const response = await get(`${slug}${path}`)
          return { status: response.status, body: await response.text() }
        }),
      )
      expect(draft).toEqual(unknown)
      expect(draft?.status).toBe(404)
    },
  )

  test('has a title, a summary for readers without scripts, a strict policy and no cookies', async () => {
    const response = await get('shop')
    const html = await response.text()
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(html).toContain('<title>Shop &lt;&amp;&gt; status</title>')
    expect(html).toContain('content="How &quot;we&quot; do"')
    expect(html).toMatch(/<noscript>.*Degraded performance.*Pages: Degraded performance/s)
    expect(html).not.toMatch(/<script>|Internal|"test/)
  })

  test('is accessible, keeps still, fits 360 pixels and obeys its policy in a browser', async () => {
    const browser = await launchChromium()
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      await page.addInitScript(() => {
        Object.assign(globalThis, { violations: [], shift: 0 })
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          ;(globalThis as unknown as { violations: string[] }).violations.push(violatedDirective)
        })
      })
      await page.goto(`${server.url}/status/shop`)
      await page.locator('[part=banner]').waitFor()
      expect(await page.locator('[part=incident]').innerText()).toContain('Slow <script>alert(1)</script>')
      expect(await page.locator('h1').innerText()).toBe('Shop <&>')
      expect(await axeViolations(page)).toEqual([])
      expect((await watched(page)).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await page.context().cookies()).toEqual([])
      await page.close()
    }
    await browser.close()
  })

  test('has a feed of its incidents that keeps their texts as texts', async () => {
    const response = await get('shop/feed.xml')
    const xml = await response.text()
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    expect(xml).toContain('<title>Investigating: Slow &lt;script&gt;alert(1)&lt;/script&gt;</title>')
    expect(xml).toContain('Look &amp;amp; see ]]&amp;gt;')
    expect(xml.match(/<entry>/g)).toHaveLength(1)
  })
})
