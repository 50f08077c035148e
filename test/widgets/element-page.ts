/** What every element must bear, and a browser to show one element in. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { HOSTILE } from './answers/made-up.ts'
import { axeViolations, openWidgetPage, watched } from './widget-page.ts'
import { startWidgetServer, type WidgetServer } from './widget-server.ts'

type PageOptions = NonNullable<Parameters<Browser['newPage']>[0]> & { theme?: string }

export interface ElementPages {
  /** Of the file that uses it; there once the tests run. */
  readonly server: WidgetServer
  /** A page with one element on it, as soon as that has its answer. */
  open: (attributes?: string, options?: PageOptions) => Promise<Page>
}

/** One server and one browser for the tests of a file, which show `<tag site="shop" …>`. */
export function elementPages(tag: string, usual = ''): ElementPages {
  let server: WidgetServer | undefined
  let browser: Browser | undefined
  const started = () => {
    if (server === undefined || browser === undefined) throw new Error('only while tests run')
    return { server, browser }
  }
  beforeAll(async () => {
    server = await startWidgetServer()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  beforeEach(() => {
    const { server } = started()
    server.variant = 'plenty'
    server.signedIn = true
    server.asked.length = 0
  })
  return {
    get server() {
      return started().server
    },
    open: async (attributes = usual, { theme = 'light', ...options } = {}) => {
      const { server, browser } = started()
      server.pages.set('/one', `<${tag} site="shop" theme="${theme}" ${attributes}></${tag}>`)
      const page = await openWidgetPage(browser, `${server.origin}/one`, options)
      await page.locator(`${tag} [aria-busy=false]`).waitFor()
      return page
    },
  }
}

interface Borne {
  tag: string
  pages: ElementPages
  /** What it says where there is nothing. */
  empty: RegExp
  /** Whether it shows what visitors sent. */
  showsTexts: boolean
}

export function testWhatAllBear({ tag, pages, empty, showsTexts }: Borne): void {
  const textIn = (page: Page) => page.locator(`${tag} article`).innerText()

  test.each(['light', 'dark'] as const)(
    'it is accessible, keeps still and obeys the policy in %s',
    async (theme) => {
      const page = await pages.open(undefined, { theme, colorScheme: theme })
      expect(await axeViolations(page)).toEqual([])
      expect(await watched(page)).toEqual({ hacked: undefined, violations: [], shift: 0 })
      await page.close()
    },
  )

  test('it fits 360 pixels, right to left and in forced colours', async () => {
    const page = await pages.open(undefined, {
      viewport: { width: 360, height: 800 },
      forcedColors: 'active',
    })
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBeLessThanOrEqual(360)
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await width()).toBeLessThanOrEqual(360)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('it keeps hostile text as text', async () => {
    pages.server.variant = 'hostile'
    const page = await pages.open()
    if (showsTexts) expect(await textIn(page)).toContain(HOSTILE[0].slice(0, 12))
    expect(await watched(page)).toMatchObject({ hacked: undefined, violations: [] })
    await page.close()
  })

  test('it names what is missing', async () => {
    pages.server.variant = 'empty'
    const page = await pages.open()
    expect(await textIn(page)).toMatch(empty)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('it shows an error, and recovers by Retry', async () => {
    pages.server.variant = 'error'
    const page = await pages.open()
    expect(await page.locator(`${tag} [role=alert]`).innerText()).toContain('the database is away')
    pages.server.variant = 'plenty'
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.locator(`${tag} [role=alert]`).waitFor({ state: 'detached' })
    await page.close()
  })
}
