/**
 * The main job, end to end: a real browser in the demo shop → SDK → collector → queue → job → tables and rollups →
 * GraphQL → widgets, on each engine and each queue.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../api/access/tokens.ts'
import { sql } from '../api/db/sql.ts'
import { readEnv } from '../api/env.ts'
import { type Server, startServer } from '../api/server.ts'
import { createDemoSite } from '../api/sites/demo-site.ts'
import { type Jobs, startJobs } from '../jobs/worker.ts'
import { launchChromium } from './chromium.ts'
import { type Engine, type QueueBackend, type TestDatabase, createTestDatabase } from './database.ts'

/** A browser that a program drives is a bot, and says so in three ways: these visitors are taken for people. */
const NOT_DRIVEN = '--disable-blink-features=AutomationControlled'
const PERSON =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

let browser: Browser

beforeAll(async () => {
  // For the whole browser: what a page sends while it goes does not know of a context's own user agent.
  browser = await launchChromium([NOT_DRIVEN, `--user-agent=${PERSON}`])
})
afterAll(() => browser.close())

const SETUPS: [string, Engine, QueueBackend][] = [
  ['TimescaleDB with the queue in Redis', 'timescale', 'redis'],
  ['TimescaleDB with the queue in PostgreSQL', 'timescale', 'postgres'],
  ['plain PostgreSQL with the queue in it', 'plain', 'postgres'],
]

describe.each(SETUPS)('on %s', (_, engine, backend) => {
  let database: TestDatabase
  let server: Server
  let jobs: Jobs
  let token: string

  beforeAll(async () => {
    database = await createTestDatabase(engine)
    await createDemoSite(database.control, 'Europe/Berlin')
    // Its client hints say that it is headless, and nothing can make them say otherwise.
    await database.control.site.updateMany({ data: { settings: { bots: { allow: ['mark:headless'] } } } })
    token = await createToken(database.control, {
      name: 'test',
      kind: 'api',
      scopes: ['READ'],
      siteIds: null,
      expiresAt: null,
    })
    const store = database.store(backend)
    const log = pino({ level: 'error' })
    server = await startServer({ ...readEnv({ PORT: '0' }), ...store }, log)
    jobs = await startJobs(store, log, {
      send: { smtpUrl: null, mailFrom: 'test@localhost', allowedOrigins: [] },
      publicUrl: 'http://localhost',
    })
  })
  afterAll(async () => {
    await Promise.all([server.close(), jobs.close()])
    await database.drop()
  })

  const ask = async (query: string): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    })
    const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown }
    expect(errors).toBeUndefined()
    return data
  }
  const openContext = (): Promise<BrowserContext> => browser.newContext()

  test('a visit to the shop, its tab closed, is a session with vitals, a soft navigation and an error', async () => {
    const context = await openContext()
    const page = await context.newPage()
    await visitShop(page, server.url)
    // The tab goes away without a word of farewell: what was measured must be on its way already.
    await page.close({ runBeforeUnload: false })

    const { site } = await eventually(() => ask(SESSION), isWholeVisit)
    await context.close()
    const [session] = site.segment.sessions.nodes
    expect(session).toMatchObject({
      views: 3,
      errors: 1,
      entryPage: '/demo',
      device: 'DESKTOP',
      browser: 'Chrome',
      bot: false,
    })
    const nodes: Entry[] = session?.timeline.nodes ?? []
    const kinds = nodes.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['VIEW', 'VITAL', 'ERROR', 'ACTION', 'RESOURCE', 'LONG_TASK']))
    const views = nodes.filter(({ kind }) => kind === 'VIEW')
    expect(views.map(({ page, navigationType }) => [page, navigationType])).toEqual([
      ['/demo', 'HARD'],
      ['/demo/products.html', 'HARD'],
      ['/demo/products/:slug', 'SOFT'],
    ])
    const error = nodes.find(({ kind }) => kind === 'ERROR')
    expect(error).toMatchObject({ type: 'TypeError', handled: false })
    const at = nodes.map((entry) => Date.parse(entry.at))
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })

  test('its figures are in the charts of the console, by rollups and raw alike', async () => {
    const { site } = await ask(FIGURES)
    const { segment, withBots } = site
    expect(segment.views).toBe(3)
    expect(segment.sessionCount).toBe(1)
    expect(withBots).toEqual({
      views: segment.views,
      sessionCount: segment.sessionCount,
      lcp: segment.lcp,
      inp: segment.inp,
    })
    // "Sort by aroma" keeps the thread busy for 300 ms.
    expect(segment.inp.max).toBeGreaterThan(200)

    const context = await openContext()
    const console = await context.newPage()
    const problems: string[] = []
    console.on('pageerror', (problem) => problems.push(problem.message))
    console.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await console.goto(`${server.url}/#token=${token}`)
    const card = console.locator('sight-vital-card[metric=LCP]')
    await card.getByText('p75 of').waitFor()
    expect(await card.getByText('p75 of').textContent()).toContain('p75 of 2 samples')
    expect(console.url()).not.toContain(token)

    // A second visitor comes: the open console shows it without being asked.
    const page = await context.newPage()
    await visitShop(page, server.url)
    await page.close({ runBeforeUnload: false })
    await console.bringToFront()
    await card.getByText(/p75 of 4 samples/).waitFor({ timeout: 40_000 })
    expect(problems).toEqual([])
    await context.close()
  })

  test('events and errors are hypertables where the engine has them, with a chunk for the day', async () => {
    const extensions = await database.db.query(
      sql`SELECT extname FROM pg_extension WHERE extname = 'timescaledb'`,
    )
    expect(extensions).toHaveLength(engine === 'timescale' ? 1 : 0)
    if (engine === 'plain') return
    const chunks = await database.db.query(sql`
SELECT hypertable_name, range_end - range_start AS width
FROM timescaledb_information.chunks
WHERE hypertable_schema = 'rum'
ORDER BY hypertable_name`)
    expect(chunks).toEqual([
      { hypertable_name: 'errors', width: expect.objectContaining({ days: 1 }) },
      { hypertable_name: 'events', width: expect.objectContaining({ days: 1 }) },
    ])
  })
})

