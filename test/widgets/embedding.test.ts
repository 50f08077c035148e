/** Elements in a page on another origin, under a strict policy, by an embed token: against the real API. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aBatch } from '../batches.ts'
import { launchChromium } from '../chromium.ts'
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { createPipeline } from '../pipeline.ts'

type Watched = { violations: string[] }

const WIDGETS = ['sight-vital-card', 'sight-time-series', 'sight-breakdown']
const ELEMENTS = WIDGETS.map((tag) => `<${tag}></${tag}>`).join('')

let api: GraphqlServer
let wiki: Server
let origin: string
let browser: Browser
let page: Page
/** What the wiki's own server answers when its page asks for a token, the oldest first; then one that works. */
let tokens: string[]
let tokensAsked: number

const tokenFor = async (input: object = {}): Promise<string> => {
  const { body } = await api.post({
    query: `mutation ($input: CreateEmbedTokenInput!) { createEmbedToken(input: $input) { token } }`,
    variables: { input: { site: 'test', widgets: WIDGETS, origins: [origin], ...input } },
  })
  return body.data.createEmbedToken.token
}
const context = (attributes: string, inside = ELEMENTS) =>
  `<sight-context site="test" range="P1D" ${attributes}>${inside}</sight-context>`

async function openWiki(markup: string): Promise<void> {
  await page.goto(`${origin}/?${new URLSearchParams({ markup }).toString()}`)
}

beforeAll(async () => {
  api = await startGraphqlServer('timescale')
  const pipeline = await createPipeline(api.database)
  for (let n = 0; n < 40; n++) await pipeline.send(aBatch())
  wiki = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wiki.example')
    if (pathname === '/embed-token') {
      tokensAsked++
      void Promise.resolve(tokens.shift() ?? tokenFor()).then((token) => response.end(token))
      return
    }
    if (pathname === '/wiki.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(`
        const renewToken = () => fetch('/embed-token').then((response) => response.text())
        for (const context of document.querySelectorAll('[data-renew]')) context.renewToken = renewToken`)
      return
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self' ${api.url}; connect-src 'self' ${api.url}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html`,
    }).end(`<!doctype html><html lang="en"><title>Wiki</title><main>${searchParams.get('markup') ?? ''}</main>
        <script src="/wiki.js"></script><script type="module" src="${api.url}/widgets/v1.js"></script>`)
  })
  await new Promise<void>((resolve) => {
    wiki.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(wiki.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  wiki?.close()
  await api?.close()
})
beforeEach(async () => {
  tokens = []
  tokensAsked = 0
  page = await browser.newPage()
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched
    watched.violations = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      watched.violations.push(`${violatedDirective} ${blockedURI}`)
    })
  })
})
afterEach(() => page.close())

const violations = () => page.evaluate(() => (globalThis as unknown as Watched).violations)

test('three elements show the site’s figures, without a violation, a cookie or a sign-in', async () => {
  await openWiki(context(`token="${await tokenFor()}"`))
  await page.locator('sight-vital-card [part=value]').waitFor()
  await page.locator('sight-time-series [part=plot]').waitFor()
  await page.locator('sight-breakdown tbody tr').first().waitFor()
  expect(await page.locator('sight-vital-card article').innerText()).toMatch(/1\.8\d?\s*s/)
  expect(await violations()).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('the page’s server gives the token, once for all, and another when that has ended', async () => {
  await openWiki(context('data-renew'))
  await page.locator('sight-breakdown tbody tr').first().waitFor()
  expect(tokensAsked).toBe(1)
  tokens = ['ended.by.now']
  await openWiki(context('data-renew'))
  await page.locator('sight-breakdown tbody tr').first().waitFor()
  await page.locator('sight-vital-card [part=value]').waitFor()
  expect(tokensAsked).toBe(3)
})

test('a token for other pages shows nothing, and says for which page it is missing', async () => {
  await openWiki(context(`token="${await tokenFor({ origins: ['https://wiki.example'] })}"`))
  const alert = page.locator('sight-vital-card [role=alert]')
  await alert.waitFor()
  expect(await alert.innerText()).toContain(`not for pages of "${origin}"`)
  expect(await page.locator('sight-vital-card [part=value]').count()).toBe(0)
})

test('an element that the token does not name shows nothing', async () => {
  const token = await tokenFor({ widgets: ['sight-vital-card'] })
  await openWiki(context(`token="${token}"`))
  await page.locator('sight-vital-card [part=value]').waitFor()
  const alert = page.locator('sight-breakdown [role=alert]')
  await alert.waitFor()
  expect(await alert.getAttribute('data-code')).toBe('DOCUMENT_UNTRUSTED')
})

test('a filter of the token holds, whatever the element asks', async () => {
  const token = await tokenFor({ where: { page: { eq: '/nowhere' } } })
  await openWiki(context(`token="${token}"`, '<sight-vital-card></sight-vital-card>'))
  await page.getByText('No LCP in the last').waitFor()
})
