/** The SDK in a real browser, against a collector that remembers: what arrives when somebody really uses a page. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../test/chromium.ts'
import { startRecordingCollector, type RecordingCollector } from '../test/recording-collector.ts'
import type { PageGlobal } from './v1.ts'
import type { VitalEvent, ViewContext, WireEvent } from './wire/batch.generated.ts'

/** In the page, where the script has run. */
declare const sightline: PageGlobal

let browser: Browser
let collector: RecordingCollector
let context: BrowserContext
let page: Page

const TAG = `<script src="/sdk/v1.js" data-key="pk_test" data-release="web@4.2.0" data-environment="test" data-consent="full" defer></script>`
const SHOP = `<!doctype html><title>Teas</title><script>
  window.caught = []
  window.onerror = (message) => { caught.push(message) }
</script>${TAG}
<body style="font: 16px sans-serif">
<h1>Teas</h1><img src="/pixel.svg" width="300" height="200" alt="">
<div id="late"></div>
<button class="slow primary" data-sightline="sort-by-aroma">Sort by aroma</button>
<button id="fail"><b>Break</b> it</button>
<button id="reject">Reject</button>
<input id="name" value="Ada Lovelace">
<a id="away" href="/about">About</a>
<button id="soft">Green tea</button>
<p id="content">All teas</p>
<script>
  const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); }
  document.querySelector('.slow').onclick = () => busy(120)
  document.querySelector('#fail').onclick = () => { null.price }
  document.querySelector('#reject').onclick = () => { Promise.reject(new RangeError('card 4111 1111 1111 1111')) }
  document.querySelector('#soft').onclick = () => {
    history.pushState({}, '', '/teas/sencha')
    fetch('/slow').then(() => { document.title = 'Sencha'; document.querySelector('#content').textContent = 'Sencha' })
  }
  setTimeout(() => { document.querySelector('#late').style.height = '150px' }, 50)
</script>`

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  collector = await startRecordingCollector()
  collector.pages.set('/', SHOP)
  collector.pages.set('/about', `<!doctype html><title>About</title>${TAG}<h1>About us</h1>`)
  collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
  context = await browser.newContext({ viewport: { width: 800, height: 600 } })
  page = await context.newPage()
})
afterEach(async () => {
  const { received } = collector
  await context.close()
  await collector.close()
  expect(received.flatMap(({ problems }) => problems)).toEqual([])
})

const ofType = <T extends WireEvent['t']>(type: T) =>
  collector.events().filter((event): event is Extract<WireEvent, { t: T }> => event.t === type)
const vitals = (name: VitalEvent['name']) => ofType('vital').filter((vital) => vital.name === name)
const viewContexts = () =>
  Object.fromEntries(collector.received.flatMap(({ batch }) => Object.entries(batch.views ?? {})))
const viewsBy = (navigation: ViewContext['navigation']) =>
  Object.entries(viewContexts()).filter(([, view]) => view.navigation === navigation)

async function open(path = '/'): Promise<void> {
  await page.goto(collector.origin + path, { waitUntil: 'load' })
  await page.waitForTimeout(300)
}

test('every vital of a page arrives when the visitor clicks and goes elsewhere', async () => {
  await open()
  await page.click('.slow')
  await page.waitForTimeout(100)
  await page.goto(`${collector.origin}/empty`)
  const [viewId] = await collector.waitFor(() => viewsBy('navigate')[0], 'the view')
  for (const name of ['TTFB', 'FCP', 'LCP', 'CLS', 'INP'] as const) {
    const [vital] = await collector.waitFor(() => vitals(name).length > 0 && vitals(name), name)
    expect(vital).toMatchObject({ view: viewId, revision: 0 })
  }
  expect(vitals('INP')[0]?.value).toBeGreaterThan(100)
  expect(vitals('INP')[0]?.attribution).toMatchObject({ element: 'sort-by-aroma', event: 'pointer' })
  expect(vitals('CLS')[0]?.value).toBeGreaterThan(0.01)
  expect(Object.keys(vitals('LCP')[0]?.attribution?.phases ?? {})).toEqual([
    'ttfb',
    'loadDelay',
    'load',
    'renderDelay',
  ])
})

test('an interaction that is cut short by leaving is not lost', async () => {
  await open()
  await page.evaluate(() => {
    // Nothing is ever idle, as on a page that is busy loading the next one.
    window.requestIdleCallback = () => 0
  })
  await page.click('.slow')
  await page.waitForTimeout(200)
  await page.goto(`${collector.origin}/empty`)
  const inp = await collector.waitFor(() => vitals('INP')[0], 'INP')
  expect(inp.value).toBeGreaterThan(100)
})

