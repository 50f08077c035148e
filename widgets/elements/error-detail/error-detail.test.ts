import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-error-detail'
const pages = elementPages(tag)
const told = (page: Page, event: string) =>
  page.evaluate((event) => {
    addEventListener(event, (told) => {
      Object.assign(globalThis, { told: (told as CustomEvent).detail })
    })
  }, event)

test('it tells whom the error hit, since when, and what it is', async () => {
  const page = await pages.open()
  const text = (await page.locator(`${tag} article`).innerText()).replaceAll(/\s+/g, ' ')
  for (const part of [
    "TypeError: Cannot read properties of undefined (reading 'items')",
    'Sessions 389 of 12,559, last 7 days',
    'Of all sessions 3.1% 95 % interval 2.8%–3.4%',
    'Events 1,052 window, not caught',
    'Visitors 354',
    'First seen 9 days ago in 4.1.7',
    'renderBasket https://shop.example/assets/basket.js:214:18',
    '−12.4 s Click Add to basket',
  ])
    expect(text).toContain(part)
  await page.close()
})

test('its fingerprint alone names it too, and none is asked for', async () => {
  let page = await pages.open('error="v1-4f9a1c"')
  expect(pages.server.asked.at(-1)?.variables['error']).toBe('v1-4f9a1c')
  await page.close()
  pages.server.asked.length = 0
  page = await pages.open('')
  await page.getByText('Set the error attribute to the id of a group of errors.').waitFor()
  expect(pages.server.asked).toEqual([])
  await page.close()
})

test('its series is read by keyboard, bucket by bucket', async () => {
  const page = await pages.open()
  const chart = page.getByRole('slider')
  await chart.focus()
  await page.keyboard.press('End')
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/^Nov 21.*: \d+ events in \d+ sessions$/)
  expect(await page.locator('[part=tooltip]').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('[part=tooltip]').count()).toBe(0)
  await page.getByText('Show as table').click()
  await page.locator('tbody tr').nth(160).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('a release, page or browser is handed over to narrow others, null for the unknown one', async () => {
  const page = await pages.open()
  await told(page, 'sight-select')
  await page.getByRole('button', { name: 'Unknown' }).click()
  expect(await page.evaluate('told')).toEqual({ dimension: 'RELEASE', key: null })
  await page.getByRole('button', { name: '/cart' }).click()
  expect(await page.evaluate('told')).toEqual({ dimension: 'PAGE', key: '/cart' })
  await page.close()
})

test('a session that had it is handed over', async () => {
  const page = await pages.open()
  await told(page, 'sight-session')
  await page
    .getByRole('button', { name: /Mobile · Chrome/ })
    .first()
    .click()
  expect(await page.evaluate('told')).toEqual({ id: 's1' })
  await page.close()
})
