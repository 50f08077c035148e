import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-errors')
const rows = (page: Page) => page.locator('sight-errors tbody tr')

test('a row tells what is wrong, whom it hit, since when, and where it stands', async () => {
  const page = await pages.open()
  const text = (await rows(page).first().innerText()).replaceAll(/\s+/g, ' ')
  for (const part of [
    "TypeError Cannot read properties of undefined (reading 'items')",
    'Open',
    '389',
    '3.1%',
  ])
    expect(text).toContain(part)
  expect(await rows(page).first().locator('.share').getAttribute('title')).toMatch(
    /^389 of 12,559 sessions, 95 % interval 2\.8%–3\.4%$/,
  )
  expect(await rows(page).getByText('New', { exact: true }).count()).toBeGreaterThan(0)
  await page.close()
})

test('its orders and states are asked of the API, as attributes too', async () => {
  const page = await pages.open('sort="new" state="OPEN"')
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({ orderBy: 'NEW', state: 'OPEN' })
  await page.getByRole('radio', { name: 'Most' }).check({ force: true })
  await expect.poll(() => pages.server.asked.at(-1)?.variables['orderBy']).toBe('EVENTS')
  expect(await page.locator('sight-errors').getAttribute('sort')).toBe('most')
  await page.close()
})

test.each([
  ['state="BROKEN"', 'There is no state BROKEN: choose OPEN, REGRESSED, RESOLVED, IGNORED.'],
  ['sort="toString"', 'There is no sort toString: choose worst, most, new.'],
  ['first="500"', 'first is 500: choose 1 to 50.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  expect(await page.locator('sight-errors article').innerText()).toContain(words)
  expect(pages.server.asked).toEqual([])
  await page.close()
})

test('the next pages come by cursor, and go when another order is chosen', async () => {
  const page = await pages.open()
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows(page).count()).toBe(20)
  expect(pages.server.asked.at(-1)?.variables['after']).toBe('10')
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows(page).count()).toBe(23)
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
  await page.getByRole('radio', { name: 'New' }).check({ force: true })
  await expect.poll(() => rows(page).count()).toBe(10)
  await page.close()
})

test('a page that does not come is told, and can be asked for again', async () => {
  const page = await pages.open()
  pages.server.variant = 'error'
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByText('Could not load: the database is away').waitFor()
  expect(await rows(page).count()).toBe(10)
  pages.server.variant = 'plenty'
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => rows(page).count()).toBe(20)
  await page.close()
})

test('the search narrows what is shown without asking', async () => {
  const page = await pages.open()
  await page.getByRole('searchbox').fill('chunk')
  await expect.poll(() => rows(page).count()).toBe(1)
  expect(await page.getByRole('status').innerText()).toBe('1 of the 10 shown')
  await page.getByRole('searchbox').fill('nothing like it')
  await page.getByText('None of the 10 shown has these words').waitFor()
  expect(pages.server.asked.length).toBe(1)
  await page.close()
})

test('a row is chosen by keyboard, and hands over its id', async () => {
  const page = await pages.open()
  await page.evaluate(() => {
    addEventListener('sight-error', (event) => {
      Object.assign(globalThis, { chosen: (event as CustomEvent).detail })
    })
  })
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('chosen')).toEqual({ id: 'shop/error/v1-4f9a1c' })
  await page.close()
})

test('its figures are saved as a file', async () => {
  const page = await pages.open()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const [head, first] = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(head).toBe(
    'id,type,message,source,state,firstSeen,lastSeen,lastRelease,events,sessions,shareOfSessions,low,high,ofSessions',
  )
  expect(first).toMatch(/^shop\/error\/v1-4f9a1c,TypeError,/)
  await page.close()
})

test('a share of few sessions is marked', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await rows(page).first().innerText()).toContain('thin')
  await page.close()
})