test('the final values arrive when the tab is closed', async () => {
  await open()
  await page.click('.slow')
  await page.waitForTimeout(100)
  await page.close({ runBeforeUnload: false })
  for (const name of ['LCP', 'CLS', 'INP'] as const) {
    await collector.waitFor(() => vitals(name)[0], name)
  }
})

test('a hard load is one view with its timing, sent once the load is over', async () => {
  await open()
  const view = await collector.waitFor(() => ofType('view')[0], 'the view')
  expect(view.seq).toBe(0)
  expect(view.timing?.load).toBeGreaterThan(0)
  expect(view.supported).toEqual(['LCP', 'INP', 'CLS', 'FCP', 'TTFB', 'LOAD'])
  const { batch, contentType } = collector.received[0] ?? {}
  expect(contentType).toMatch('text/plain')
  expect(batch?.context).toMatchObject({
    release: 'web@4.2.0',
    environment: 'test',
    viewport: [800, 600],
    webdriver: true,
  })
  expect(viewContexts()[view.view]).toMatchObject({ title: 'Teas', url: `${collector.origin}/` })
})

test('a changed path is a view of its own with a ROUTE, a changed query or fragment is none', async () => {
  await open()
  await page.evaluate(() => {
    history.pushState({}, '', '/?sort=aroma#top')
  })
  await page.click('#soft')
  const route = await collector.waitFor(() => vitals('ROUTE')[0], 'ROUTE')
  const [[viewId, view] = []] = viewsBy('soft')
  expect(viewsBy('soft')).toHaveLength(1)
  expect(route.view).toBe(viewId)
  expect(route.value).toBeGreaterThanOrEqual(240)
  expect(route.value).toBeLessThan(1000)
  expect(view).toMatchObject({ title: 'Sencha', url: `${collector.origin}/teas/sencha` })
  expect(view?.referrer).toBe(`${collector.origin}/`)
  await page.goto(`${collector.origin}/empty`)
  const lcp = await collector.waitFor(() => vitals('LCP')[0], 'LCP')
  expect(lcp.view).toBe(viewsBy('navigate')[0]?.[0])
})

test('a view restored from the back/forward cache has its own values', async () => {
  await open()
  // Playwright keeps the cache switched off, so the page is told what the browser would tell it.
  await page.evaluate(() => sightline.view('/teas'))
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForTimeout(200)
  await page.goto(`${collector.origin}/empty`)
  const [viewId] = await collector.waitFor(() => viewsBy('bfcache')[0], 'a restored view')
  const lcp = await collector.waitFor(() => vitals('LCP').find(({ view }) => view === viewId), 'its LCP')
  expect(lcp.revision).toBe(0)
  expect(viewContexts()[viewId]).toMatchObject({ page: '/teas', title: 'Teas' })
  const view = ofType('view').find(({ view }) => view === viewId)
  expect(view?.timing).toBeUndefined()
  expect(view?.supported).toEqual(['LCP', 'INP', 'CLS', 'FCP'])
  expect(vitals('TTFB').map(({ view }) => view)).toEqual([viewsBy('navigate')[0]?.[0]])
})

test('errors and rejections arrive scrubbed, and the page hears of them as before', async () => {
  await open()
  await page.click('#fail')
  await page.click('#reject')
  // The browser tells of a rejection a little later, in case somebody handles it after all.
  await page.waitForTimeout(100)
  await page.evaluate(() => {
    sightline.error(new Error('caught one'), { attributes: { step: 2 } })
  })
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(() => ofType('error').length === 3, 'three errors')
  const [thrown, rejected, handled] = ['window', 'promise', 'custom'].map((origin) =>
    ofType('error').find(({ source }) => source === origin),
  )
  expect(thrown).toMatchObject({ type: 'TypeError', source: 'window', handled: false })
  expect(thrown?.stack).toContain('onclick')
  expect(rejected).toMatchObject({ type: 'RangeError', message: 'card [card]' })
  expect(handled).toMatchObject({ source: 'custom', handled: true, attributes: { step: 2 } })
})

test("the page's own error handler still fires, and an endless loop of errors is cut", async () => {
  await open()
  await page.evaluate(() => {
    for (let i = 0; i < 50; i++) setTimeout(() => void Promise.reject(new Error('again')))
  })
  await page.click('#fail')
  expect(await page.evaluate(() => (window as unknown as { caught: string[] }).caught)).toEqual([
    expect.stringContaining('TypeError'),
  ])
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(() => ofType('error').length > 0, 'errors')
  expect(ofType('error').filter(({ message }) => message === 'again')).toHaveLength(10)
})

