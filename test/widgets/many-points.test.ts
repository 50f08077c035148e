/** Ten thousand points are drawn as fast as a thousand, nearly. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { widgetBench } from './element-pages.ts'
import { answerFromMemory } from './in-page.ts'

const bench = widgetBench()
const ROUNDS = 9

/** Script and layout of the update that draws the answer, ms: the median of several elements. */
async function drawingMs(page: Page, interval: string): Promise<{ points: number; ms: number }> {
  return page.evaluate(draw, { interval, rounds: ROUNDS })
}

test('10,000 points of a time series cost at most five times what 672 do', async () => {
  bench.server.pages.set('/points', '<div id="stage"><sight-time-series></sight-time-series></div>')
  const page = await bench.browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${bench.server.origin}/points`)
  await page.evaluate(answerFromMemory)
  const few = await drawingMs(page, 'QUARTER_HOUR')
  const many = await drawingMs(page, 'MINUTE')
  process.stdout.write(
    `time series, script and layout: ${many.points} points ${many.ms.toFixed(1)} ms, ${few.points} points ${few.ms.toFixed(1)} ms\n`,
  )
  expect(many.points).toBeGreaterThan(10_000)
  expect(many.ms).toBeLessThan(Math.max(50, few.ms * 5))
  await page.close()
})

/** Runs in the page. */
async function draw({ interval, rounds }: { interval: string; rounds: number }) {
  type Updating = HTMLElement & { performUpdate(): void }
  await customElements.whenDefined('sight-time-series')
  const times: number[] = []
  let points = 0
  for (let round = 0; round < rounds; round++) {
    const element = document.createElement('sight-time-series') as unknown as Updating
    let last = 0
    const performUpdate = element.performUpdate.bind(element)
    element.performUpdate = () => {
      const begun = performance.now()
      performUpdate()
      element.getBoundingClientRect()
      last = performance.now() - begun
    }
    for (const [name, value] of Object.entries({ site: 'shop', interval, range: 'P7D' }))
      element.setAttribute(name, value)
    document.querySelector('#stage')?.replaceChildren(element)
    while (!element.shadowRoot?.querySelector('[role=slider]'))
      await new Promise((resolve) => setTimeout(resolve, 2))
    points = Number(element.shadowRoot.querySelector('[role=slider]')?.getAttribute('aria-valuemax')) + 1
    times.push(last)
  }
  return { points, ms: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN }
}
