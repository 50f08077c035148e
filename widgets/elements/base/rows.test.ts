import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../test/chromium.ts'
import { axeViolations, openWidgetPage, watched } from '../../../test/widgets/widget-page.ts'
import { startWidgetServer, type WidgetServer } from '../../../test/widgets/widget-server.ts'

let server: WidgetServer
let browser: Browser
beforeAll(async () => {
  server = await startWidgetServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(markup: string) {
  server.pages.set('/rows', `<sight-context site="shop">${markup}</sight-context>`)
  const page = await openWidgetPage(browser, `${server.origin}/rows`)
  await page.locator('[aria-busy=false] tbody tr').first().waitFor()
  return page
}

test.each([
  ['sight-breakdown', '.key', /^95 % interval 3\.\d+–3\.\d+\ss, 12,178 samples$/],
  ['sight-errors', '.open', /^First seen .* 95 % interval /],
  ['sight-requests', '.open', /^95 % interval .*samples\. /],
  ['sight-slos', '.open', /^95 % interval /],
])('a row of %s tells its evidence while it has the focus', async (tag, button, words) => {
  const page = await open(`<${tag}></${tag}>`)
  const evidence = page.locator('.row-evidence').first()
  expect(await evidence.isVisible()).toBe(false)
  await page.locator(button).first().focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect(await evidence.isVisible()).toBe(true)
  expect((await evidence.innerText()).trim()).toMatch(words)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('a list that ends says so, and keeps no room for values that cannot come', async () => {
  const page = await open('<sight-breakdown dimension="DEVICE"></sight-breakdown>')
  await page.getByText('No more in this period').waitFor()
  const height = await page.locator('sight-breakdown').evaluate((element) => element.clientHeight)
  expect(height).toBeLessThan(360)
  expect((await watched(page)).shift).toBe(0)
  await page.close()
})
