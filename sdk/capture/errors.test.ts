/** Errors in a real browser: each source once, as the page's own handlers see it, with what went before. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import type { PageGlobal } from '../v1.ts'
import type { ErrorEvent, WireEvent } from '../wire/batch.generated.ts'

declare const sightline: PageGlobal

let site: LiveSite
let visitor: BrowserContext
let page: Page

beforeAll(async () => {
  site = await startLiveSite()
  const { pages } = site.collector
  const policy = `<meta http-equiv="content-security-policy" content="img-src 'self'">`
  pages.set('/', `<!doctype html><title>Shop</title>${site.tag()}<h1>Teas</h1><button id="pay">Pay</button>`)
  pages.set('/strict', `<!doctype html><title>Strict</title>${policy}${site.tag()}<h1>Teas</h1>`)
  pages.set('/empty', '<!doctype html><title>Empty</title>')
})
beforeEach(async () => {
  site.collector.received.length = 0
  site.collector.settings.site = {}
  visitor = await site.newVisitor()
  page = await visitor.newPage()
})
afterEach(() => visitor.close())
afterAll(() => site.close())

/** Opens the page, with every part that it will have. */
async function open(path = '/'): Promise<void> {
  await page.goto(site.collector.origin + path)
  await page.waitForLoadState('networkidle')
}
async function leave(): Promise<void> {
  await page.goto(`${site.collector.origin}/empty`)
}
const errors = () => site.collector.events().filter((event): event is ErrorEvent => event.t === 'error')
const fail = (message: string) =>
  page.evaluate((message) => {
    setTimeout(() => {
      throw new TypeError(message)
    })
  }, message)

test('what led to an error comes with it, oldest first, fifty at most', async () => {
  await open()
  await page.evaluate(() => {
    for (let i = 0; i < 60; i++) sightline.event(`step ${i}`)
  })
  await page.evaluate(() => history.pushState({}, '', '/checkout'))
  await page.evaluate(() => sightline.flag('new-checkout', 'on'))
  await fail('no basket')
  await page.waitForTimeout(100)
  await leave()
  const { breadcrumbs = [] } = await site.collector.waitFor(() => errors()[0], 'the error')
  expect(breadcrumbs).toHaveLength(50)
  expect(breadcrumbs[0]).toMatchObject({ kind: 'event', text: 'step 12' })
  expect(breadcrumbs.slice(-2)).toMatchObject([
    { kind: 'navigation', text: `${site.collector.origin}/checkout` },
    { kind: 'flag', text: 'new-checkout = on' },
  ])
  const times = breadcrumbs.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('a picture that is missing is an error of the network, and breaks nothing', async () => {
  await open()
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: '/missing.png?token=secret' }))
  })
  await page.waitForTimeout(300)
  await leave()
  const error = await site.collector.waitFor(() => errors()[0], 'the error')
  expect(error).toMatchObject({
    type: 'ResourceError',
    source: 'network',
    handled: true,
    message: `<img> ${site.collector.origin}/missing.png failed to load`,
  })
})

test('a violation of the page policy is told with its directive and what it blocked', async () => {
  await open('/strict')
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }))
  })
  await page.waitForTimeout(300)
  await leave()
  const error = await site.collector.waitFor(() => errors().find(({ source }) => source === 'csp'), 'it')
  expect(error.message).toBe('img-src blocked https://elsewhere.example/a.png')
  expect(error.handled).toBe(true)
})

test('an intervention or deprecation that the browser reports is an error of the report', async () => {
  await page.addInitScript(() => {
    // Which features are on their way out changes with every release, so one is made up.
    const body = { id: 'OldFeature', message: 'OldFeature will go', sourceFile: null }
    Object.assign(window, {
      ReportingObserver: function (told: (reports: unknown[]) => void) {
        return { observe: () => setTimeout(() => told([{ type: 'deprecation', body }])), disconnect() {} }
      },
    })
  })
  await open()
  await page.waitForTimeout(300)
  await leave()
  const error = await site.collector.waitFor(() => errors()[0], 'the report')
  expect(error).toMatchObject({
    type: 'Deprecation',
    source: 'report',
    message: 'OldFeature will go',
    fingerprint: 'deprecation OldFeature',
    handled: true,
  })
})

test('console.error is an error where the site asks for it, and goes on to the console', async () => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await open()
  await page.evaluate(() => console.error('not asked for'))
  site.collector.settings.site = { capture: { console: true } }
  await open()
  await page.evaluate(() => {
    const loop = {
      toString() {
        console.error('again')
        return 'loop'
      },
    }
    console.error('checkout failed', { user: 'ada@example.org' })
    console.error('with', new RangeError('out of tea'))
    console.error(loop)
  })
  await leave()
  await site.collector.waitFor(() => errors().length >= 3, 'three errors')
  expect(errors().map(({ type, message, source }) => [type, message, source])).toEqual([
    [undefined, 'checkout failed [object Object]', 'console'],
    ['RangeError', 'out of tea', 'console'],
    [undefined, '[object Object]', 'console'],
  ])
  expect(said).toEqual(expect.arrayContaining(['not asked for', expect.stringContaining('checkout failed')]))
})

test('only what nobody caught counts against crash-free sessions', async () => {
  const crashFree = async () => {
    await site.stored()
    const { data, errors } = await site.pipeline.ask(
      `query { site(id: "test") { segment(range: { last: "PT1H" }) { crashFreeSessions { count total } } } }`,
    )
    expect(errors).toBeUndefined()
    return data.site.segment.crashFreeSessions as { count: number; total: number }
  }
  const before = await crashFree()
  await open()
  await page.evaluate(() => sightline.error(new Error('caught')))
  await leave()
  await site.collector.waitFor(() => errors()[0], 'the caught error')
  await open()
  await page.evaluate(() => sightline.endSession())
  await fail('not caught')
  await page.waitForTimeout(100)
  await leave()
  await site.collector.waitFor(() => errors()[1], 'the other')
  const after = await crashFree()
  expect(after.total - before.total - (after.count - before.count)).toBe(1)
})

test('a thousand errors a second are cut, and the page hears of every one', async () => {
  await page.addInitScript(() => {
    Object.assign(window, { heard: 0 })
    window.onerror = () => {
      ;(window as unknown as { heard: number }).heard++
      return true
    }
  })
  await open()
  await page.evaluate(async () => {
    for (let i = 0; i < 1000; i++) {
      setTimeout(() => {
        throw new Error(`failure ${i % 100}`)
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
  })
  expect(await page.evaluate('heard')).toBe(1000)
  await site.collector.waitFor(() => errors().length >= 100, 'a hundred errors')
  await page.waitForTimeout(300)
  expect(errors()).toHaveLength(100)
  const isError = (event: WireEvent): event is ErrorEvent => event.t === 'error'
  expect(site.collector.received.flatMap(({ problems }) => problems)).toEqual([])
  expect(site.collector.received.every(({ batch }) => batch.events.filter(isError).length <= 50)).toBe(true)
})
