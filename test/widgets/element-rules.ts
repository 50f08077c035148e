/** What holds for every element, whatever it shows: a test file calls it with its markup and adds what is its own. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { HOSTILE } from './answers/made-up.ts'
import { axeViolations, openWidgetPage, watched } from './widget-page.ts'
import { startWidgetServer, type WidgetServer } from './widget-server.ts'

interface Subject {
  tag: string
  /** With all that it needs; the theme is added. */
  markup: string
  /** What it says where there is nothing to show. */
  missing: RegExp
  /** Whether something that visitors or clients send is shown. */
  showsSentText: boolean
}

export interface Bench {
  server: () => WidgetServer
  /** Opens the markup, the subject's own unless another is given, and waits until it is answered. */
  open: (options?: OpenOptions) => Promise<Page>
}

type OpenOptions = NonNullable<Parameters<Browser['newPage']>[0]> & { theme?: string; markup?: string }

export function holdToTheRules(subject: Subject): Bench {
  const { tag, missing, showsSentText } = subject
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
  const open = async ({ theme = 'light', markup = subject.markup, ...options }: OpenOptions = {}) => {
    server.pages.set('/board', `<sight-context site="shop" theme="${theme}">${markup}</sight-context>`)
    const page = await openWidgetPage(browser, `${server.origin}/board`, options)
    await page.locator(`${tag} [aria-busy=false]`).first().waitFor()
    return page
  }

  describe(`<${tag}>`, () => {
    it.each(['light', 'dark'] as const)(
      'is accessible, keeps still and obeys the policy in %s',
      async (theme) => {
        const page = await open({ theme, colorScheme: theme })
        expect(await axeViolations(page)).toEqual([])
        const { violations, shift } = await watched(page)
        expect([violations, shift]).toEqual([[], 0])
        await page.close()
      },
    )

    it.each([1280, 360])('keeps what follows it in its place at %s pixels', async (width) => {
      const page = await open({ viewport: { width, height: 1200 } })
      await page.evaluate((tag) => {
        const element = document.querySelector(tag)
        const below = Object.assign(document.createElement('p'), { textContent: 'Below' })
        const again = element?.cloneNode(true) ?? ''
        element?.replaceWith(again, below)
        Object.assign(globalThis, { shift: 0 })
      }, tag)
      await page.locator(`${tag} [aria-busy=false]`).waitFor()
      await page.locator(`${tag} [part=skeleton]`).waitFor({ state: 'detached' })
      expect((await watched(page)).shift).toBe(0)
      await page.close()
    })

    it('shows hostile text as text', async () => {
      server.variant = 'hostile'
      const page = await open()
      if (showsSentText)
        expect(await page.locator(`${tag} article`).innerText()).toContain(HOSTILE[0].slice(0, 12))
      const { hacked, violations } = await watched(page)
      expect([hacked, violations]).toEqual([undefined, []])
      await page.close()
    })

    it('names what is missing', async () => {
      server.variant = 'empty'
      const page = await open()
      expect(await page.locator(`${tag} article`).innerText()).toMatch(missing)
      expect(await axeViolations(page)).toEqual([])
      await page.close()
    })

    it('says so when nobody is signed in', async () => {
      server.signedIn = false
      const page = await open()
      expect(await page.locator(`${tag} [role=alert]`).getAttribute('data-code')).toBe('UNAUTHENTICATED')
      await page.close()
    })

    it('shows the error and recovers by Retry', async () => {
      server.variant = 'error'
      const page = await open()
      expect(await page.locator(`${tag} [role=alert]`).innerText()).toContain('the database is away')
      server.variant = 'plenty'
      await page.getByRole('button', { name: 'Retry' }).click()
      await page.locator(`${tag} [role=alert]`).waitFor({ state: 'detached' })
      await page.close()
    })

    it('fits 360 pixels, right to left and in forced colours too', async () => {
      const page = await open({ viewport: { width: 360, height: 800 }, forcedColors: 'active' })
      const width = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await width()).toBeLessThanOrEqual(360)
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
      expect(await width()).toBeLessThanOrEqual(360)
      expect(await axeViolations(page)).toEqual([])
      await page.close()
    })
  })
  return { server: () => server, open }
}

/** What a press of Download CSV saves, line by line. */
export async function savedLines(page: Page): Promise<string[]> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  return (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\r\n')
}
