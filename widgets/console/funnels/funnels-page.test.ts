import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../../../test/chromium.ts'
import { axeViolations, openWidgetPage } from '../../../test/widgets/widget-page.ts'
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
beforeEach(() => {
  server.variant = 'plenty'
  server.asked.length = 0
})

async function openFunnels(address = '/funnels'): Promise<Page> {
  const page = await openWidgetPage(browser, server.origin + address)
  await page.getByRole('button', { name: 'New funnel' }).waitFor()
  return page
}

const changeAsked = () => server.asked.find(({ variables }) => 'input' in variables)?.variables['input']

test('the funnel that is chosen is open, and in the address', async () => {
  const page = await openFunnels()
  await page.getByRole('button', { name: /Errors at the till/ }).click()
  expect(new URL(page.url()).searchParams.get('open')).toBe('shop/funnel/5')
  // It has a step that the form would lose.
  expect(await page.getByRole('button', { name: 'Change' }).isDisabled()).toBe(true)
  await page.close()
})

test('one is made, with what it finds beside it', async () => {
  const page = await openFunnels()
  await page.getByRole('button', { name: 'New funnel' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Search to basket')
  await page.getByLabel('Step 1: Page is').fill('/search')
  await page.getByLabel('Step 2: what happens').selectOption('Event')
  await page.getByLabel('Step 2: Event').fill('basket')
  await page.getByLabel('Step 2: name').fill('Basket')
  await page.locator('sight-funnel [aria-busy=false]').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'New funnel' }).waitFor()
  expect(changeAsked()).toEqual({
    site: 'shop',
    name: 'Search to basket',
    definition: {
      order: 'ORDERED',
      countBy: 'SESSION',
      steps: [{ page: { eq: '/search' } }, { name: 'Basket', event: 'basket' }],
    },
  })
  expect(new URL(page.url()).searchParams.get('open')).toBe('shop/funnel/4')
  await page.close()
})

test('a mistake is told at its field, and nothing is lost', async () => {
  const page = await openFunnels()
  await page.getByRole('button', { name: 'New funnel' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Taken')
  await page.getByLabel('Step 1: Page is').fill('/search')
  await page.getByLabel('Step 2: Page is').fill('/cart')
  await page.getByRole('button', { name: 'Save' }).click()
  const mistake = page.getByRole('alert')
  expect(await mistake.innerText()).toContain('Taken is taken')
  expect(await page.getByLabel('Step 1: Page is').inputValue()).toBe('/search')
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('steps change their places, and one is deleted only when that was meant', async () => {
  const page = await openFunnels()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('button', { name: 'Step 2: move up' }).click()
  expect(await page.getByLabel('Step 1: Event').inputValue()).toBe('order')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('Delete “Buy a desk” for good?').waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Keep' }).waitFor({ state: 'detached' })
  expect(server.asked.some(({ variables }) => variables['id'] === 'shop/funnel/3')).toBe(true)
  await page.close()
})

test('a funnel that is gone is called so, and no other is shown in its place', async () => {
  const page = await openFunnels('/funnels?open=shop%2Ffunnel%2F99')
  await page.getByText('There is no such funnel').waitFor()
  expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0)
  await page.close()
})
