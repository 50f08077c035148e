/** What the SDK may do in a page before and after the visitor was asked, in a real browser, with what it left behind. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../test/live-site.ts'
import type { PageGlobal } from './v1.ts'
import type { WireEvent } from './wire/batch.generated.ts'

/** In the page, where the script has run. */
declare const sightline: PageGlobal

let site: LiveSite
let visitor: BrowserContext
let page: Page
let requests: string[]

const BUTTON = '<button id="buy" data-sightline="buy">Buy</button>'

beforeAll(async () => {
  site = await startLiveSite()
  for (const level of ['none', 'cookieless', 'full']) {
    const html = `<!doctype html><title>${level}</title>${site.tag(`data-consent="${level}"`)}<h1>Teas</h1>${BUTTON}`
    site.collector.pages.set(`/${level}`, html)
  }
  site.collector.pages.set(
    '/unsaid',
    `<!doctype html><title>Unsaid</title>${site.tag()}<h1>Teas</h1>${BUTTON}`,
  )
  site.collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
})
beforeEach(async () => {
  site.collector.received.length = 0
  site.collector.settings.site = {}
  visitor = await site.newVisitor()
  page = await visitor.newPage()
  requests = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
})
afterEach(() => visitor.close())
afterAll(() => site.close())

const open = (path: string) => page.goto(site.collector.origin + path, { waitUntil: 'load' })
const consent = (level: 'none' | 'cookieless' | 'full') =>
  page.evaluate((level) => sightline.consent(level), level)
const events = () => site.collector.events()
const ofType = <T extends WireEvent['t']>(type: T) =>
  events().filter((event): event is Extract<WireEvent, { t: T }> => event.t === type)
/** Everything that the browser keeps for the origin. */
async function kept() {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))
}
const NOTHING = { local: [], session: [], cookies: '', databases: [] }

test('without consent nothing is stored, observed or asked for, however the page is used', async () => {
  await open('/none')
  await page.click('#buy')
  await page.evaluate(() => {
    sightline.event('ignored')
    sightline.setUser({ id: 'u-1' })
  })
  await page.waitForTimeout(3500)
  expect(await kept()).toEqual(NOTHING)
  await open('/empty')
  expect(await kept()).toEqual(NOTHING)
  expect(requests.filter((path) => path.startsWith('/v1/') || path.startsWith('/sdk/v1/'))).toEqual([])
  expect(site.collector.received).toEqual([])
})

test('consent that comes later measures the whole page, from its start', async () => {
  await open('/none')
  await page.waitForTimeout(500)
  await page.evaluate(() => sightline.event('before'))
  await consent('full')
  await open('/empty')
  const view = await site.collector.waitFor(() => ofType('view')[0], 'the view')
  expect(view.timing?.load).toBeGreaterThan(0)
  await site.collector.waitFor(() => ofType('vital').some(({ name }) => name === 'LCP'), 'its LCP')
  expect(ofType('custom').map(({ name }) => name)).toEqual([])
  expect(site.collector.received[0]?.batch.session.visitor).toMatch(/^[0-9a-f-]{36}$/)
  expect((await kept()).local.sort()).toEqual(
    expect.arrayContaining(['sightline.consent', 'sightline.session', 'sightline.visitor']),
  )
})

test('cookieless pages are measured and leave nothing in the browser, nor a visitor at the collector', async () => {
  await open('/cookieless')
  await page.click('#buy')
  await page.evaluate(() => sightline.event('bought'))
  expect(await kept()).toEqual(NOTHING)
  await open('/empty')
  await site.collector.waitFor(() => ofType('custom')[0], 'the event')
  expect(await kept()).toEqual(NOTHING)
  expect(site.collector.received.map(({ batch }) => batch.session.visitor)).toEqual(
    site.collector.received.map(() => null),
  )
})

test('cookieless is what holds where neither the page nor the site says anything', async () => {
  await open('/unsaid')
  await page.waitForTimeout(300)
  expect(await kept()).toEqual(NOTHING)
  await open('/empty')
  await site.collector.waitFor(() => ofType('view')[0], 'the view')
})

test('consent to more keeps the session that was, tells the collector, and holds for the next pages', async () => {
  await open('/cookieless')
  await page.evaluate(() => sightline.event('first'))
  await consent('full')
  await page.evaluate(() => sightline.event('second'))
  await open('/cookieless')
  await page.evaluate(() => sightline.event('third'))
  await open('/empty')
  await site.collector.waitFor(() => ofType('custom').length === 3, 'three events')
  expect(ofType('consent')).toMatchObject([{ state: 'granted', scope: ['measurement', 'storage'] }])
  const sessions = new Set(site.collector.received.map(({ batch }) => batch.session.id))
  expect(sessions.size).toBe(1)
  const { visitor } = site.collector.received.at(-1)?.batch.session ?? {}
  expect(visitor).toMatch(/^[0-9a-f-]{36}$/)
})

