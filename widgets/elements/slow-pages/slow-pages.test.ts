import { expect, it } from 'vitest'
import { elementPages, savedLines } from '../../../test/widgets/element-pages.ts'

const pages = elementPages('sight-slow-pages')

it('names the page, for whom and since when, with what it rests on', async () => {
  const page = await pages.open()
  const row = page.locator('sight-slow-pages tbody tr').first()
  expect((await row.locator('th').innerText()).split('\n')).toEqual(['/', '2,070 views not good, 17%'])
  expect(await row.locator('td').nth(0).innerText()).toMatch(/3\.48\ss[^]*3\.44–3\.53\ss/)
  expect(await row.locator('td').nth(1).innerText()).toMatch(
    /^Mobile 4\.87\ss\n76% of those not good, 46% of all$/,
  )
  expect(await row.locator('td').nth(2).innerText()).toMatch(/^4\.2\.0\n2\.44\ss → 3\.83\ss$/)
  await page.close()
})

it('narrows the context to the page, the visitors or the release that is chosen', async () => {
  const page = await pages.open(undefined, { inContext: true })
  await page.getByRole('button', { name: 'Mobile 4.87 s' }).click()
  await expect.poll(() => pages.server.asked.at(-1)?.variables['where']).toEqual({ device: { eq: 'MOBILE' } })
  await page.close()
})

it('hands over whose sessions are asked for', async () => {
  const page = await pages.open()
  await page.evaluate(() =>
    addEventListener('sight-slow-sessions', (event) =>
      Object.assign(globalThis, { told: (event as CustomEvent<unknown>).detail }),
    ),
  )
  await page.getByRole('button', { name: 'Sessions in which /checkout was slow' }).press('Enter')
  expect(await page.evaluate(() => (globalThis as unknown as { told: unknown }).told)).toEqual({
    metric: 'LCP',
    page: '/checkout',
    dimension: 'DEVICE',
    key: 'MOBILE',
  })
  await page.close()
})

it('says so where no page is slow', async () => {
  const page = await pages.open('metric="TBT"')
  expect(await page.locator('sight-slow-pages article').innerText()).toContain('No page is slow by TBT')
  await page.close()
})

it('saves every slow page, those that are not shown too', async () => {
  const page = await pages.open('top="1"')
  const [head, ...rows] = await savedLines(page)
  expect(head).toBe('page,p75,low,high,samples,slow_samples,for,value,since')
  expect(rows).toHaveLength(9)
  await page.close()
})
