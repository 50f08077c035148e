import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HOSTILE } from '../../../test/widgets/answers/made-up.ts'
import { elementPages } from '../../../test/widgets/element-pages.ts'
import { axeViolations, watched } from '../../../test/widgets/widget-page.ts'

const tag = 'sight-live'
const pages = elementPages(tag)
const textOf = async (page: Page) =>
  (await page.locator(`${tag} article`).innerText()).replaceAll(/\s+/g, ' ')

async function openLive(options?: Parameters<typeof pages.open>[1]): Promise<Page> {
  const page = await pages.open('', options)
  await page.locator(`${tag} [part=numbers]`).waitFor()
  return page
}

test.each(['light', 'dark'] as const)(
  'it is accessible, keeps still and obeys the policy in %s',
  async (theme) => {
    const page = await openLive({ theme, colorScheme: theme })
    expect(await axeViolations(page)).toEqual([])
    expect(await watched(page)).toEqual({ hacked: undefined, violations: [], shift: 0 })
    await page.close()
  },
)

test('it fits 360 pixels, in forced colours', async () => {
  const page = await openLive({ viewport: { width: 360, height: 800 }, forcedColors: 'active' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('it keeps hostile text as text', async () => {
  pages.server.variant = 'hostile'
  const page = await openLive()
  expect(await textOf(page)).toContain(HOSTILE[0].slice(0, 12))
  expect(await watched(page)).toMatchObject({ hacked: undefined, violations: [] })
  await page.close()
})

test('it tells who is there, and changes as it is told', async () => {
  const page = await openLive()
  expect(await textOf(page)).toMatch(
    /143.*visitors in the last 5 minutes|visitors in the last 5 minutes.*143/,
  )
  await expect.poll(() => pages.server.streams.size).toBe(1)
  for (const tell of pages.server.streams) await tell(7)
  await page.getByText('150', { exact: true }).waitFor()
  expect(pages.server.asked.length).toBe(1)
  await page.close()
  await expect.poll(() => pages.server.streams.size).toBe(0)
})

test('nobody there is said, not left empty', async () => {
  pages.server.variant = 'empty'
  const page = await openLive()
  expect(await textOf(page)).toMatch(/Nobody is here at the moment.*None in the last hour/)
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test('out of sight it hangs up, and comes back', async () => {
  const page = await openLive()
  await page.evaluate(() => {
    const tall = document.createElement('div')
    tall.id = 'tall'
    tall.style.setProperty('height', '5000px')
    document.querySelector('main')?.prepend(tall)
  })
  await expect.poll(() => pages.server.streams.size).toBe(0)
  await page.evaluate(() => document.querySelector('#tall')?.remove())
  await expect.poll(() => pages.server.streams.size).toBe(1)
  await page.close()
})

test('a broken connection is told beside what was known, and made again by Retry', async () => {
  const page = await openLive()
  pages.server.breakStreams()
  await page.getByText('Not up to date: The connection is broken').waitFor()
  expect(await textOf(page)).toContain('143')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect.poll(() => pages.server.streams.size).toBe(1)
  await page.getByText('Not up to date').waitFor({ state: 'detached' })
  await page.close()
})

test('a page and the session of an error are handed over, by keyboard too', async () => {
  const page = await openLive()
  await page.evaluate(() => {
    for (const name of ['sight-select', 'sight-session'])
      addEventListener(name, (event) => {
        Object.assign(globalThis, { told: [name, (event as CustomEvent).detail] })
      })
  })
  await page.getByRole('button', { name: '/checkout' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate('told')).toEqual(['sight-select', { dimension: 'PAGE', key: '/checkout' }])
  await page.getByRole('button', { name: /ChunkLoadError/ }).click()
  expect(await page.evaluate('told')).toEqual(['sight-session', { id: 's2' }])
  await page.close()
})

test('signed out it says so', async () => {
  pages.server.signedIn = false
  const page = await pages.open('')
  await page.locator(`${tag} [role=alert][data-code=UNAUTHENTICATED]`).waitFor()
  pages.server.signedIn = true
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.locator(`${tag} [part=numbers]`).waitFor()
  await page.close()
})
