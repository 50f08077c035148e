import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../test/chromium.ts'
import { axeViolations, openWidgetPage, watched } from '../../test/widgets/widget-page.ts'
import { startWidgetServer, type WidgetServer } from '../../test/widgets/widget-server.ts'
import { CONSOLE_PAGES, PAGE_NAMES } from './console-pages.ts'

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
  server.signedIn = true
  server.asked.length = 0
})

type Options = Parameters<Browser['newPage']>[0]

const openPage = (path: string, options?: Options) => openWidgetPage(browser, server.origin + path, options)

/** Once every element on the page has its answer. */
async function openConsole(address = '/', options: Options = {}): Promise<Page> {
  const page = await openPage(address, options)
  await page.locator('main article').first().waitFor()
  await page.locator('main article[aria-busy=true]').first().waitFor({ state: 'detached' })
  return page
}

const address = (page: Page) => page.url().slice(server.origin.length)
const filterAsked = () => server.asked.at(-1)?.variables['where']

describe.each(PAGE_NAMES)('the page %s', (name) => {
  const { path, title } = CONSOLE_PAGES[name]

  test.each(['light', 'dark'] as const)(
    'is accessible, keeps still and obeys the policy in %s',
    async (colorScheme) => {
      const page = await openConsole(path, { colorScheme })
      expect(await page.title()).toBe(`${title} · Example shop · Sightline`)
      expect(await axeViolations(page)).toEqual([])
      const { violations, shift } = await watched(page)
      expect([violations, shift]).toEqual([[], 0])
      await page.close()
    },
  )

  test('fits 360 pixels, where its menu is folded', async () => {
    const page = await openConsole(path, { viewport: { width: 360, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Web vitals' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('keeps hostile text as text', async () => {
    server.variant = 'hostile'
    const page = await openConsole(path)
    const { hacked, violations } = await watched(page)
    expect([hacked, violations]).toEqual([undefined, []])
    await page.close()
  })
})

describe('the address', () => {
  test('keeps what is chosen, and Back goes back', async () => {
    const page = await openConsole('/pages')
    await page.getByRole('radio', { name: 'INP' }).check({ force: true })
    await page.locator('sight-breakdown').getByRole('button', { name: '/cart' }).click()
    await page.getByRole('radio', { name: 'Mobile' }).check({ force: true })
    expect(address(page)).toBe('/pages?metric=INP&device=MOBILE&page=%2Fcart')
    await expect
      .poll(filterAsked, { timeout: 10_000 })
      .toEqual({ and: [{ page: { eq: '/cart' } }, { device: { eq: 'MOBILE' } }] })
    await page.getByRole('button', { name: 'Remove filter Page /cart' }).click()
    expect(address(page)).toBe('/pages?metric=INP&device=MOBILE')
    await page.goBack()
    await page.getByRole('button', { name: 'Remove filter Page /cart' }).waitFor()
    await page.close()
  })

  test('takes the period and the filters along to another page', async () => {
    const page = await openConsole('/?range=P30D&country=DE')
    await page.getByRole('link', { name: 'Sessions', exact: true }).click()
    await page.getByRole('heading', { name: 'Sessions', level: 1 }).waitFor()
    expect(address(page)).toBe('/sessions?range=P30D&country=DE')
    await page.close()
  })

  test('opens a session over any page', async () => {
    const page = await openConsole('/errors?session=s2')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Rage click').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(address(page)).toBe('/errors')
    await page.close()
  })

  test('tells of a site that is not there, and lets one choose another', async () => {
    const page = await openPage('/?site=gone')
    await page.getByText('There is no site gone that you may see.').waitFor()
    await page.getByLabel('Site').selectOption('Documentation')
    await page.locator('sight-vital-card').first().waitFor()
    expect(address(page)).toBe('/?site=docs')
    await page.close()
  })
})

test('which page is slow for whom, since when, is on the first screen; a session of it is two clicks away', async () => {
  const page = await openConsole('/', { viewport: { width: 1280, height: 900 } })
  const row = page.getByRole('row', { name: '/checkout' })
  expect(await row.innerText()).toMatch(/Mobile[^]*4\.2\.0/)
  const box = await row.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900)
  await row.getByRole('button', { name: 'Sessions in which /checkout was slow' }).click()
  expect(address(page)).toBe('/sessions?show=slow&device=MOBILE&page=%2Fcheckout')
  await expect.poll(filterAsked, { timeout: 10_000 }).toEqual({
    and: [
      { and: [{ page: { eq: '/checkout' } }, { device: { eq: 'MOBILE' } }] },
      {
        session: { has: { vital: { metric: 'LCP', rating: 'POOR' }, where: { page: { eq: '/checkout' } } } },
      },
    ],
  })
  await page.locator('sight-sessions tbody').getByRole('button').first().click()
  await page.getByRole('dialog').getByText('Rage click').waitFor()
  await page.close()
})

describe('keys', () => {
  test('lead to pages, but not while somebody writes', async () => {
    const page = await openConsole()
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.locator('sight-errors [type=search]').waitFor()
    expect(address(page)).toBe('/errors')
    await page.locator('sight-errors [type=search]').focus()
    await page.keyboard.type('gv')
    expect(address(page)).toBe('/errors')
    await page.close()
  })

  test('find a page of the site by a few letters', async () => {
    const page = await openConsole()
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog', { name: 'Find' })
    await dialog.getByRole('option', { name: '/checkout' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.type('zzz')
    await dialog.getByText('Nothing is called “zzz”.').waitFor()
    await dialog.getByRole('combobox').fill('checko')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(address(page)).toBe('/pages?page=%2Fcheckout')
    await page.close()
  })

  test('are told by ?', async () => {
    const page = await openConsole()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.getByText('Web vitals').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.close()
  })

  test('skip the menu', async () => {
    const page = await openConsole()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName)).toBe(
      'main',
    )
    await page.close()
  })
})

describe('the filter form', () => {
  test('narrows to a value that there is', async () => {
    const page = await openConsole('/vitals')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByLabel('Dimension').selectOption('Country')
    await page.getByLabel('Value').fill('ger')
    await page
      .getByRole('button', { name: /^Germany/ })
      .first()
      .click()
    expect(address(page)).toBe('/vitals?country=DE')
    await page.close()
  })

  test('takes a value as it is written, and is left by Escape', async () => {
    const page = await openConsole('/vitals')
    const button = page.getByRole('button', { name: 'Filter', exact: true })
    await button.click()
    await page.getByLabel('Value').fill('/rare')
    await page.getByText('Enter takes it as it is written').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    await button.click()
    await page.getByLabel('Value').fill('/rare')
    await page.keyboard.press('Enter')
    expect(address(page)).toBe('/vitals?page=%2Frare')
    await page.close()
  })
})

describe('who looks', () => {
  test('is asked for a token, told what is wrong with it, and goes on with a right one', async () => {
    server.signedIn = false
    const page = await openPage('/')
    await page.getByLabel('API token').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This token is not known').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByLabel('API token').fill('right')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('sight-slow-pages').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('API token').waitFor()
    await page.close()
  })

  test('is asked again when the session ends under the page', async () => {
    const page = await openConsole()
    server.signedIn = false
    await page.getByText('30d', { exact: true }).click({ force: true })
    await page.getByLabel('API token').waitFor()
    await page.close()
  })

  test('gets the snippet for a site without data', async () => {
    server.variant = 'empty'
    const page = await openPage('/')
    await page.getByText('Add one line to your pages').waitFor()
    expect(await page.locator('pre').innerText()).toContain('data-key="wk_5f0c1d7e"')
    expect(await axeViolations(page)).toEqual([])
    expect((await watched(page)).shift).toBe(0)
    await page.close()
  })
})
