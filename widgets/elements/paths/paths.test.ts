import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-paths')
const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('sight-paths')?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null,
  )
const listen = (page: Page) =>
  page.evaluate(() => {
    const chosen: unknown[] = []
    Object.assign(globalThis, { chosen })
    for (const name of ['sight-select', 'sight-path'])
      addEventListener(name, (event) => chosen.push([name, (event as CustomEvent).detail]))
  })

test('pages and the ways between them tell their sessions and shares', async () => {
  const page = await pages.open()
  expect(await page.locator('.node').first().getAttribute('aria-label')).toMatch(
    /^\/, step 0: 6,531 sessions, 52% of 12,559; [\d,]+ go no further, [\d,]+ of them left the site$/,
  )
  expect(await page.getByRole('button', { name: '/ to /search: ' }).getAttribute('aria-label')).toMatch(
    /^\/ to \/search: [\d,]+ sessions, \d+% of those at \/$/,
  )
  expect(await page.locator('.label').first().textContent()).toBe('/6,531')
  await page.close()
})

test.each([
  ['', 'from the entry', { from: null, to: null, depth: 3, top: 5 }],
  ['from="/cart" depth="2" top="3"', 'from /cart', { from: '/cart', to: null, depth: 2, top: 3 }],
  ['to="/checkout"', 'to /checkout', { from: null, to: '/checkout' }],
  ['from="/" to="/cart"', 'from / to /cart', { from: '/', to: '/cart' }],
])('with %s it asks for the ways %s', async (attributes, words, variables) => {
  const page = await pages.open(attributes)
  expect(pages.server.asked.at(-1)?.variables).toMatchObject(variables)
  expect(await page.locator('sight-paths h3').innerText()).toContain(words)
  await page.close()
})

test('the keys lead along the strongest way, and Enter chooses a page or a way', async () => {
  const page = await pages.open()
  await listen(page)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatch(/^\/, step 0/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toMatch(/^\/ to \/products\/:id: /)
  expect(await page.locator('[part=words]').innerText()).toBe(await focused(page))
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page)).toMatch(/^\/products\/:id, step 1/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate('chosen')).toEqual([
    ['sight-path', { from: '/', to: '/products/:id' }],
    ['sight-select', { dimension: 'PAGE', key: '/products/:id' }],
  ])
  await page.close()
})

test('the node of all others is not chosen', async () => {
  const page = await pages.open()
  await listen(page)
  await page
    .getByRole('button', { name: /^All others, step 1/ })
    .locator('.hit')
    .click()
  await page
    .getByRole('button', { name: /^\/search, step 1/ })
    .locator('.hit')
    .click()
  expect(await page.evaluate('chosen')).toEqual([['sight-select', { dimension: 'PAGE', key: '/search' }]])
  await page.close()
})

test.each([
  ['depth="9"', 'depth is 9: choose 1 to 5.'],
  ['top="0"', 'top is 0: choose 1 to 12.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  expect(await page.locator('sight-paths article').innerText()).toContain(words)
  expect(pages.server.asked).toEqual([])
  await page.close()
})

test('its figures are in a table and in a file', async () => {
  const page = await pages.open()
  await page.getByText('Show as table').click()
  await page.locator('details tbody tr').nth(20).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe('step,from,to,sessions,of')
  expect(lines[1]).toMatch(/^0,\/,\/products\/:id,\d+,6531$/)
  expect(lines.some((line) => /^0,\/,goes no further,\d+,6531$/.test(line))).toBe(true)
  await page.close()
})
