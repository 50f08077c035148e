/** Views in a real browser: restored from the back/forward cache, prerendered, and soft, each with its own values. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import type { WireEvent } from '../wire/batch.generated.ts'

let site: LiveSite
let page: Page

beforeAll(async () => {
  site = await startLiveSite()
  const { pages } = site.collector
  const tag = site.tag('data-consent="full"')
  pages.set('/one', `<!doctype html><title>One</title>${tag}<h1>One</h1><a href="/two">Two</a>`)
  pages.set('/two', `<!doctype html><title>Two</title><h1>Two</h1>`)
  pages.set('/plain', `<!doctype html><title>Plain</title><h1>Plain</h1>`)
})
beforeEach(async () => {
  site.collector.received.length = 0
  const visitor = await site.newVisitor()
  page = await visitor.newPage()
})
afterAll(() => site.close())

const ofType = <T extends WireEvent['t']>(type: T) =>
  site.collector.events().filter((event): event is Extract<WireEvent, { t: T }> => event.t === type)
const viewsBy = (navigation: string) =>
  site.collector.received
    .flatMap(({ batch }) => Object.entries(batch.views ?? {}))
    .filter(([, view]) => view.navigation === navigation)

/** Whether the page came back as it was left. */
async function comesBack(path: string): Promise<boolean> {
  await page.goto(site.collector.origin + path)
  await page.waitForLoadState('networkidle')
  await page.evaluate('window.isTheSame = true')
  await page.goto(`${site.collector.origin}/two`)
  await page.waitForTimeout(200)
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForTimeout(500)
  return page.evaluate('window.isTheSame === true')
}

test('a page with the SDK comes back from the back/forward cache where the same page without it does', async () => {
  // The headless shell from npm has no such cache; a whole Chromium, by CHROMIUM_PATH, has.
  const without = await comesBack('/plain')
  site.collector.received.length = 0
  expect(await comesBack('/one')).toBe(without)
  await page.goto(`${site.collector.origin}/two`)
  if (!without) return
  const [viewId] = await site.collector.waitFor(() => viewsBy('bfcache')[0], 'the restored view')
  await site.collector.waitFor(
    () => ofType('vital').some(({ view, name }) => view === viewId && name === 'LCP'),
    'its own LCP',
  )
  expect(viewsBy('navigate').length).toBeGreaterThan(0)
})

test('nothing listens for unload or beforeunload, which would keep the page out of that cache', async () => {
  await page.goto(`${site.collector.origin}/one`)
  await page.waitForLoadState('networkidle')
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression: 'window' })
  const { listeners } = await session.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId ?? '',
  })
  const types = listeners.map(({ type }) => type)
  expect(types).toContain('pagehide')
  expect(types.filter((type) => /unload/.test(type))).toEqual([])
})

test('a prerendered page sends nothing before it is shown, and is measured from then on', async () => {
  await page.addInitScript(() => {
    // Speculation rules are nothing that a driven browser follows, so it is told what they would tell it.
    let prerendering = true
    Object.defineProperty(Document.prototype, 'prerendering', { get: () => prerendering })
    addEventListener('show', () => {
      const activationStart = performance.now()
      Object.defineProperty(PerformanceNavigationTiming.prototype, 'activationStart', {
        get: () => activationStart,
      })
      prerendering = false
      document.dispatchEvent(new Event('prerenderingchange'))
    })
  })
  await page.goto(`${site.collector.origin}/one`)
  await page.waitForTimeout(1000)
  expect(site.collector.received).toEqual([])
  await page.evaluate("dispatchEvent(new Event('show'))")
  const activation = await page.evaluate<number>(
    "performance.getEntriesByType('navigation')[0].activationStart",
  )
  await page.waitForTimeout(300)
  await page.goto(`${site.collector.origin}/two`)
  const [, view] = await site.collector.waitFor(() => viewsBy('prerender')[0], 'the prerendered view')
  const began = await site.collector.waitFor(() => ofType('view')[0], 'the view')
  expect(activation).toBeGreaterThanOrEqual(1000)
  expect(view.startedAt).toBe(began.at)
  // All of the load happened before anybody looked.
  expect(began.timing?.load).toBe(0)
})

const DELAYS_MS = [0, 120, 250, 400, 600]
/** How far a measurement may be from the truth. */
const WITHIN_MS = 50

test('five soft navigations with known delays are five views, each with its own time and URL', async () => {
  site.collector.pages.set(
    '/app',
    `<!doctype html><title>App</title>${site.tag('data-consent="full"')}<h1>App</h1>
    ${DELAYS_MS.map((_, i) => `<button id="go${i}">Route ${i}</button>`).join('')}<main id="main"></main>
    <script>
      window.truth = {};
      ${JSON.stringify(DELAYS_MS)}.forEach((delay, i) => {
        document.getElementById('go' + i).onclick = async () => {
          history.pushState({}, '', '/app/route-' + 'abcde'[i])
          const began = performance.now()
          await fetch('/answer/route?delay=' + delay)
          const text = document.createElement('p')
          text.textContent = ('This is route ' + i + '. ').repeat(40)
          document.getElementById('main').replaceChildren(text)
          window.truth['/app/route-' + 'abcde'[i]] = performance.now() - began
        }
      })
    </script>`,
  )
  await page.goto(`${site.collector.origin}/app`)
  await page.waitForLoadState('networkidle')
  for (const [i, delay] of DELAYS_MS.entries()) {
    await page.click(`#go${i}`)
    await page.waitForTimeout(delay + 500)
  }
  const truth = await page.evaluate<Record<string, number>>('truth')
  await page.goto(`${site.collector.origin}/two`)
  const routes = () => ofType('vital').filter(({ name }) => name === 'ROUTE')
  await site.collector.waitFor(() => routes().length === 5, 'five routes')
  const views = new Map(viewsBy('soft'))
  const measured = routes().map(({ view, value }) => ({
    path: new URL(views.get(view)?.url ?? '').pathname,
    value,
  }))
  expect(measured.map(({ path }) => path)).toEqual(Object.keys(truth))
  for (const { path, value } of measured) {
    expect(Math.abs(value - (truth[path] ?? NaN)), path).toBeLessThanOrEqual(WITHIN_MS)
  }
  // What the browser itself knows of soft navigations goes to the same views.
  for (const view of ofType('view').filter(({ view }) => views.has(view))) {
    if (!view.supported?.includes('LCP')) continue
    expect(ofType('vital').some(({ name, view: of }) => name === 'LCP' && of === view.view)).toBe(true)
  }
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query { site(id: "test") { segment(range: { last: "PT1H" }, where: { navigationType: { eq: SOFT } }) {
      views
      vital(metric: ROUTE) { percentile(q: 0.5) { value count } }
    } } }`,
  )
  expect(errors).toBeUndefined()
  const { percentile } = data.site.segment.vital
  const middle = Object.values(truth).sort((a, b) => a - b)[2] ?? NaN
  expect(data.site.segment.views).toBe(5)
  expect(percentile.count).toBe(5)
  expect(Math.abs(percentile.value - middle)).toBeLessThanOrEqual(WITHIN_MS + middle * 0.01)
})
