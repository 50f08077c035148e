import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const tag = 'sight-requests'
const pages = elementPages(tag)
const rows = (page: Page) => page.locator(`${tag} tbody tr`)

test('a row tells p75, failures with their denominator, count and time', async () => {
  const page = await pages.open()
  const row = rows(page).filter({ hasText: 'api.shop.example/basket' })
  const text = (await row.first().innerText()).replaceAll(/\s+/g, ' ')
  for (const part of ['POST', '268 ms', '3.4%', '13,237']) expect(text).toContain(part)
  expect(await row.locator('.failures').getAttribute('title')).toMatch(
    /^450 of 13,237 requests, 95 % interval 3\.1%–3\.7%, 360 by status, 90 by network$/,
  )
  expect(await row.locator('.p75').getAttribute('title')).toMatch(/^95 % interval .*\sms, 13,237 samples$/)
  await page.close()
})

test('its orders are asked of the API, and failed-only too', async () => {
  const page = await pages.open('failed-only sort="time"')
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({ orderBy: 'TOTAL_TIME', failedOnly: true })
  await page.getByRole('radio', { name: 'Failing' }).check({ force: true })
  await expect.poll(() => rows(page).first().innerText()).toContain('telemetry.vendor.example')
  expect(pages.server.asked.at(-1)?.variables['orderBy']).toBe('FAILURE_SHARE')
  await page.close()
})

test('the next page comes by cursor', async () => {
  const page = await pages.open()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows(page).count()).toBe(12)
  expect(pages.server.asked.at(-1)?.variables['after']).toBe('10')
  await page.close()
})

test('the search narrows what is shown without asking', async () => {
  const page = await pages.open()
  await page.getByRole('searchbox').fill('CHECKOUT')
  await expect.poll(() => rows(page).count()).toBe(1)
  await page.getByRole('searchbox').fill('nothing')
  await page.getByText('None of the 10 shown has these words').waitFor()
  expect(pages.server.asked.length).toBe(1)
  await page.close()
})

test('a row is chosen by keyboard, and hands over its endpoint', async () => {
  const page = await pages.open()
  await page.evaluate(() => {
    addEventListener('sight-request', (event) => {
      Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
    })
  })
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('chosen')).toEqual({ name: 'GET api.shop.example/products/:id' })
  await page.close()
})

test('its figures are saved as a file', async () => {
  const page = await pages.open()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const [head, first] = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(head).toBe('endpoint,requests,failed,p75_ms,low_ms,high_ms,samples,totalTime_ms')
  expect(first).toMatch(/^GET api\.shop\.example\/products\/:id,38430,77,184,/)
  await page.close()
})

test('figures of few requests are marked', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await rows(page).first().locator('.thin-mark').count()).toBe(2)
  await page.close()
})

test.each([
  ['sort="p75"', 'There is no sort p75: choose count, slow, failures, time.'],
  ['first="0"', 'first is 0: choose 1 to 50.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  await page.getByText(words).waitFor()
  expect(pages.server.asked).toEqual([])
  await page.close()
})
