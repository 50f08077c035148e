import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-distribution'
const pages = elementPages(tag)

test('four percentiles, the bands of the ratings and the shares are marked', async () => {
  const page = await pages.open('metric="INP"')
  const labels = await page.locator('.percentiles text').allTextContents()
  expect(labels.map((label) => label.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'p50 188 ms',
    'p75 264 ms',
    'p90 358 ms',
    'p99 603 ms',
  ])
  expect(await page.locator('.bands > rect').count()).toBe(3)
  const text = (await page.locator(`${tag} article`).innerText()).replaceAll(/\s+/g, ' ')
  expect(text).toContain('95 % of p75 in 262–267 ms · 26,474 samples')
  expect(text).toContain('Good 66% Needs improvement 25% Poor 9%')
  await page.close()
})

test('it is read by keyboard, bin by bin, the last with all above', async () => {
  const page = await pages.open()
  const chart = page.getByRole('slider')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/^0–115\sms: [\d,]+ views, /)
  await page.keyboard.press('PageDown')
  const words = await chart.getAttribute('aria-valuetext')
  expect(words).toMatch(/^1\.15–1\.26\ss: [\d,]+ views, \d+%$/)
  expect(await page.locator('[part=tooltip]').innerText()).toContain('Good')
  await page.keyboard.press('End')
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/^4\.47\ss and more: /)
  expect(await page.locator('[part=tooltip]').innerText()).toContain('Poor')
  await page.keyboard.press('Escape')
  expect(await page.locator('[part=tooltip]').count()).toBe(0)
  await page.close()
})

test('a metric without thresholds has no bands', async () => {
  const page = await pages.open('metric="LOAD"')
  expect(await page.locator('.bands > rect').count()).toBe(0)
  await page.close()
})

test('its bins are in a table and a file', async () => {
  const page = await pages.open('bins="12"')
  expect(pages.server.asked.at(-1)?.variables['bins']).toBe(12)
  await page.getByText('Show as table').click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(12)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(lines.length).toBe(14)
  expect(lines[0]).toBe('from_ms,to_ms,views')
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('thin data is said to be', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  await page.getByText('Thin data: too few samples for an interval · 12 samples').waitFor()
  await page.close()
})

test.each([
  ['bins="0"', 'bins is 0: choose 1 to 200.'],
  ['metric="toString"', 'There is no metric toString.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  await page.getByText(words).waitFor()
  expect(pages.server.asked).toEqual([])
  await page.close()
})
