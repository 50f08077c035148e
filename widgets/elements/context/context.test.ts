import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
beforeEach(() => {
  server.asked.length = 0
})

const BOARD = `<sight-context site="shop" range="P30D" filter='{"device":{"eq":"MOBILE"}}'>
  <sight-range></sight-range>
  <sight-filters></sight-filters>
  <sight-vital-card metric="INP"></sight-vital-card>
  <sight-breakdown></sight-breakdown>
  <sight-vital-card id="own" site="blog" range="P1D" filter='{"country":{"eq":"DE"}}'></sight-vital-card>
</sight-context>`

async function openBoard(markup = BOARD, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  server.pages.set('/board', markup)
  return openWidgetPage(browser, `${server.origin}/board`, options)
}
const asked = (metric: string | undefined, site = 'shop') =>
  server.asked.filter(({ variables }) => variables['site'] === site && variables['metric'] === metric)

test('elements ask what the context says, and what they say themselves goes before', async () => {
  const page = await openBoard()
  await expect.poll(() => [asked('INP').length, asked('LCP', 'blog').length]).toEqual([1, 1])
  expect(asked('INP')[0]?.variables).toMatchObject({
    range: { last: 'P30D' },
    where: { device: { eq: 'MOBILE' } },
  })
  expect(asked('LCP', 'blog')[0]?.variables).toMatchObject({
    range: { last: 'P1D' },
    where: { and: [{ device: { eq: 'MOBILE' } }, { country: { eq: 'DE' } }] },
  })
  await page.close()
})

test('a row that is selected narrows every element, and its chip takes that back', async () => {
  const page = await openBoard()
  await page.getByRole('button', { name: '/cart' }).click()
  await expect
    .poll(() => asked('INP').at(-1)?.variables['where'])
    .toEqual({ and: [{ device: { eq: 'MOBILE' } }, { page: { eq: '/cart' } }] })
  await page.getByRole('button', { name: 'Remove filter Page /cart' }).click()
  await expect.poll(() => asked('INP').at(-1)?.variables['where']).toEqual({ device: { eq: 'MOBILE' } })
  expect(await page.getByRole('button', { name: /Remove filter/ }).count()).toBe(0)
  await page.close()
})

test('the period is chosen for all, by length or by days, and told to the page', async () => {
  const page = await openBoard()
  await page.evaluate(() => {
    addEventListener('sight-context-change', (event) => {
      Object.assign(globalThis, { told: (event as CustomEvent).detail })
    })
  })
  await page.getByRole('radio', { name: '7d' }).check({ force: true })
  await expect.poll(() => asked('INP').at(-1)?.variables['range']).toEqual({ last: 'P7D' })
  expect(await page.evaluate('told')).toEqual({ range: 'P7D', selected: {} })

  await page.getByRole('radio', { name: 'Days…' }).check({ force: true })
  await page.getByLabel('From').fill('2026-11-10')
  await page.getByLabel('to', { exact: true }).fill('2026-11-01')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('The first day is after the last').waitFor()
  await page.getByLabel('to', { exact: true }).fill('2026-11-12')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const range = () => asked('INP').at(-1)?.variables['range'] as { from: string; to: string }
  await expect.poll(() => Date.parse(range().to) - Date.parse(range().from)).toBe(3 * 86_400_000)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('an inner context goes before an outer one, and one that comes later is found', async () => {
  const page = await openBoard(
    '<div><sight-vital-card metric="FCP"></sight-vital-card></div><sight-context site="shop"><sight-context range="P1D"><sight-vital-card metric="TTFB"></sight-vital-card></sight-context></sight-context>',
  )
  await page.getByText('Set the site attribute').first().waitFor()
  await page.evaluate(() => {
    const context = document.createElement('sight-context')
    context.setAttribute('site', 'late')
    const card = document.querySelector('[metric=FCP]')
    card?.before(context)
    if (card !== null) context.append(card)
  })
  await expect.poll(() => asked('FCP', 'late').length).toBe(1)
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'its look is theirs, obeys the policy and is accessible: %s',
  async (theme) => {
    const page = await openBoard(BOARD.replace('<sight-context ', `<sight-context theme="${theme}" `), {
      colorScheme: theme === 'dark' ? 'light' : 'dark',
    })
    await page.locator('sight-breakdown [aria-busy=false] tbody tr').first().waitFor()
    const schemes = await page
      .locator('sight-vital-card, sight-range')
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).colorScheme))
    expect(new Set(schemes)).toEqual(new Set([theme]))
    expect((await watched(page)).violations).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  },
)
