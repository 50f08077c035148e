/** The API of the SDK in a real browser: what a page says of itself, and what becomes of it. */
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { KEY } from '../test/batches.ts'
import { startLiveSite, type LiveSite } from '../test/live-site.ts'
import type { PageGlobal } from './v1.ts'
import type { WireEvent } from './wire/batch.generated.ts'

declare const sightline: PageGlobal

let site: LiveSite
let visitor: BrowserContext
let page: Page

/** A page's own bundle, with the npm module in it. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: 'sdk', loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  })
  return `<script>${outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''}</script>`
}

beforeAll(async () => {
  site = await startLiveSite()
  const { pages, origin } = site.collector
  const options = JSON.stringify({ key: KEY, endpoint: origin, consent: 'full' })
  pages.set('/', `<!doctype html><title>Shop</title>${site.tag('data-consent="full"')}<h1>Teas</h1>`)
  pages.set('/empty', '<!doctype html><title>Empty</title>')
  pages.set(
    '/module',
    `<!doctype html><title>Module</title><h1>Teas</h1>${await bundle(`
      import * as sightline from './sightline.ts'
      import { OpenFeature, InMemoryProvider } from '@openfeature/web-sdk'
      import { sightlineHook } from './openfeature.ts'
      sightline.init(${options})
      OpenFeature.addHooks(sightlineHook())
      const variants = { on: true, off: false }
      await_ready()
      async function await_ready() {
        await OpenFeature.setProviderAndWait(new InMemoryProvider({ 'new-checkout': { variants, defaultVariant: 'on', disabled: false } }))
        const client = OpenFeature.getClient()
        for (let i = 0; i < 3; i++) client.getBooleanValue('new-checkout', false)
        sightline.event('module is ready')
      }`)}`,
  )
  pages.set(
    '/copies',
    `<!doctype html><title>Copies</title><h1>Teas</h1>${site.tag('data-consent="full"')}${site.tag('data-consent="full"')}
    ${await bundle(`
      import * as sightline from './sightline.ts'
      addEventListener('load', () => {
        sightline.init(${options})
        sightline.event('from the module')
      })`)}`,
  )
  pages.set(
    '/filtered',
    `<!doctype html><title>Filtered</title><h1>Teas</h1>${await bundle(`
      import * as sightline from './sightline.ts'
      sightline.init({ ...${options}, beforeSend(event, view) {
        if (event.t !== 'custom') return event
        if (event.name === 'drop') return null
        if (event.name === 'throw') throw new Error('a mistake of the page')
        return { ...event, name: event.name + ' on ' + new URL(view.url).pathname }
      } })
      for (const name of ['keep', 'drop', 'throw', 'keep too']) sightline.event(name)`)}`,
  )
})
beforeEach(async () => {
  site.collector.received.length = 0
  visitor = await site.newVisitor()
  page = await visitor.newPage()
})
afterEach(() => visitor.close())
afterAll(() => site.close())

const open = (path = '/') => page.goto(site.collector.origin + path)
const leave = () => page.goto(`${site.collector.origin}/empty`)
const ofType = <T extends WireEvent['t']>(type: T) =>
  site.collector.events().filter((event): event is Extract<WireEvent, { t: T }> => event.t === type)

test('a transaction succeeds or fails once, and is abandoned with the page; its share of successes can be asked for', async () => {
  await open()
  await page.evaluate(async () => {
    const paid = sightline.transaction('checkout')
    const refused = sightline.transaction('checkout')
    sightline.transaction('checkout')
    await new Promise((resolve) => setTimeout(resolve, 200))
    paid.succeed()
    paid.fail()
    refused.fail()
  })
  await leave()
  await site.collector.waitFor(() => ofType('txn').length === 3, 'three transactions')
  expect(ofType('txn').map(({ outcome }) => outcome)).toEqual(['success', 'failure', 'abandoned'])
  for (const { duration } of ofType('txn')) {
    expect(duration).toBeGreaterThanOrEqual(195)
    expect(duration).toBeLessThan(5000)
  }
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query { site(id: "test") { segment(range: { last: "PT1H" }) {
      transactions { name count success { count total } failed abandoned }
    } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.site.segment.transactions).toMatchObject([
    { name: 'checkout', count: 3, success: { count: 1, total: 3 }, failed: 1, abandoned: 1 },
  ])
})

test('timings are events with milliseconds: a given length, or the time since the view began', async () => {
  await open()
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    sightline.timing('search', 182.4)
    sightline.timing('ready')
    sightline.timing('wrong', NaN)
  })
  await leave()
  await site.collector.waitFor(() => ofType('custom').length === 2, 'two timings')
  const [search, ready] = ofType('custom')
  expect(search).toMatchObject({ name: 'search', value: 182 })
  expect(ready?.name).toBe('ready')
  expect(ready?.value).toBeGreaterThanOrEqual(300)
  expect(ready?.value).toBeLessThan(20_000)
})

test('the page may change an event or drop it, and loses only what it threw at', async () => {
  await open('/filtered')
  await leave()
  await site.collector.waitFor(() => ofType('custom').length === 2, 'two events')
  expect(ofType('custom').map(({ name }) => name)).toEqual(['keep on /filtered', 'keep too on /filtered'])
  // By view: what an earlier page still had to say may come now.
  const places = site.collector.events().map(({ view, seq }) => `${view} ${seq}`)
  expect(new Set(places).size).toBe(places.length)
})

test('as an npm module it measures the same, and a flag of OpenFeature is told once', async () => {
  await open('/module')
  await page.waitForTimeout(300)
  await leave()
  await site.collector.waitFor(() => ofType('custom')[0], 'the event')
  expect(ofType('view')).toHaveLength(1)
  expect(ofType('flag')).toMatchObject([{ key: 'new-checkout', variant: 'on', reason: 'STATIC' }])
  await site.collector.waitFor(() => ofType('vital').some(({ attribution }) => attribution), 'attribution')
})

test('several copies on a page count once, and all of them can speak', async () => {
  await open('/copies')
  await page.waitForTimeout(200)
  await page.evaluate(() => sightline.event('from the tag'))
  await leave()
  await site.collector.waitFor(() => ofType('custom').length === 2, 'two events')
  expect(ofType('view')).toHaveLength(1)
  expect(new Set(ofType('vital').map(({ name, revision }) => `${name} ${revision}`)).size).toBe(
    ofType('vital').length,
  )
  expect(new Set(site.collector.received.map(({ batch }) => batch.sender)).size).toBe(1)
})

test('after half an hour without activity the next event is in another session, in every tab', async () => {
  await page.clock.install()
  await open()
  await page.evaluate(() => sightline.event('before'))
  await page.clock.fastForward('20:00')
  await page.evaluate(() => sightline.event('still the same'))
  await page.clock.fastForward('30:01')
  await page.evaluate(() => sightline.event('after'))
  await leave()
  await site.collector.waitFor(() => ofType('custom').length === 3, 'three events')
  const sessionOf = (name: string) =>
    site.collector.received.find(({ batch }) =>
      batch.events.some((event) => event.t === 'custom' && event.name === name),
    )?.batch.session.id
  expect(sessionOf('still the same')).toBe(sessionOf('before'))
  expect(sessionOf('after')).not.toBe(sessionOf('before'))
})

test('nothing of what is wrong in a call reaches the page', async () => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => problems.push(message.text()))
  await open()
  await page.evaluate(() => {
    const bad = new Proxy(
      {},
      {
        get() {
          throw new Error('no')
        },
        ownKeys() {
          throw new Error('no')
        },
      },
    ) as never
    sightline.event(bad, bad)
    sightline.event(null as never)
    sightline.error(bad, bad)
    sightline.flag(bad, bad)
    sightline.setUser(bad)
    sightline.setAttributes(bad)
    sightline.view(bad)
    sightline.timing(bad, bad)
    sightline.transaction(bad).succeed()
    sightline.consent('everything' as never)
    sightline.init(null as never)
    sightline.q?.push(['nothing' as never])
    sightline.event('still here')
  })
  await leave()
  await site.collector.waitFor(() => ofType('custom').some(({ name }) => name === 'still here'), 'the last')
  expect(problems).toEqual([])
  expect(site.collector.received.flatMap(({ problems }) => problems)).toEqual([])
})
