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

async function openFlags(address = '/flags'): Promise<Page> {
  const page = await openWidgetPage(browser, server.origin + address)
  await page.locator('sight-flag article[aria-busy=false]').waitFor()
  return page
}

const inputs = () =>
  server.asked.flatMap(({ variables }) => ('input' in variables ? [variables['input']] : []))
const flagAsked = () => server.asked.findLast(({ variables }) => 'metrics' in variables)?.variables

test('the flag that was evaluated last is open, judged by what was decided about it', async () => {
  const page = await openFlags()
  expect(flagAsked()).toMatchObject({
    key: 'new-checkout',
    control: 'off',
    metrics: [
      { vital: { metric: 'LCP' } },
      { figure: 'CRASH_FREE_SESSIONS' },
      { conversion: { event: 'checkout_completed' } },
      { vital: { metric: 'INP', q: 0.9 } },
    ],
  })
  await page.getByText('What a verdict rests on').click()
  await page.getByText('is no proof that there is none').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: /^old-split/ }).click()
  expect(new URL(page.url()).searchParams.get('open')).toBe('old-split')
  await page.getByText('Nothing was decided about it yet').waitFor()
  await page.close()
})

test('the period begins with the experiment on request', async () => {
  const page = await openFlags()
  await page.getByRole('button', { name: 'Since it began' }).click()
  expect(new URL(page.url()).searchParams.get('range')).toBe(
    '2026-11-13T01:30:00.000Z/2026-11-21T09:30:00.000Z',
  )
  await page.close()
})

test('a flag that was seen becomes an experiment', async () => {
  const page = await openFlags('/flags?open=old-split')
  await page.getByRole('button', { name: 'Make it an experiment' }).click()
  expect(await page.getByLabel('Control').inputValue()).toBe('off')
  await page.getByLabel('Owner').fill('Checkout')
  await page.getByRole('button', { name: 'Say the split' }).click()
  await page.getByLabel('Part 2: weight').fill('3')
  await page.getByLabel('Engaged sessions').uncheck()
  await page.getByRole('button', { name: 'Add an event' }).click()
  await page.getByLabel('Event 1', { exact: true }).fill('order')
  await page.getByRole('button', { name: 'Add a guardrail' }).click()
  await page.getByLabel('Guardrail 1: figure').selectOption('Event order')
  await page.getByLabel('Guardrail 1: worst change').fill('1.5')
  await page.getByLabel('Everybody').check()
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Control').fill('Taken')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Taken is taken').waitFor()
  await page.getByLabel('Control').fill('off')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'New experiment' }).waitFor()
  expect(inputs().at(-1)).toEqual({
    site: 'shop',
    key: 'old-split',
    control: 'off',
    owner: 'Checkout',
    split: [
      { variant: 'off', weight: 1 },
      { variant: 'on', weight: 3 },
    ],
    startedAt: null,
    metrics: [
      { vital: { metric: 'LCP' } },
      { vital: { metric: 'INP' } },
      { figure: 'CRASH_FREE_SESSIONS' },
      { conversion: { event: 'order' } },
    ],
    guardrails: [{ metric: { conversion: { event: 'order' } }, worst: 0.015, relative: false }],
    channels: ['shop/channel/2'],
  })
  await page.close()
})

test('what was made through the API is named and kept; what was decided is forgotten only when that was meant', async () => {
  const page = await openFlags()
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByText('And 1 that was made through the API: kept.').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('Delete “new-checkout” for good?').waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Keep' }).waitFor({ state: 'detached' })
  expect(server.asked.some(({ variables }) => variables['id'] === 'shop/flag/new-checkout')).toBe(true)
  await page.close()
})
