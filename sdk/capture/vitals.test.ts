/** Vitals in a real browser against a known truth, beside web-vitals' own attribution, and read back through GraphQL. */
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MetricWithAttribution } from 'web-vitals/attribution'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import type { VitalEvent } from '../wire/batch.generated.ts'

let site: LiveSite

/** The library's own attribution in the same page: what it says last of each metric lies in `window.oracle`. */
async function oracleScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution'
        window.oracle = {}
        for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) on(({ name, value, attribution }) => {
          const { navigationEntry, lcpEntry, lcpResourceEntry, longestScript, processedEventEntries, longAnimationFrameEntries, ...rest } = attribution
          const { largestShiftEntry, largestShiftSource, ...plain } = rest
          window.oracle[name] = { value, attribution: { ...plain, script: longestScript?.entry.sourceURL } }
        }, { reportAllChanges: true })`,
      resolveDir: '.',
    },
    bundle: true,
    format: 'iife',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
type Oracle = Record<string, Pick<MetricWithAttribution, 'value'> & { attribution: Record<string, unknown> }>

const SLOW_IMAGE_MS = 800
const SLOW_HANDLER_MS = 300

beforeAll(async () => {
  site = await startLiveSite()
  const { pages } = site.collector
  pages.set(
    '/known',
    `<!doctype html><title>Known</title><script>${await oracleScript()}</script>${site.tag('data-consent="full"')}
    <body style="margin:0;font:16px sans-serif">
    <div id="late"></div>
    <div id="moved" class="panel" style="height:300px;background:teal"></div>
    <main><button id="slow" style="width:90px;height:30px">Sort</button></main>
    <script>
      document.getElementById('slow').onclick = () => {
        const until = performance.now() + ${SLOW_HANDLER_MS}
        while (performance.now() < until);
        document.title = 'Sorted'
      }
    </script>`,
  )
  pages.set(
    '/image',
    `<!doctype html><title>Image</title><script>${await oracleScript()}</script>${site.tag('data-consent="full"')}
    <body style="margin:0"><main><p>Text</p></main>
    <script>
      setTimeout(() => {
        const hero = new Image(600, 400)
        hero.className = 'hero'
        hero.src = '/photo.bmp'
        document.querySelector('main').append(hero)
      }, ${SLOW_IMAGE_MS})
    </script>`,
  )
  pages.set('/empty', '<!doctype html><title>Empty</title>')
})
afterAll(() => site.close())

async function open(path: string): Promise<Page> {
  site.collector.received.length = 0
  const visitor = await site.newVisitor()
  const page = await visitor.newPage()
  await page.goto(site.collector.origin + path)
  return page
}
/** Leaves the page, and gives what the SDK said last of a metric and what the library's own build says. */
async function leave(page: Page, name: VitalEvent['name']) {
  const oracle = ((await page.evaluate('oracle')) as Oracle)[name]
  await page.goto(`${site.collector.origin}/empty`)
  const sent = await site.collector.waitFor(
    () =>
      site.collector
        .events()
        .filter((event): event is VitalEvent => event.t === 'vital' && event.name === name)
        .at(-1),
    name,
  )
  await page.context().close()
  if (!oracle) throw new Error(`the library says nothing of ${name}`)
  return { sent, oracle }
}
/** An interaction is looked at when the page has nothing to do; without a screen that needs frames to be asked for. */
async function untilInteractionIsSeen(page: Page): Promise<void> {
  await page.waitForFunction('oracle.INP', undefined, { polling: 'raf' })
}
async function askVital(metric: string, page: string) {
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query ($range: RangeInput!, $page: String!, $metric: VitalMetric!) {
      site(id: "test") { segment(range: $range, where: { page: { eq: $page } }) {
        vital(metric: $metric) { percentile(q: 0.5) { value count } }
      } }
    }`,
    { range: { last: 'PT1H' }, page, metric },
  )
  expect(errors).toBeUndefined()
  return data.site.segment.vital.percentile as { value: number; count: number }
}

test('an image after 800 ms is the LCP, with its element and phases as the library tells them', async () => {
  const page = await open('/image')
  await page.waitForSelector('.hero')
  await page.waitForTimeout(400)
  const shown = await page.evaluate<number>(
    "performance.getEntriesByName(new URL('/photo.bmp', location).href)[0].responseEnd",
  )
  const { sent, oracle } = await leave(page, 'LCP')
  expect(shown).toBeGreaterThan(SLOW_IMAGE_MS - 50)
  expect(sent.value).toBeGreaterThan(SLOW_IMAGE_MS)
  expect(sent.value).toBeCloseTo(oracle.value, 0)
  expect(sent.attribution).toMatchObject({
    element: 'html>body>main>img.hero',
    url: `${site.collector.origin}/photo.bmp`,
  })
  const { ttfb = 0, loadDelay = 0, load = 0, renderDelay = 0 } = sent.attribution?.phases ?? {}
  const { timeToFirstByte, resourceLoadDelay, resourceLoadDuration, elementRenderDelay } = oracle.attribution
  expect(ttfb).toBeCloseTo(timeToFirstByte as number, 0)
  expect(loadDelay).toBeCloseTo(resourceLoadDelay as number, 0)
  expect(load).toBeCloseTo(resourceLoadDuration as number, 0)
  expect(renderDelay).toBeCloseTo(elementRenderDelay as number, 0)
  expect(ttfb + loadDelay + load + renderDelay).toBeCloseTo(sent.value, 0)
  const { value, count } = await askVital('LCP', '/image')
  expect(count).toBe(1)
  expect(Math.abs(value - sent.value)).toBeLessThanOrEqual(sent.value * 0.01 + 1)
})

