/** Elements ask when they are about to be seen. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { widgetBench } from './element-pages.ts'
import { openWidgetPage } from './widget-page.ts'

const bench = widgetBench()
const far = (count: number) => '<div class="far"></div>'.repeat(count)
const CARD = '<sight-vital-card site="shop"></sight-vital-card>'

async function openFar(markup: string): Promise<Page> {
  bench.server.files.set('/far.css', '.far { block-size: 1500px }')
  bench.server.pages.set('/far', `<link rel="stylesheet" href="/far.css">${markup}`)
  return openWidgetPage(bench.browser, `${bench.server.origin}/far`)
}
const asked = () => bench.server.asked.length
const answered = (page: Page, count: number) =>
  expect.poll(() => page.locator('sight-vital-card [part=value]').count()).toBe(count)

test('one far below asks when it is within a screen, and nothing moves when it comes', async () => {
  const page = await openFar(`${CARD}${far(2)}${CARD}`)
  await answered(page, 1)
  expect(asked()).toBe(1)
  await page.evaluate(() => scrollTo(0, 1900))
  await answered(page, 2)
  expect(asked()).toBe(2)
  expect(await page.evaluate('shift')).toBe(0)
  await page.close()
})

test('what is not shown asks nothing until it is', async () => {
  const page = await openFar(`${CARD}<div hidden>${CARD}</div>`)
  await answered(page, 1)
  expect(asked()).toBe(1)
  await page.evaluate(() => document.querySelector('div[hidden]')?.removeAttribute('hidden'))
  await answered(page, 2)
  await page.close()
})

test('all of them ask when the page is printed, and where the browser cannot tell', async () => {
  const page = await openFar(`${CARD}${far(3)}${CARD}`)
  await answered(page, 1)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await answered(page, 2)
  await page.addInitScript('delete globalThis.IntersectionObserver')
  await page.reload()
  await answered(page, 2)
  await page.close()
})

test('one that was scrolled away does not refresh', async () => {
  const page = await openFar(`<sight-vital-card site="shop" refresh="0.05"></sight-vital-card>${far(4)}`)
  // The clock of the page stands still, and its timers go on.
  await expect.poll(asked).toBeGreaterThan(3)
  await page.evaluate(() => scrollTo(0, 5000))
  await page.waitForTimeout(300)
  const before = asked()
  await page.waitForTimeout(500)
  expect(asked()).toBe(before)
  await page.evaluate(() => scrollTo(0, 0))
  await expect.poll(asked).toBeGreaterThan(before)
  await page.close()
})
