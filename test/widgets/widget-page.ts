/** Pages of widgets in a real browser, watched for violations of the policy and for what moves. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { NOW } from './answers/made-up.ts'

type PageOptions = NonNullable<Parameters<Browser['newPage']>[0]>

interface Watched {
  hacked?: unknown
  violations: string[]
  shift: number
}

/** A page that writes down policy violations and layout shifts, at the time of the made-up answers. */
export async function openWidgetPage(
  browser: Browser,
  url: string,
  options: PageOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  await page.clock.setFixedTime(NOW)
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched
    watched.violations = []
    watched.shift = 0
    document.addEventListener('securitypolicyviolation', (event) => {
      watched.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[]) {
        if (!entry.hadRecentInput) watched.shift += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url)
  return page
}

/** What was seen in it so far. */
export async function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { hacked, violations, shift } = globalThis as unknown as Watched
    return { hacked, violations, shift }
  })
}

let axe: Promise<string> | undefined

/** What axe finds wrong with it, a line for each place. */
export async function axeViolations(page: Page): Promise<string[]> {
  axe ??= readFile('node_modules/axe-core/axe.min.js', 'utf8')
  const findings =
    await page.evaluate(`(() => { const module = undefined; ${await axe}; return axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))) })()`)
  return findings as string[]
}