/** Home, the list, a slow handler, a tea (a soft navigation), back to the list, and the button that throws. */
async function visitShop(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/demo/`)
  await page.waitForLoadState('load')
  // A click before the first paint would end the search for the largest one.
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Track my parcel' }).click()
  await page.waitForTimeout(300)
  await page.getByRole('link', { name: 'See the teas' }).click()
  await page.waitForURL('**/products.html')
  await page.waitForLoadState('load')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Sort by aroma' }).click()
  await page.waitForTimeout(500)
  await page.getByRole('link', { name: /Sencha/ }).click()
  await page.waitForURL('**/products/sencha')
  await page.waitForTimeout(500)
}

// oxlint-disable-next-line typescript/no-explicit-any -- what a test expects of an answer it says itself
type Answer = any

/** What the assertions read of a timeline's entry. */
type Entry = { kind: string; at: string; page?: string; navigationType?: string }

async function eventually(
  read: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> {
  for (const until = Date.now() + 30_000; ;) {
    const answer = await read()
    if (isThere(answer) || Date.now() > until) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Everything of the visit is there when both page loads have told all that they measured. */
function isWholeVisit({ site }: Answer): boolean {
  const [session] = site.segment.sessions.nodes
  const metrics: string[] =
    session?.timeline.nodes.flatMap(({ values = [] }: { values?: { metric: string }[] }) =>
      values.map(({ metric }) => metric),
    ) ?? []
  const ofBoth = ['LCP', 'CLS', 'INP', 'FCP', 'TTFB'].every(
    (name) => metrics.filter((one) => one === name).length >= 2,
  )
  return session?.views === 3 && ofBoth
}

const SESSION = `{ site(id: "shop") { segment(range: { last: "PT1H" }) { sessions(first: 1) { nodes {
  id views errors entryPage device browser language bot
  timeline { nodes { __typename at kind
    ... on ViewEntry { page navigationType }
    ... on VitalEntry { values { metric value } }
    ... on ErrorEntry { type message handled }
  } }
} } } } }`

const FIGURES = `
fragment Vital on VitalStats { count max percentile { value low high count } shares { good needsImprovement poor } }
fragment Counts on Segment { views sessionCount lcp: vital(metric: LCP) { ...Vital } inp: vital(metric: INP) { ...Vital } }
{ site(id: "shop") {
  segment(range: { last: "P1D" }) { ...Counts }
  withBots: segment(range: { last: "P1D" }, includeBots: true) { ...Counts }
} }`
