import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../chromium.ts'
import { axeViolations } from '../widget-page.ts'
import type { WidgetServer } from '../widget-server.ts'
import { startGalleryServer } from './gallery-server.ts'

let server: WidgetServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startGalleryServer(), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('the gallery shows an element in every state, and leads to the others by keyboard', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 12_000 } })
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.goto(`${server.origin}/gallery/sight-vital-card?width=360`)
  const state = (name: string) => page.locator(`section[data-state="${name}"]`)
  await expect.poll(() => state('plenty').locator('[part=value]').count()).toBe(2)
  await expect.poll(() => state('error').locator('[role=alert]').count()).toBe(2)
  await expect.poll(() => state('stale').locator('.notice').count()).toBe(2)
  expect(await state('loading').locator('[part=skeleton]').count()).toBe(2)
  for (const [name, words] of [
    ['thin', 'Thin data'],
    ['not-set-up', 'Set the site attribute'],
    ['signed-out', 'Sign in'],
  ] as const)
    await expect.poll(() => state(name).getByText(words).count()).toBe(2)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('link', { name: 'vital-card' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/gallery/sight-time-series?width=360')
  await page.locator('section[data-state="plenty"] [role=slider]').first().waitFor()
  expect(problems).toEqual([])
  await page.close()
})
