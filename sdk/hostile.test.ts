/** Pages that are hard to live in: frozen, patched, missing or throwing surroundings, and policies that forbid nearly everything. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { PII_TEXTS, PII_URLS } from '../test/pii/corpus.ts'
import { startLiveSite, type LiveSite } from '../test/live-site.ts'
import type { PageGlobal } from './v1.ts'
import type { WireEvent } from './wire/batch.generated.ts'

declare const sightline: PageGlobal

let site: LiveSite
let visitor: BrowserContext
let page: Page
/** Whatever the page heard of: errors, rejections, lines in the console. */
let heard: string[]

const CONTENT = '<h1>Teas</h1><button id="buy">Buy</button><p id="text"></p>'

beforeAll(async () => {
  site = await startLiveSite()
  const { pages } = site.collector
  pages.set('/', `<!doctype html><title>Shop</title>${site.tag('data-consent="full"')}${CONTENT}`)
  pages.set('/empty', '<!doctype html><title>Empty</title>')
})
beforeEach(async () => {
  site.collector.received.length = 0
  site.collector.settings.site = { capture: { console: true } }
  visitor = await site.newVisitor()
  page = await visitor.newPage()
  heard = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => heard.push(message.text()))
})
afterEach(() => visitor.close())
afterAll(() => site.close())

const events = () => site.collector.received.flatMap(({ batch }) => batch.events)
const ofType = <T extends WireEvent['t']>(type: T) =>
  events().filter((event): event is Extract<WireEvent, { t: T }> => event.t === type)

/** Opens the page, uses it a little, and leaves it. */
async function use(path = '/'): Promise<void> {
  await page.goto(site.collector.origin + path)
  await page.waitForLoadState('networkidle')
  await page.click('#buy')
  await page.evaluate(async () => {
    document.getElementById('text')?.append('bought')
    await Promise.resolve()
      .then(() => fetch('/empty'))
      .catch(() => {})
    history.pushState({}, '', '/teas')
    sightline.event('bought')
    sightline.flag('new-checkout', true)
  })
  await page.waitForTimeout(300)
  await page.goto(`${site.collector.origin}/empty`)
  await page.waitForTimeout(200)
}

