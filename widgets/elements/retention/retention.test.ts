import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-retention')
const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('sight-retention')?.shadowRoot?.activeElement?.getAttribute('aria-label') ??
      null,
  )
const wordsOf = async (page: Page, part: string) =>
  (await page.locator(`sight-retention ${part}`).innerText()).replaceAll(/\s+/g, ' ')

test('it tells how many come again, of how many, in all cohorts and in each', async () => {
  const page = await pages.open()
  expect(await wordsOf(page, '[part=headline]')).toMatch(
    /^3\d% come again in the next week [\d,]+ of [\d,]+ visitors, 95 % interval 3\d%–3\d%$/,
  )
  const rows = page.locator('[part=grid] tbody tr')
  expect(await rows.count()).toBe(11)
  expect(await rows.first().innerText()).toContain('All cohorts')
  expect(await rows.nth(3).locator('td').nth(1).getAttribute('aria-label')).toMatch(
    /^Oct 1.*8, after 1 week: 3\d%, [\d,]+ of [\d,]+ visitors, 95 % interval 3\d%–3\d%$/,
  )
  await page.close()
})

test('a period that is cut or not over is marked, in the picture and in words', async () => {
  const page = await pages.open()
  const row = page.locator('[part=grid] tbody tr').nth(9)
  const last = row.locator('td').last()
  expect(await last.getAttribute('aria-label')).toMatch(/, in part$/)
  expect(await last.evaluate((cell) => getComputedStyle(cell).borderTopStyle)).toBe('dashed')
  expect(await row.locator('td').first().getAttribute('aria-label')).not.toContain('in part')
  await page.close()
})

test('the keys lead from cell to cell, each of which says its figures', async () => {
  const page = await pages.open()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatch(/^All cohorts: [\d,]+ visitors first seen in those shown$/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toMatch(/^Sep .*, after 1 week: /)
  expect(await wordsOf(page, '[part=words]')).toBe((await focused(page))?.replaceAll(/\s+/g, ' '))
  await page.keyboard.press('PageDown')
  await expect.poll(() => focused(page)).toMatch(/^Nov 19.*visitors first seen, in part$/)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toMatch(/^Nov 19/)
  await page.close()
})

test('a cell under the pointer says its figures', async () => {
  const page = await pages.open()
  expect(await wordsOf(page, '[part=words]')).toContain('Point at a cell')
  await page.locator('[part=grid] tbody tr').nth(2).locator('td').nth(2).hover()
  await expect.poll(() => wordsOf(page, '[part=words]')).toContain('after 2 weeks: ')
  expect((await page.locator('[part=words]').boundingBox())?.height).toBeLessThanOrEqual(37)
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'figures keep 4.5 : 1 on every step of the scale in %s',
  async (theme) => {
    const page = await pages.open(undefined, { theme, colorScheme: theme })
    const contrasts = await page.locator('[part=grid] .cell:not(.size)').evaluateAll((cells) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const luminance = (color: string) => {
        if (context === null) return 0
        context.fillStyle = color
        context.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0] = Array.from(context.getImageData(0, 0, 1, 1).data, (part) =>
          part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      return cells.map((cell) => {
        const { color, backgroundColor } = getComputedStyle(cell)
        const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b)
        return (light + 0.05) / (dark + 0.05)
      })
    })
    expect(new Set(contrasts).size).toBeGreaterThanOrEqual(5)
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5)
    await page.close()
  },
)

test.each([
  ['', 'DAY'],
  ['range="P90D"', 'WEEK'],
  ['range="P365D"', 'MONTH'],
  ['range="P90D" interval="MONTH" cohorts="3"', 'MONTH'],
])('with %s it asks for each %s', async (attributes, interval) => {
  const page = await pages.open(attributes)
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({
    interval,
    cohorts: attributes.includes('cohorts') ? 3 : 12,
  })
  await page.close()
})

test.each([
  ['interval="YEAR"', 'There is no interval YEAR: choose DAY, WEEK, MONTH.'],
  ['cohorts="0"', 'cohorts is 0: choose 1 to 60.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  expect(await page.locator('sight-retention article').innerText()).toContain(words)
  expect(pages.server.asked).toEqual([])
  await page.close()
})

test('few visitors are marked as thin', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await page.locator('[part=grid] tbody tr').nth(2).innerText()).toContain('thin')
  await page.close()
})

test('its figures are in a table and in a file', async () => {
  const page = await pages.open()
  await page.getByText('Show as table').click()
  await page.locator('details tbody tr').nth(50).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const [head, first] = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(head).toBe('start,end,weeks_after,share,low,high,visitors,of,partial')
  expect(first).toMatch(/^2026-09-17T.*Z,2026-09-24T.*Z,0,1,1,1,9541,9541,true$/)
  await page.close()
})