test('a click has a stable target and the name on the button, never what was typed', async () => {
  await open()
  await page.click('.slow')
  await page.click('#fail b')
  await page.click('#name')
  await page.goto(`${collector.origin}/empty`)
  const clicks = () => ofType('action').filter(({ kind }) => kind === 'click')
  await collector.waitFor(() => clicks().length === 3, 'three clicks')
  expect(clicks().map(({ target, name }) => [target, name])).toEqual([
    ['sort-by-aroma', 'Sort by aroma'],
    ['button#fail', 'Break it'],
    ['input#name', undefined],
  ])
})

test('flags, events and users travel with the batch', async () => {
  await open()
  await page.evaluate(() => {
    sightline.setUser({ id: 'u-17', plan: 'pro' })
    sightline.setAttributes({ tenant: 'north', nested: { not: 'allowed' } as never })
    sightline.flag('new-checkout', 'on', 'SPLIT')
    sightline.flag('new-checkout', 'on', 'SPLIT')
    sightline.event('checkout_completed', { value: 59.9, attributes: { currency: 'EUR' } })
  })
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(() => ofType('custom')[0], 'the event')
  expect(ofType('flag')).toMatchObject([{ key: 'new-checkout', variant: 'on', reason: 'SPLIT' }])
  expect(ofType('custom')).toMatchObject([{ name: 'checkout_completed', value: 59.9 }])
  const last = collector.received.find(({ batch }) => batch.events.some(({ t }) => t === 'custom'))
  expect(last?.batch.context).toMatchObject({
    flags: { 'new-checkout': 'on' },
    user: { id: 'u-17', plan: 'pro' },
    attributes: { tenant: 'north' },
  })
})

test('a batch that the collector could not take is sent again with the same id', async () => {
  collector.answers.push(503)
  await open()
  const id = await collector.waitFor(() => collector.received[0]?.batch.id, 'the first try')
  const again = await collector.waitFor(() => collector.received[1], 'the second try')
  expect(again.batch.id).toBe(id)
  expect(again.batch.sentAt).toBeGreaterThanOrEqual(collector.received[0]?.batch.sentAt ?? Infinity)
  expect(collector.events().filter(({ t }) => t === 'view')).toHaveLength(1)
})

test('the pages and tabs of an origin share a session and a visitor', async () => {
  await open()
  const other = await context.newPage()
  await other.goto(`${collector.origin}/about`)
  await other.close()
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(() => ofType('view').length === 2, 'two views')
  const sessions = collector.received.map(({ batch }) => batch.session)
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(1)
  expect(new Set(sessions.map(({ visitor }) => visitor)).size).toBe(1)
  expect(sessions[0]?.visitor).toMatch(/^[0-9a-f-]{36}$/)
})

test('a visitor who asks not to be tracked gets no id', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })
  })
  await open()
  await collector.waitFor(() => collector.received[0], 'a batch')
  expect(collector.received[0]?.batch.session.visitor).toBeNull()
  expect(await page.evaluate(() => localStorage.getItem('sightline.visitor'))).toBeNull()
})

test('the SDK works where storage is denied', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await open()
  await collector.waitFor(() => ofType('view')[0], 'the view')
})

test('stop undoes everything: no event, no wrapper, no request', async () => {
  await page.addInitScript('window.before = [fetch, XMLHttpRequest.prototype.send]')
  await open()
  await collector.waitFor(() => ofType('view')[0], 'the view')
  await page.evaluate(() => sightline.stop())
  const restored = await page.evaluate('before[0] === fetch && before[1] === XMLHttpRequest.prototype.send')
  expect(restored).toBe(true)
  const count = collector.received.length
  await page.click('.slow')
  await page.click('#fail')
  await page.evaluate(() => sightline.event('ignored'))
  await page.goto(`${collector.origin}/empty`)
  await page.waitForTimeout(300)
  expect(collector.received).toHaveLength(count)
})

test('calls made before the script has come are made when it has', async () => {
  collector.pages.set(
    '/',
    `<!doctype html><script>window.sightline = { q: [] }; sightline.q.push(['event', 'early'])</script>${TAG}<h1>Hi</h1>`,
  )
  await open()
  await page.evaluate(() => sightline.q?.push(['event', 'late']))
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(() => ofType('custom').length === 2, 'both')
  expect(ofType('custom').map(({ name }) => name)).toEqual(['early', 'late'])
})
