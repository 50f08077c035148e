import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-core-web-vitals'
const pages = elementPages(tag)
const textOf = async (page: Page) =>
  (await page.locator(`${tag} article`).innerText()).replaceAll(/\s+/g, ' ')

test('it says whether the site passes, and what that rests on', async () => {
  const page = await pages.open()
  const text = await textOf(page)
  for (const part of [
    'Not passed INP is not good',
    'LCP Largest Contentful Paint 1.83s Good 95 % interval 1.82–1.85 s · 26,474 samples',
    'INP Interaction to Next Paint 264ms Needs improvement',
    'CLS Cumulative Layout Shift 0.08 Good',
    'Good 83% Needs improvement 12% Poor 5%',
  ])
    expect(text).toContain(part)
  await page.close()
})

test('of few samples it makes no judgement', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await textOf(page)).toContain('Too little data Fewer than 30 samples of LCP, INP, and CLS')
  expect(await page.getByText('Thin data').count()).toBe(3)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('its figures are in a table and a file', async () => {
  const page = await pages.open()
  await page.getByText('Show as table').focus()
  await page.keyboard.press('Enter')
  await page.locator('tbody tr').nth(2).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe('vital,unit,p75,low,high,samples,good,needsImprovement,poor')
  expect(lines[2]).toMatch(/^INP,ms,264,/)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})