test('withdrawal clears what was stored, is told, and nothing comes after it', async () => {
  await open('/full')
  await page.evaluate(() => sightline.event('agreed to'))
  await site.collector.waitFor(() => ofType('view')[0], 'the view')
  await page.evaluate(() => sightline.event('not sent yet'))
  await consent('none')
  const denied = await site.collector.waitFor(() => ofType('consent')[0], 'the withdrawal')
  expect(denied).toMatchObject({ state: 'denied' })
  expect(await kept()).toEqual(NOTHING)
  const count = events().length
  await page.click('#buy')
  await page.evaluate(() => {
    sightline.event('ignored')
    setTimeout(() => {
      throw new Error('ignored')
    })
  })
  await open('/empty')
  await page.waitForTimeout(500)
  expect(events().slice(count)).toEqual([])
  expect(ofType('custom').map(({ name }) => name)).not.toContain('not sent yet')
  expect(events().at(-1)?.t).toBe('consent')
  expect(await kept()).toEqual(NOTHING)
})

test('a site that is set to ask first gets nothing from a page that says nothing', async () => {
  site.collector.settings.site = { privacy: { consent: 'none' } }
  await open('/unsaid')
  await page.click('#buy')
  await page.waitForTimeout(500)
  await open('/empty')
  await page.waitForTimeout(500)
  expect(site.collector.received).toEqual([])
  expect(await kept()).toEqual(NOTHING)
  await open('/unsaid')
  await page.waitForTimeout(300)
  await consent('full')
  await open('/empty')
  await site.collector.waitFor(() => ofType('view')[0], 'the view once it was agreed to')
  // Without it the collector would take nothing of the session.
  expect(events()[0]).toMatchObject({ t: 'consent', state: 'granted', scope: ['measurement', 'storage'] })
  expect(ofType('consent')).toHaveLength(1)
})

test('Global Privacy Control refuses storage and a visitor id, unless the site is set to ignore it', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })
  })
  await open('/full')
  await page.waitForTimeout(300)
  expect(await kept()).toEqual(NOTHING)
  await open('/empty')
  await site.collector.waitFor(() => ofType('view')[0], 'the view')
  expect(site.collector.received[0]?.batch.session.visitor).toBeNull()

  site.collector.settings.site = { privacy: { gpc: 'ignore' } }
  site.collector.received.length = 0
  await open('/full')
  await page.waitForFunction(() => localStorage.getItem('sightline.settings') !== null)
  await open('/empty')
  await site.collector.waitFor(() => ofType('view')[0], 'the view')
  expect(site.collector.received.at(-1)?.batch.session.visitor).toMatch(/^[0-9a-f-]{36}$/)
})

test('where the site is set to full, a session spans pages that say nothing, until the site is set otherwise', async () => {
  site.collector.settings.site = { privacy: { consent: 'full' } }
  const settled = () =>
    page.waitForFunction(() => localStorage.getItem('sightline.settings')?.includes('full'))
  for (const name of ['first', 'second']) {
    await open('/unsaid')
    await settled()
    await page.evaluate((name) => sightline.event(name), name)
  }
  await open('/empty')
  await site.collector.waitFor(() => ofType('custom').length >= 2, 'two events')
  expect(new Set(site.collector.received.map(({ batch }) => batch.session.id)).size).toBe(1)
  expect(new Set(site.collector.received.map(({ batch }) => batch.session.visitor)).size).toBe(1)

  site.collector.settings.site = { privacy: { consent: 'cookieless' } }
  await open('/unsaid')
  await page.waitForFunction(() => Object.keys(localStorage).length === 0)
})

test('with Global Privacy Control not a byte is written, not even for a moment', async () => {
  await page.addInitScript(`
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })
    window.writes = []
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      writes.push(key)
      setItem.call(this, key, value)
    }`)
  await open('/full')
  await page.click('#buy')
  await page.waitForTimeout(300)
  expect(await page.evaluate('writes')).toEqual([])
})

test('a misspelt level is taken for none', async () => {
  site.collector.pages.set('/typo', `<!doctype html><title>Typo</title>${site.tag('data-consent="Full"')}`)
  await open('/typo')
  await open('/empty')
  await page.waitForTimeout(300)
  expect(site.collector.received).toEqual([])
})