const SURROUNDINGS: [what: string, script: string][] = [
  [
    'frozen globals',
    `for (const thing of [XMLHttpRequest.prototype, Request.prototype, history, History.prototype, console, EventTarget.prototype, Array.prototype, Object.prototype]) Object.freeze(thing)
     Object.defineProperty(window, 'fetch', { value: fetch, writable: false, configurable: false })`,
  ],
  ['a fetch that throws', 'window.fetch = () => { throw new Error("theirs") }'],
  ['a fetch that answers with no promise', 'window.fetch = () => 42'],
  [
    'an XMLHttpRequest of their own',
    'window.XMLHttpRequest = function () { this.send = () => {}; this.open = () => {} }',
  ],
  [
    'getters that throw',
    `for (const [owner, names] of [[Navigator.prototype, ['language', 'connection', 'deviceMemory', 'webdriver', 'globalPrivacyControl']], [Document.prototype, ['title', 'referrer', 'readyState2']]])
      for (const name of names) Object.defineProperty(owner, name, { get() { throw new Error('theirs') }, configurable: true })
     Object.defineProperty(window, 'innerWidth', { get() { throw new Error('theirs') } })`,
  ],
  ['no PerformanceObserver', 'delete window.PerformanceObserver'],
  [
    'no observers at all',
    'for (const name of ["PerformanceObserver", "MutationObserver", "ReportingObserver", "IntersectionObserver"]) delete window[name]',
  ],
  [
    'no storage and no databases',
    `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
  ],
  [
    'no newer interfaces',
    'for (const name of ["navigation", "CompressionStream", "requestIdleCallback", "PerformanceEventTiming", "PerformanceLongAnimationFrameTiming"]) delete window[name]; delete AbortSignal.timeout',
  ],
  [
    'a polluted Object.prototype',
    'Object.prototype.polluted = function () { return "theirs" }; Object.prototype.extra = { a: 1 }',
  ],
  ['a polluted Array.prototype', 'Array.prototype.polluted = () => "theirs"'],
]

test.each(SURROUNDINGS)('%s: the page hears nothing of us, and the event arrives', async (_, script) => {
  await page.addInitScript(script)
  await use()
  expect(heard).toEqual([])
  // A fetch of the page's that cannot send is not what we send with only if it was replaced after us.
  if (/fetch = /.test(script)) return
  const event = await site.collector.waitFor(() => ofType('custom')[0], 'the event')
  expect(event.name).toBe('bought')
  expect(site.collector.received.flatMap(({ problems }) => problems)).toEqual([])
})

test('handlers of the page that throw are its own affair: our events arrive, its errors are told once', async () => {
  await page.addInitScript(() => {
    for (const type of ['click', 'visibilitychange', 'pagehide', 'error']) {
      addEventListener(type, () => {
        throw new Error(`theirs: ${type}`)
      })
    }
  })
  await use()
  await site.collector.waitFor(() => ofType('custom')[0], 'the event')
  expect(ofType('error').filter(({ message }) => message.includes('theirs: click'))).toHaveLength(1)
  expect(heard.filter((message) => !message.includes('theirs'))).toEqual([])
})

test('storms of errors, clicks, mutations and routes cost little, and what is sent stays bounded', async () => {
  await page.goto(site.collector.origin)
  await page.waitForLoadState('networkidle')
  const longest = await page.evaluate(async () => {
    let longest = 0
    for (let round = 0; round < 10; round++) {
      const began = performance.now()
      for (let i = 0; i < 300; i++) {
        dispatchEvent(new ErrorEvent('error', { error: new Error(`storm ${i}`), message: `storm ${i}` }))
        document.getElementById('buy')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
        document.getElementById('text')?.replaceChildren(String(i))
      }
      longest = Math.max(longest, performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve))
    }
    return longest
  })
  // 300 errors, clicks and mutations at once: far more than the page would survive itself.
  expect(longest).toBeLessThan(3000)
  await page.goto(`${site.collector.origin}/empty`)
  await page.waitForTimeout(500)
  expect(ofType('error').length).toBeLessThanOrEqual(100)
  expect(heard.filter((message) => !message.includes('storm'))).toEqual([])
})

const POLICIES: [what: string, policy: string][] = [
  [
    'nonces, strict-dynamic and trusted types',
    "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  ],
  [
    'a list of hosts and trusted types',
    "default-src 'none'; script-src 'self' 'nonce-r4nd0m'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  ],
]
test.each(POLICIES)('a page under %s reports no violation, and everything is measured', async (_, policy) => {
  const tag = site.tag('data-consent="full" nonce="r4nd0m"')
  site.collector.pages.set(
    '/strict',
    `<!doctype html><title>Strict</title><meta http-equiv="content-security-policy" content="${policy}">
    <script nonce="r4nd0m">window.violations = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI))
    </script>${tag}${CONTENT}`,
  )
  await page.goto(`${site.collector.origin}/strict`)
  await page.waitForLoadState('networkidle')
  await page.click('#buy')
  await page.waitForTimeout(500)
  expect(await page.evaluate('violations')).toEqual([])
  await page.goto(`${site.collector.origin}/empty`)
  await site.collector.waitFor(() => ofType('vital').some(({ attribution }) => attribution), 'attribution')
  await site.collector.waitFor(() => ofType('action')[0], 'the click')
  expect(heard).toEqual([])
})

test('of the corpus of personal data nothing leaves the page, wherever it stands', async () => {
  site.collector.settings.site = { capture: { console: true } }
  const path = encodeURI('/orders/anna@example.com')
  site.collector.pages.set(
    '/orders/anna@example.com',
    `<!doctype html><title>Orders of anna@example.com</title>${site.tag('data-consent="full"')}
    <form name="payment"><input name="email" value="anna@example.com"><input name="card" value="4111111111111111" data-x="1"></form>
    <button aria-label="Sign out anna@example.com">Out</button>`,
  )
  await page.goto(
    `${site.collector.origin}${path}?email=anna@example.com&token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc#4111111111111111`,
  )
  await page.waitForLoadState('networkidle')
  // A path of its own is an address only where an address is expected.
  const pieces = [...PII_TEXTS, ...PII_URLS.filter(({ text }) => text.startsWith('http'))]
  for (let from = 0; from < pieces.length; from += 60) {
    await page.evaluate(
      (texts) => {
        for (const text of texts) {
          sightline.event('said', { attributes: { text } })
          sightline.setAttributes({ last: text })
          sightline.setUser({ id: 'u-1', note: text })
        }
        history.pushState({}, '', `/said/${texts.length}`)
        for (const text of texts.slice(0, 9)) {
          sightline.error(new Error(text))
          console.error(text)
        }
        const [text = ''] = texts
        document.title = text
        const button = Object.assign(document.createElement('button'), { textContent: text, title: text })
        document.body.append(button)
        button.click()
        void fetch(`/empty?q=${encodeURIComponent(text)}`).catch(() => {})
      },
      pieces.slice(from, from + 60).map(({ text }) => text),
    )
    await page.waitForTimeout(200)
  }
  // One batch for each `setUser`, one at a time: a page that left now would leave some of them to the next one.
  await site.collector.waitFor(() => ofType('custom').length >= pieces.length, 'an event for each piece')
  await page.click('input[name=card]')
  await page.keyboard.type('5500005555555559')
  await page.waitForTimeout(300)
  await page.goto(`${site.collector.origin}/empty`)
  await site.collector.waitFor(() => ofType('custom').length >= pieces.length, 'an event for each piece')
  const sent = JSON.stringify(site.collector.received.map(({ batch }) => ({ ...batch, key: '' })))
  const planted = [
    ...pieces.map(({ secret }) => secret),
    'anna@example.com',
    '4111111111111111',
    '5500005555555559',
  ]
  expect(
    planted.filter((secret) => sent.includes(secret) || sent.includes(encodeURIComponent(secret))),
  ).toEqual([])
  expect(sent).toContain('[email]')
})
