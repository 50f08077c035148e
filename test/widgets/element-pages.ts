/** A browser to show one element in, for the tests of that element. What all of them bear is in every-element.test.ts. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { ELEMENT_FIXTURES, type ElementTag } from './element-fixtures.ts'
import { openWidgetPage } from './widget-page.ts'
import { startWidgetServer, type WidgetServer } from './widget-server.ts'

type PageOptions = NonNullable<Parameters<Browser['newPage']>[0]> & {
  theme?: string
  site?: string | null
  /** In a `<sight-context>`, which what is selected narrows. */
  inContext?: boolean
}

export interface WidgetBench {
  /** Both of the file that uses them; there once the tests run. */
  readonly server: WidgetServer
  readonly browser: Browser
}

export interface ElementPages extends WidgetBench {
  /** A page with one element on it, as soon as that has its answer. */
  open: (attributes?: string, options?: PageOptions) => Promise<Page>
}

/** One server and one browser for the tests of a file. */
export function widgetBench(): WidgetBench {
  let server: WidgetServer | undefined
  let browser: Browser | undefined
  const started = () => {
    if (server === undefined || browser === undefined) throw new Error('only while tests run')
    return { server, browser }
  }
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startWidgetServer(), launchChromium()])
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
    get browser() {
      return started().browser
    },
  }
}

/** The same, with pages that show `<tag site="shop" …>`. */
export function elementPages(tag: ElementTag): ElementPages {
  const bench = widgetBench()
  const open = async (
    attributes = ELEMENT_FIXTURES[tag].attributes,
    { theme = 'light', site = 'shop', inContext = false, ...options }: PageOptions = {},
  ) => {
    const { server, browser } = bench
    const named = site === null ? '' : `site="${site}"`
    const markup = `<${tag} ${named} theme="${theme}" ${attributes}></${tag}>`
    server.pages.set('/one', inContext ? `<sight-context>${markup}</sight-context>` : markup)
    const page = await openWidgetPage(browser, `${server.origin}/one`, options)
    await page.locator(`${tag} [aria-busy=false]`).waitFor()
    return page
  }
  return {
    get server() {
      return bench.server
    },
    get browser() {
      return bench.browser
    },
    open,
  }
}

/** What a press of Download CSV saves, line by line. */
export async function savedLines(page: Page): Promise<string[]> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).first().click()
  return (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\r\n')
}
