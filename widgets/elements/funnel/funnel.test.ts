import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'

const SAVED = 'funnel="shop/funnel/3"'
const STEPS = `steps='[{"name":"Home","page":{"eq":"/"}},{"event":"order"}]'`
const pages = elementPages('sight-funnel')
const textOf = async (page: Page, part: string) =>
  (await page.locator(`sight-funnel ${part}`).innerText()).replaceAll(/\s+/g, ' ')

test('each step tells who came, from the first and the previous, how fast, and who left', async () => {
  const page = await pages.open()
  expect(await textOf(page, 'h3')).toBe('Funnel Buy a desk')
  expect(await textOf(page, '[part=headline]')).toBe(
    '13.7% finish 1,700 of 12,383 entrants, 95 % interval 13.1%–14.3% 4 min 11 sec median, first to last · p90 15 min 15 sec 149 still under way may yet finish',
  )
  const steps = page.locator('.step')
  expect((await steps.first().innerText()).replaceAll(/\s+/g, ' ')).toBe('1Product page 12,383 entrants')
  const third = (await steps.nth(2).innerText()).replaceAll(/\s+/g, ' ')
  for (const part of [
    'Checkout',
    '2,650 entrants 2,452 left before',
    '21.4% of the first',
    '51.9% of the previous',
    '50.6%–53.3%',
    '48.1 s median time p90 3 min 40 sec',
  ])
    expect(third).toContain(part)
  expect(await steps.nth(2).locator('.kept').getAttribute('width')).toMatch(/^21\.4\d*%$/)
  await page.close()
})

test('a saved funnel is asked for by its id, steps as they are given', async () => {
  const page = await pages.open(SAVED)
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({
    saved: true,
    adHoc: false,
    funnel: 'shop/funnel/3',
    split: false,
  })
  await page.close()
  const other = await pages.open(`${STEPS} count-by="VISITOR" order="STRICT" window="P7D"`)
  expect(pages.server.asked.at(-1)?.variables).toMatchObject({
    saved: false,
    adHoc: true,
    steps: [{ name: 'Home', page: { eq: '/' } }, { event: 'order' }],
    countBy: 'VISITOR',
    order: 'STRICT',
    window: 'P7D',
  })
  expect(await textOf(other, '[part=headline]')).toContain('of 12,383 visitors')
  await other.close()
})

test.each([
  ['', 'Set funnel to the id of a saved funnel, or steps to a list of steps.'],
  [`steps='[{"page":'`, 'The steps attribute is not a JSON list of steps: [{"page":'],
  [`steps="[]"`, 'There are 0 steps: choose 1 to 10.'],
  [`${SAVED} ${STEPS}`, 'Set either funnel or steps, not both.'],
  [`${SAVED} by="toString"`, 'There is no dimension toString.'],
  [`${SAVED} top="0"`, 'top is 0: choose 1 to 50.'],
  [`${STEPS} order="ANY"`, 'There is no order ANY: choose ORDERED, STRICT, UNORDERED.'],
  [`${STEPS} count-by="VIEW"`, 'There is no count-by VIEW: choose SESSION, VISITOR.'],
])('%s is said to be wrong, and nothing is asked', async (attributes, words) => {
  const page = await pages.open(attributes)
  expect(await page.locator('sight-funnel article').innerText()).toContain(words)
  expect(pages.server.asked).toEqual([])
  await page.close()
})

test('a funnel that is not there is named', async () => {
  const page = await pages.open('funnel="shop/funnel/9"')
  expect(await textOf(page, 'article')).toContain('shop has no funnel shop/funnel/9')
  await page.close()
})

test('a part is chosen by keyboard and narrows the board, the unknown one too', async () => {
  const page = await pages.open()
  await page.evaluate(() => {
    const chosen: unknown[] = []
    Object.assign(globalThis, { chosen })
    addEventListener('sight-select', (event) => chosen.push((event as CustomEvent).detail))
  })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Unknown' }).click()
  expect(await page.evaluate('chosen')).toEqual([
    { dimension: 'DEVICE', key: 'MOBILE' },
    { dimension: 'DEVICE', key: null },
  ])
  await page.close()
})

test('too few entrants and a sampled answer are marked', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await textOf(page, '[part=headline]')).toContain('Thin data A sixteenth of the visitors')
  expect(await page.locator('.step').nth(1).innerText()).toMatch(/4–6 · 7 left before/)
  await page.close()
})

test('its figures are in a table and in a file', async () => {
  const page = await pages.open()
  await page.getByText('Show as table').click()
  await page.locator('details tbody tr').nth(3).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const [head, first, second] = (await readFile(await (await saved).path(), 'utf8')).split('\r\n')
  expect(head).toBe(
    'step,entrants,from_first,from_first_low,from_first_high,from_previous,from_previous_low,from_previous_high,drop_off,median_ms,p90_ms',
  )
  expect(first).toBe('Product page,12383,1,1,1,,,,,,')
  expect(second).toMatch(/^Add to basket,5102,0\.41\d+,.*,7281,72400,363000$/)
  await page.close()
})
