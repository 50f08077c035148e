import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const tag = 'sight-third-parties'
const pages = elementPages(tag)
const rows = (page: Page) => page.locator(`${tag} tbody tr`)

test('a row tells time, size, blocking and failures, each with its evidence', async () => {
  const page = await pages.open()
  const row = rows(page).filter({ hasText: 'ads.network.example' })
  const cells = await row
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).title))
  expect(cells).toEqual([
    expect.stringMatching(/^41,419 of 42,700 views, 95 % interval 96\.8%–97\.2%$/),
    expect.stringMatching(/^95 % interval .*\sms, 153,720 samples$/),
    '153,720 resources',
    expect.stringMatching(/^Long tasks .* in all, rendering waited for 0\sms$/),
    expect.stringMatching(/^9,377 of 153,720 resources, 95 % interval /),
  ])
  expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('412 ms')
  await page.close()
})

test('what was not measured is not 0', async () => {
  const page = await pages.open()
  const unknown = rows(page).filter({ hasText: 'Unknown host' })
  expect(await unknown.locator('.blocking').innerText()).toContain('–')
  expect(await rows(page).filter({ hasText: 'fonts' }).locator('.blocking').innerText()).toMatch(/^0\sms/)
  await page.close()
})

test('further hosts come by cursor', async () => {
  const page = await pages.open('first="5"')
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows(page).count()).toBe(7)
  expect(pages.server.asked.at(-1)?.variables['after']).toBe('5')
  await page.close()
})

test('its figures are saved as a file, the unknown host as an empty field', async () => {
  const page = await pages.open()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe(
    'host,resources,views,p75_ms,low_ms,high_ms,samples,bytes,longTaskBlocking_ms,renderBlocking_ms,failed',
  )
  expect(lines[7]).toMatch(/^,854,285,120,/)
  expect(lines[7]).toMatch(/,,0,0$/)
  await page.close()
})

test('figures of few are marked, and an attribute that cannot be is said to be', async () => {
  pages.server.variant = 'thin'
  let page = await pages.open()
  expect(await rows(page).first().locator('.thin-mark').count()).toBe(2)
  await page.close()
  page = await pages.open('first="500"')
  await page.getByText('first is 500: choose 1 to 50.').waitFor()
  await page.close()
})
