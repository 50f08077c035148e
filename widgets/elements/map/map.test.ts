import { expect, test } from 'vitest'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-map'
const pages = elementPages(tag)
const wordsOf = (label: string | null) => (label ?? '').replaceAll(/\s+/g, ' ')

test('countries are read by keyboard, the worst first, and chosen', async () => {
  const page = await pages.open('', { inContext: true })
  const country = page.locator('.country:focus')
  await page.keyboard.press('Tab')
  expect(wordsOf(await country.getAttribute('aria-label'))).toBe(
    'United States: 3.26 s, Needs improvement. 95 % in 3.21–3.32 s · 7,550 samples, 29% of views',
  )
  await page.keyboard.press('ArrowRight')
  expect(await country.getAttribute('data-code')).toBe('BR')
  await page.locator('[part=tooltip]').waitFor()
  expect(wordsOf(await page.locator('[part=tooltip]').innerText())).toBe(
    'Brazil 2.99 s Needs improvement 95 % in 2.90–3.10 s · 1,799 samples 7% of views',
  )
  await page.evaluate(() => {
    const chosen: unknown[] = []
    addEventListener('sight-select', (event) => chosen.push((event as CustomEvent).detail), true)
    Object.assign(globalThis, { chosen })
  })
  await page.keyboard.press('Enter')
  expect(await page.evaluate('chosen')).toEqual([{ dimension: 'COUNTRY', key: 'BR' }])
  await expect.poll(() => pages.server.asked.at(-1)?.variables['where']).toEqual({ country: { eq: 'BR' } })
  await page.keyboard.press('Escape')
  expect(await page.locator('[part=tooltip]').count()).toBe(0)
  await page.close()
})

test('the pointer reads the smallest state, and the tooltip stays within the map', async () => {
  const page = await pages.open('', { viewport: { width: 360, height: 800 } })
  await page.locator('[data-code=SG] .land').hover()
  const tooltip = page.locator('[part=tooltip]')
  expect(await tooltip.innerText()).toContain('Singapore')
  const [inner, outer] = [await tooltip.boundingBox(), await page.locator('.plot').boundingBox()]
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0) + 1)
  await page.close()
})

test('what has no known country is not on the map but in its sum', async () => {
  const page = await pages.open()
  expect(await page.locator('.sums').innerText()).toBe(
    '42,700 views · 14 countries · 7% from places not on the map',
  )
  await page.close()
})

test('views are shaded by their share, and no vital is asked', async () => {
  const page = await pages.open('metric="VIEWS"')
  expect(pages.server.asked.at(-1)?.variables['timed']).toBe(false)
  expect(await page.locator('[data-code=DE]').getAttribute('aria-label')).toBe(
    'Germany: 46%. 19,642 views, 46% of views',
  )
  expect(await page.locator('[data-code=DE]').getAttribute('class')).toContain('step-6')
  await page.close()
})

test('thin data is hatched and said to be', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open()
  expect(await page.locator('.legend').innerText()).toContain('Thin data')
  expect(await page.locator('path.thin').count()).toBeGreaterThan(0)
  expect(await page.locator('[data-code=DE]').getAttribute('aria-label')).toContain('Thin data · 12 samples')
  await page.close()
})

test('its figures are in a table and a file', async () => {
  const page = await pages.open()
  await page.getByText('Show as table').click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(14)
  expect(await axeViolations(page)).toEqual([])
  const lines = await savedLines(page)
  expect(lines.slice(0, 2)).toEqual([
    'country,p75,low,high,samples,views',
    expect.stringMatching(/^DE,[\d.]+,[\d.]+,[\d.]+,12178,19642$/),
  ])
  await page.close()
})

test('where the outlines do not come, the figures are there all the same', async () => {
  const page = await pages.open()
  await page.route(/countries/, (route) => route.abort())
  await page.reload()
  await page.getByText('The map did not load. Its figures are in the table.').waitFor()
  await page.getByText('Show as table').click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(14)
  await page.close()
})

test('a metric that there is not is named, and nothing is asked', async () => {
  const page = await pages.open('metric="toString"')
  await page.getByText('There is no metric toString.').waitFor()
  expect(pages.server.asked).toEqual([])
  await page.close()
})
