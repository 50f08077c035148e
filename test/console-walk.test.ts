/**
 * The console on the demo shop's fortnight, in a real browser: every page has its answers, and a new user finds out which
 * page is slow, for whom, since which release, and what such a session was like.
 */
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '../api/access/tokens.ts'
import { readEnv } from '../api/env.ts'
import { type Server, startServer } from '../api/server.ts'
import { createDemoSite, demoWriteKey } from '../api/sites/demo-site.ts'
import { saveDemoQuestions } from '../jobs/demo/demo-questions.ts'
import { feedHistory } from '../jobs/demo/feed-history.ts'
import { type Jobs, startJobs } from '../jobs/worker.ts'
import { CONSOLE_PAGES, PAGE_NAMES } from '../widgets/console/console-pages.ts'
import { launchChromium } from './chromium.ts'
import { type TestDatabase, createTestDatabase } from './database.ts'
import { axeViolations } from './widgets/widget-page.ts'

const MINUTES_MS = 60_000

let database: TestDatabase
let server: Server
let jobs: Jobs
let browser: Browser
let page: Page

beforeAll(async () => {
  database = await createTestDatabase('timescale')
  const { control, db } = database
  await createDemoSite(control, 'UTC')
  const key = (await demoWriteKey(control)) ?? ''
  const token = await createToken(control, {
    name: 'test',
    kind: 'api',
    scopes: ['READ', 'MANAGE'],
    siteIds: null,
    expiresAt: null,
  })
  const store = database.store('redis')
  const log = pino({ level: 'error' })
  server = await startServer({ ...readEnv({ PORT: '0' }), ...store }, log)
  jobs = await startJobs(store, log, {
    send: { smtpUrl: null, mailFrom: 'test@localhost', allowedOrigins: [] },
    publicUrl: 'http://localhost',
  })
  const now = Date.now()
  await feedHistory({ control, store, key, origin: server.url, now, onProgress: () => undefined })
  await saveDemoQuestions(control, db, now)
  browser = await launchChromium()
  page = await browser.newPage({ viewport: TALL, reducedMotion: 'reduce' })
  await page.goto(`${server.url}/#token=${token}`)
  await answered()
}, 3 * MINUTES_MS)
afterAll(async () => {
  await browser?.close()
  await jobs?.close()
  await server?.close()
  await database?.drop()
})

/** So high that everything is in sight: what is not does not ask. */
const TALL = { width: 1280, height: 6000 }

/** Every element has its answer. */
async function answered(): Promise<void> {
  await page.locator('main article').first().waitFor()
  await page.locator('main article [part=skeleton]').first().waitFor({ state: 'detached' })
}

test.each(PAGE_NAMES)('the page %s has its answers, light and dark', async (name) => {
  const { path, title } = CONSOLE_PAGES[name]
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${server.url}${path}`)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    if ((await page.locator('main article').count()) > 0) await answered()
    const alerts = await page.locator('main [role=alert]').allInnerTexts()
    expect(alerts).toEqual([])
    expect(await axeViolations(page)).toEqual([])
  }
})

test('which page is slow, for whom and since when: on the first screen; a session of it two clicks on', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(server.url)
  const row = page.getByRole('row', { name: '/demo/checkout.html' })
  await row.waitFor()
  expect(await row.innerText()).toMatch(/Mobile[^]*shop@1\.4\.0/)
  const box = await row.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900)

  await row.getByRole('button', { name: /^Sessions in which/ }).click()
  const sessions = page.locator('sight-sessions tbody tr')
  await sessions.first().waitFor()
  expect(await sessions.first().innerText()).toContain('Mobile')

  await sessions.first().getByRole('button').click()
  const session = page.getByRole('dialog', { name: 'Session' }).locator('sight-session-timeline article')
  await session.getByText('/demo/checkout.html').first().waitFor()
  expect(await session.innerText()).toMatch(/demo\/checkout\.html[^]*Poor\s+LCP/)
})

test.each(['light', 'dark'] as const)(
  'the public reads the status page without signing in, %s',
  async (colorScheme) => {
    const reader = await browser.newPage({ viewport: TALL, reducedMotion: 'reduce', colorScheme })
    await reader.goto(`${server.url}/status/shop`)
    await reader.locator('sight-status-page [part=component]').nth(2).waitFor()
    expect(await reader.locator('[role=alert]').allInnerTexts()).toEqual([])
    expect(await axeViolations(reader)).toEqual([])
    expect(await reader.context().cookies()).toEqual([])
    await reader.close()
  },
)
