import { expect, test } from 'vitest'
import { elementPages } from '../../../test/widgets/element-pages.ts'
import { axeViolations } from '../../../test/widgets/widget-page.ts'

const pages = elementPages('sight-time-series')
const ALL = 'marks="releases deploys alerts"'

test('says what happened meanwhile, for eyes and ears', async () => {
  const page = await pages.open(ALL)
  await page.locator('.moment').nth(2).waitFor()
  expect(await page.locator('.span').count()).toBeGreaterThan(0)
  const plot = page.getByRole('slider')
  await plot.focus()
  // The release of 30 hours ago.
  for (let hour = 0; hour < 30; hour++) await plot.press('ArrowLeft')
  await expect.poll(() => plot.getAttribute('aria-valuetext')).toContain('. Release 4.2.1')
  expect(await page.locator('[part=tooltip]').innerText()).toContain('Release 4.2.1')
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('asks for nothing but releases, unless it is told to', async () => {
  const page = await pages.open('')
  await page.locator('.moment').first().waitFor()
  expect(pages.server.asked.filter(({ variables }) => 'alerts' in variables)).toEqual([])
  await page.close()
})

test('a part that is dragged over becomes the period', async () => {
  const page = await pages.open('', { inContext: true })
  await page.locator('sight-series-overlay:defined').waitFor({ state: 'attached' })
  const box = await page.getByRole('slider').boundingBox()
  if (box === null) throw new Error('the chart has no place')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.5, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 })
  await page.locator('.marked').waitFor({ state: 'attached' })
  await page.mouse.up()
  await page.locator('.marked').waitFor({ state: 'detached' })
  const range = () =>
    pages.server.asked.findLast(({ variables }) => 'interval' in variables)?.variables['range']
  await expect.poll(range).toHaveProperty('from')
  const { from, to } = range() as { from: string; to: string }
  expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBeGreaterThan(12)
  expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBeLessThan(24)
  await page.close()
})

test('a part is marked by keys, and let go by Escape', async () => {
  const page = await pages.open('', { inContext: true })
  await page.locator('sight-series-overlay:defined').waitFor({ state: 'attached' })
  const plot = page.getByRole('slider')
  await plot.focus()
  await plot.press('End')
  await plot.press('Shift+ArrowLeft')
  await plot.press('Escape')
  await page.locator('.marked').waitFor({ state: 'detached' })
  await plot.press('End')
  for (let hour = 0; hour < 3; hour++) await plot.press('Shift+ArrowLeft')
  await plot.press('Enter')
  await expect
    .poll(() => pages.server.asked.findLast(({ variables }) => 'interval' in variables)?.variables['range'])
    .toEqual({ from: '2026-11-21T06:00:00.000Z', to: '2026-11-21T10:00:00.000Z' })
  await page.close()
})

test('buckets so fine that most are thin give way to wider ones', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open('')
  const intervals = () =>
    pages.server.asked.flatMap(({ variables }) => ('interval' in variables ? [variables['interval']] : []))
  await expect.poll(intervals).toEqual(['HOUR', 'DAY'])
  await page.close()
})

test('an interval that was asked for is kept', async () => {
  pages.server.variant = 'thin'
  const page = await pages.open('interval="HOUR"')
  expect(pages.server.asked.filter(({ variables }) => variables['interval'] === 'DAY')).toEqual([])
  await page.close()
})