test('a handler of 300 ms is the INP, with its element, its phases and its script', async () => {
  const page = await open('/known')
  await page.click('#slow')
  await untilInteractionIsSeen(page)
  const { sent, oracle } = await leave(page, 'INP')
  expect(sent.value).toBeGreaterThanOrEqual(SLOW_HANDLER_MS)
  expect(sent.value).toBe(oracle.value)
  expect(sent.attribution).toMatchObject({ element: '#slow', event: 'pointer', loadState: 'complete' })
  expect(sent.attribution?.script).toBe(`${site.collector.origin}/known`)
  expect(String(oracle.attribution['script'])).toBe(sent.attribution?.script)
  const { inputDelay = 0, processing = 0, presentation = 0 } = sent.attribution?.phases ?? {}
  expect(processing).toBeGreaterThan(SLOW_HANDLER_MS - 20)
  expect(inputDelay + processing + presentation).toBeCloseTo(sent.value, 0)
  const { value, count } = await askVital('INP', '/known')
  expect(count).toBe(1)
  expect(Math.abs(value - sent.value)).toBeLessThanOrEqual(sent.value * 0.01)
})

test('a shift of a known score is the CLS, with what moved', async () => {
  const page = await open('/known')
  await page.waitForTimeout(300)
  await page.evaluate("document.getElementById('late').style.height = '120px'")
  await page.waitForTimeout(300)
  const { sent, oracle } = await leave(page, 'CLS')
  // Panel and button, 330 px high, moved by 120 of 800: (330 + 120) / 600 of the height, whole width for the panel.
  const panel = (300 + 120) / 600
  expect(sent.value).toBeGreaterThanOrEqual((panel * 120) / 800 - 0.001)
  expect(sent.value).toBeLessThan((((330 + 120) / 600) * 120) / 800 + 0.001)
  expect(sent.value).toBeCloseTo(oracle.value, 3)
  expect(sent.attribution).toMatchObject({ element: '#moved', loadState: 'complete' })
  expect(oracle.attribution['loadState']).toBe('complete')
})

test('FCP and TTFB and their phases are those of the library', async () => {
  const page = await open('/known')
  await page.waitForTimeout(300)
  const ttfb = (await page.evaluate('oracle.TTFB')) as Oracle[string]
  const { sent, oracle } = await leave(page, 'FCP')
  const first = sent.attribution?.phases ?? {}
  expect(sent.value).toBeCloseTo(oracle.value, 0)
  expect(first['ttfb']).toBeCloseTo(oracle.attribution['timeToFirstByte'] as number, 0)
  expect(first['render']).toBeCloseTo(oracle.attribution['firstByteToFCP'] as number, 0)
  expect(sent.attribution?.loadState).toBe(oracle.attribution['loadState'])
  const byte = site.collector
    .events()
    .find((event): event is VitalEvent => event.t === 'vital' && event.name === 'TTFB')
  const sum = Object.values(byte?.attribution?.phases ?? {}).reduce((sum, phase) => sum + phase, 0)
  expect(sum).toBeCloseTo(byte?.value ?? NaN, 0)
  expect(byte?.attribution?.phases?.['request']).toBeCloseTo(ttfb.attribution['requestDuration'] as number, 0)
})

test('an element that leaves the page is still named, and a value that grows after a switch of tabs is revised', async () => {
  const page = await open('/known')
  await page.click('#slow')
  await page.evaluate("document.getElementById('slow').remove()")
  await untilInteractionIsSeen(page)
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'visibilityState', {
        value: hidden ? 'hidden' : 'visible',
        configurable: true,
      })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, hidden)
  await hide(true)
  await hide(false)
  // What moves within half a second of an input is owed to it, and no shift.
  await page.waitForTimeout(800)
  await page.evaluate("document.getElementById('late').style.height = '60px'")
  await page.waitForTimeout(300)
  const sent = (name: string) =>
    site.collector.events().filter((event): event is VitalEvent => event.t === 'vital' && event.name === name)
  await leave(page, 'CLS')
  await site.collector.waitFor(() => sent('CLS').length === 2, 'a second CLS')
  expect(sent('INP').map(({ attribution }) => attribution?.element)).toEqual(['#slow'])
  expect(sent('CLS').map(({ revision }) => revision)).toEqual([0, 1])
  expect(sent('CLS')[1]?.value).toBeGreaterThan(sent('CLS')[0]?.value ?? Infinity)
})
