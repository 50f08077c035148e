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
  server.asked.length = 0
})

async function openSlos(address = '/slos'): Promise<Page> {
  const page = await openWidgetPage(browser, server.origin + address)
  await page.locator('main article[aria-busy=false]').first().waitFor()
  return page
}

const inputs = () =>
  server.asked.flatMap(({ variables }) => ('input' in variables ? [variables['input']] : []))

test('an objective of the list is opened in full, and has an address', async () => {
  const page = await openSlos()
  await page.getByRole('button', { name: 'Pages show fast' }).click()
  await page.locator('sight-status-strip article[aria-busy=false]').waitFor()
  expect(new URL(page.url()).searchParams.get('open')).toBe('shop/slo/1')
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('one is made, and told beforehand how soon its rules find an outage', async () => {
  const page = await openSlos()
  await page.getByRole('button', { name: 'New objective' }).click()
  await page.getByText('a total outage is found after 11 min; 10% bad is found after never').waitFor()
  expect(inputs().at(-1)).toMatchObject({ dryRun: true })
  await page.getByLabel('Name', { exact: true }).fill('Phones answer')
  await page.getByLabel('What is to be good').selectOption('Sessions have no unhandled error')
  await page.getByLabel('Objective, %').fill('99.9')
  await page.getByLabel('Only where').fill('{"device":')
  await page.getByLabel('Only where').blur()
  await page.getByText('This is no JSON').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Only where').fill('{"device":{"eq":"MOBILE"}}')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'All objectives' }).waitFor()
  expect(inputs().findLast((input) => !(input as { dryRun?: boolean }).dryRun)).toEqual({
    site: 'shop',
    name: 'Phones answer',
    description: null,
    definition: {
      objective: 0.999,
      indicator: { kind: 'CRASH_FREE' },
      window: { days: 28 },
      where: { device: { eq: 'MOBILE' } },
      preset: 'GOOGLE',
    },
  })
  await page.close()
})

test('a mistake is told at its field', async () => {
  const page = await openSlos('/slos?open=shop%2Fslo%2F1')
  await page.getByRole('button', { name: 'Change' }).click()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Pages show fast')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'All objectives' }).click()
  await page.getByRole('button', { name: 'New objective' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Taken')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Taken is taken').waitFor()
  await page.close()
})

test('what is written stays when something else on the page changes', async () => {
  const page = await openSlos()
  await page.getByRole('button', { name: 'New objective' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Phones answer')
  await page.getByLabel('Objective, %').fill('99')
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await page.getByRole('switch', { name: 'Live' }).click()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Phones answer')
  expect(await page.getByLabel('Objective, %').inputValue()).toBe('99')
  await page.close()
})
