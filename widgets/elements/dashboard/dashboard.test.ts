import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const card = (id: string, attributes: string) =>
  `<sight-vital-card id="${id}" ${attributes}></sight-vital-card>`
const BOARD = `<sight-dashboard heading="Shop">
  <sight-range slot="controls"></sight-range>
  ${card('a', 'metric="LCP" data-span="3"')}${card('b', 'metric="INP" data-span="3"')}
  ${card('c', 'metric="CLS" data-span="6" data-rows="2"')}
  ${card('d', 'metric="FCP" data-span="6"')}
  <h3 id="title">More</h3>
  ${card('e', 'metric="TTFB" data-span="8"')}
</sight-dashboard>`

async function open({
  theme = 'light',
  ...options
}: Parameters<Browser['newPage']>[0] & { theme?: string } = {}) {
  server.pages.set('/board', `<sight-context site="shop" theme="${theme}">${BOARD}</sight-context>`)
  const page = await openWidgetPage(browser, `${server.origin}/board`, options)
  await page.locator('#e [aria-busy=false]').waitFor()
  return page
}

/** Where things stand, in whole pixels. */
const boxes = (page: Page) =>
  page.locator('sight-dashboard > [id]').evaluateAll((elements) =>
    Object.fromEntries(
      elements.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return [element.id, { left, top, right, bottom }] as const
      }),
    ),
  )
const wallOf = (page: Page) =>
  page.locator('sight-dashboard').evaluate(({ wall }: HTMLElement & { wall?: boolean }) => wall)

describe('<sight-dashboard>', () => {
  it.each(['light', 'dark'] as const)(
    'is accessible, keeps still and obeys the policy in %s',
    async (theme) => {
      const page = await open({ theme, colorScheme: theme })
      expect(await axeViolations(page)).toEqual([])
      expect(await watched(page)).toEqual({ hacked: undefined, violations: [], shift: 0 })
      await page.close()
    },
  )

  it('gives each its columns and rows where there is room', async () => {
    const page = await open({ viewport: { width: 1400, height: 1200 } })
    const { a, b, c, d, e, title } = await boxes(page)
    expect([a?.top, b?.top]).toEqual([c?.top, c?.top])
    expect(d?.top).toBeGreaterThan(a?.bottom ?? 0)
    expect(d?.right).toBeLessThan(c?.left ?? 0)
    expect(c?.bottom).toBeCloseTo(d?.bottom ?? 0)
    expect(e?.top).toBeGreaterThan(title?.bottom ?? Infinity)
    const [wide, whole] = [(e?.right ?? 0) - (e?.left ?? 0), (c?.right ?? 0) - (a?.left ?? 0)]
    expect(wide / whole).toBeCloseTo(8 / 12, 1)
    await page.close()
  })

  it('fills its rows where there is less room, in the order of the document', async () => {
    const page = await open({ viewport: { width: 760, height: 1200 } })
    const { a, b, c, d, e } = await boxes(page)
    expect([a?.top, c?.top]).toEqual([b?.top, d?.top])
    expect([e?.left, e?.right]).toEqual([a?.left, b?.right])
    await page.close()
  })

  it('has one column on a phone, right to left and in forced colours too', async () => {
    const page = await open({ viewport: { width: 360, height: 800 }, forcedColors: 'active' })
    const lefts = Object.values(await boxes(page)).map(({ left }) => left)
    expect(new Set(lefts).size).toBe(1)
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.close()
  })

  it('lays out anew what comes, goes and changes', async () => {
    const page = await open({ viewport: { width: 760, height: 1200 } })
    await page.evaluate(() => {
      document.getElementById('b')?.remove()
      document.getElementById('d')?.setAttribute('data-span', '12')
    })
    await expect
      .poll(async () => {
        const { a, c, d } = await boxes(page)
        return [a?.top === c?.top, d?.left === a?.left, d?.right === c?.right]
      })
      .toEqual([true, true, true])
    await page.close()
  })

  it('keeps the controls in sight while the page scrolls', async () => {
    const page = await open({ viewport: { width: 1000, height: 400 } })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const top = await page
      .getByRole('heading', { name: 'Shop' })
      .evaluate((heading) => heading.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(56)
    await page.close()
  })

  it('becomes a wall by its button and by F, and tells the page', async () => {
    const page = await open()
    await page.evaluate(() =>
      addEventListener('sight-wall', (event) =>
        Object.assign(globalThis, { told: (event as CustomEvent).detail }),
      ),
    )
    await page.getByRole('button', { name: 'Full screen' }).click()
    await expect.poll(() => wallOf(page)).toBe(true)
    expect(await page.evaluate('told')).toEqual({ wall: true })
    expect(await page.getByRole('radio', { name: '7d' }).isVisible()).toBe(false)
    await page.keyboard.press('f')
    await expect.poll(() => wallOf(page)).toBe(false)
    expect(await page.evaluate('told')).toEqual({ wall: false })
    await page.close()
  })

  it('takes an F for a letter where one is typed', async () => {
    const page = await open()
    await page.getByRole('radio', { name: 'Days…' }).check({ force: true })
    await page.getByLabel('From').press('f')
    expect(await wallOf(page)).toBe(false)
    await page.close()
  })

  it('prints on A4 in landscape, in light colours and without buttons', async () => {
    const page = await open({ theme: 'dark', colorScheme: 'dark' })
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#a').evaluate((element) => getComputedStyle(element).colorScheme)).toBe(
      'light',
    )
    expect(await page.getByRole('button', { name: 'Full screen' }).isVisible()).toBe(false)
    const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length)
    const before = await sheets()
    await page.evaluate(() => document.querySelector('sight-dashboard')?.remove())
    expect(await sheets()).toBe(before - 1)
    await page.close()
  })
})
