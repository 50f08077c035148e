import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { EMBEDDABLE } from '../api/embeds/embeddable.ts'
import { FIRST_ELEMENT_BUDGET, FURTHER_ELEMENT_BUDGET } from '../bench/size-budget.ts'
import { closureOf, widgetSizes } from '../bench/widget-sizes.ts'
import { launchChromium } from '../test/chromium.ts'
import { axeViolations, openWidgetPage, watched } from '../test/widgets/widget-page.ts'
import { ELEMENT_FILES } from './element-files.ts'
import { startWidgetServer, type WidgetServer } from '../test/widgets/widget-server.ts'

interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => { createScriptURL: (url: string) => string }
  }
}

let server: WidgetServer
let browser: Browser

beforeAll(async () => {
  server = await startWidgetServer()
  server.pages.set('/alone', '')
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

const openPage = (path: string, options?: Parameters<Browser['newPage']>[0]) =>
  openWidgetPage(browser, server.origin + path, options)

async function openElement(
  tag: string,
  options: Parameters<Browser['newPage']>[0] & { theme?: string } = {},
) {
  const { theme = 'light', ...rest } = options
  const page = await openPage(`/embed?tag=${tag}&theme=${theme}`, rest)
  await page.locator(`${tag} [aria-busy=false]`).waitFor()
  return page
}

describe('<sight-vital-card>', () => {
  it('shows value, unit, rating, interval, samples and shares', async () => {
    const page = await openElement('sight-vital-card')
    const text = (await page.locator('sight-vital-card article').innerText()).replaceAll(/\s+/g, ' ')
    for (const part of [
      'LCP',
      '1.83',
      's',
      'Good',
      '95 % interval 1.82–1.85 s',
      '26,474 samples',
      '83%',
      '12%',
      '5%',
    ]) {
      expect(text).toContain(part)
    }
    await page.close()
  })

  it('tells thin data', async () => {
    server.variant = 'thin'
    const page = await openElement('sight-vital-card')
    const text = await page.locator('sight-vital-card article').innerText()
    expect(text).toContain('Thin data')
    expect(text).toContain('Too few samples for an interval')
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it('asks nobody for the figures of everybody when its filter cannot be read', async () => {
    const page = await openPage('/embed?tag=p')
    await page.evaluate(() => {
      const card = document.createElement('sight-vital-card')
      card.setAttribute('site', 'shop')
      card.setAttribute('filter', '{"page":')
      document.querySelector('main')?.append(card)
    })
    await page.getByText('The filter attribute is not a JSON object').waitFor()
    expect(server.asked).toEqual([])
    await page.close()
  })

  it('can be defined twice on one page', async () => {
    const page = await openElement('sight-vital-card')
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    const again = [...server.scripts.keys()]
      .filter((path) => /^\/widgets\/.*\.js$/.test(path))
      .map((path) => `${path}?again`)
    await page.evaluate(`Promise.all(${JSON.stringify(again)}.map((path) => import(path)))`)
    expect(problems).toEqual([])
    await page.close()
  })

  it('sends the token it is given', async () => {
    server.signedIn = false
    const page = await openElement('sight-vital-card')
    await page.evaluate(() => {
      const card = document.querySelector('sight-vital-card') as HTMLElement & { token: string }
      card.token = 'right'
    })
    await page.locator('sight-vital-card [part=value]').waitFor()
    expect(await page.locator('sight-vital-card').getAttribute('token')).toBeNull()
    await page.close()
  })
})

describe('<sight-time-series>', () => {
  const slider = (page: Page) => page.getByRole('slider')

  it('is read by keyboard, bucket by bucket', async () => {
    const page = await openElement('sight-time-series')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    expect(await slider(page).getAttribute('aria-valuenow')).toBe('0')
    const first = await slider(page).getAttribute('aria-valuetext')
    expect(first).toMatch(/Nov 14.*: 1\.\d\d\ss, 95 % interval .* samples/)
    await page.keyboard.press('ArrowRight')
    expect(await slider(page).getAttribute('aria-valuetext')).not.toBe(first)
    expect(await page.locator('[part=tooltip]').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('[part=tooltip]').count()).toBe(0)
    await page.close()
  })

  it('calls a gap no data, by keyboard and by pointer', async () => {
    const page = await openElement('sight-time-series')
    const box = await slider(page).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 56 + ((box?.width ?? 0) - 64) * 0.44, (box?.y ?? 0) + 100)
    expect(await page.locator('[part=tooltip]').innerText()).toContain('No data')
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('no data')
    await page.close()
  })

  it('has its figures in a table', async () => {
    const page = await openElement('sight-time-series')
    await page.getByText('Show as table').click()
    await page.locator('tbody tr').nth(160).waitFor()
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/Nov 14/)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it('has its figures in a file', async () => {
    const page = await openElement('sight-time-series')
    await page.getByText('Show as table').click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('LCP p75.csv')
    const [head, first, ...rest] = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(head).toBe('start,end,p75_ms,low_ms,high_ms,samples,views')
    expect(first).toMatch(
      /^2026-11-14T\d\d:00:00\.000Z,2026-11-14T\d\d:00:00\.000Z,\d+\.\d+,\d+\.\d+,\d+\.\d+,\d+,\d+$/,
    )
    expect(rest.length).toBeGreaterThan(160)
    expect(rest.some((line) => line.endsWith(',,,,0,0'))).toBe(true)
    expect((await watched(page)).violations).toEqual([])
    await page.close()
  })

  it('stands in right-to-left pages and forced colours', async () => {
    const page = await openElement('sight-time-series', { forcedColors: 'active' })
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })
})

describe('<sight-breakdown>', () => {
  it('sorts by its headers and says how', async () => {
    const page = await openElement('sight-breakdown')
    const header = page.getByRole('columnheader', { name: 'p75' })
    await header.getByRole('button').click()
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending')
    expect(server.asked.at(-1)?.variables['orderBy']).toEqual({ direction: 'DESC', vital: 'LCP', q: 0.75 })
    await header.getByRole('button').click()
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending')
    await page.close()
  })

  it('hands over the row that was chosen, null for the unknown one', async () => {
    const page = await openElement('sight-breakdown')
    await page.evaluate(() => {
      addEventListener('sight-select', (event) => {
        Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
      })
    })
    await page.getByRole('button', { name: 'Unknown' }).click()
    expect(await page.evaluate('chosen')).toEqual({ dimension: 'PAGE', key: null })
    expect(await page.getByRole('button', { name: 'All others' }).count()).toBe(0)
    await page.close()
  })
})

describe('the bundle', () => {
  it('brings the first element in at most 30 kB with the loader, and each further one in 6 kB', async () => {
    for (const { tag, first, further } of await widgetSizes()) {
      expect(first, tag).toBeLessThanOrEqual(FIRST_ELEMENT_BUDGET)
      expect(further, tag).toBeLessThanOrEqual(FURTHER_ELEMENT_BUDGET)
    }
  })

  it.each(Object.keys(ELEMENT_FILES))('defines <%s> by its own script, pinned by its hash', async (tag) => {
    const integrity = JSON.parse(
      new TextDecoder().decode(server.scripts.get('/widgets/integrity.json')),
    ) as Record<string, string>
    const [name = '', hash = ''] =
      Object.entries(integrity).find(([name]) => new RegExp(`^${tag}\\.[0-9a-f]{10}\\.js$`).test(name)) ?? []
    const page = await openPage('/alone')
    await page.evaluate(
      ([src, integrity]) =>
        new Promise((resolve, reject) => {
          const script = Object.assign(document.createElement('script'), { type: 'module', integrity })
          script.addEventListener('load', resolve)
          script.addEventListener('error', reject)
          const policy = (globalThis as unknown as TrustedTypesWindow).trustedTypes?.createPolicy(
            'lit-html',
            {
              createScriptURL: (url) => url,
            },
          )
          Object.assign(script, { src: policy?.createScriptURL(src) ?? src })
          document.head.append(script)
        }),
      [`/widgets/${name}`, hash] as const,
    )
    expect(await page.evaluate((tag) => customElements.get(tag) !== undefined, tag)).toBe(true)
    await page.close()
  })

  it('has a script for every element that can be embedded, which asks the operations that a token grants', () => {
    for (const [tag, { operations }] of Object.entries(EMBEDDABLE)) {
      expect(Object.keys(ELEMENT_FILES)).toContain(tag)
      const textOf = (path: string) => new TextDecoder().decode(server.scripts.get(path))
      const closure = [...closureOf(server.scripts, `/widgets/${tag}.js`)].map(textOf)
      // What it loads later asks too.
      const later = closure.flatMap((source) => [...source.matchAll(/import\("\.\/?([^"]+)"\)/g)])
      const parts = later.map(([, path = '']) =>
        textOf(`/widgets/${path.replace(/^(chunks\/)?/, 'chunks/')}`),
      )
      const sources = [...closure, ...parts]
      for (const operation of operations)
        expect(
          sources.some((source) => new RegExp(`(query|subscription) ${operation}\\(`).test(source)),
          operation,
        ).toBe(true)
    }
  })
})
