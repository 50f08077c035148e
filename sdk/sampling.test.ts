/** Sampling by session from the page to the figures: who speaks for others, and whose errors are kept. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../test/live-site.ts'
import { draw } from './session/sampling.ts'
import type { PageGlobal } from './v1.ts'

declare const sightline: PageGlobal

let site: LiveSite

beforeAll(async () => {
  site = await startLiveSite()
  const { pages } = site.collector
  pages.set(
    '/',
    `<!doctype html><title>Shop</title>${site.tag('data-consent="full"')}<h1>Teas</h1><button>Buy</button>`,
  )
  pages.set('/empty', '<!doctype html><title>Empty</title>')
})
beforeEach(() => {
  site.collector.received.length = 0
  site.collector.settings.site = {}
})
afterAll(() => site.close())

/** One visitor, one page, then away. */
async function visit(inPage: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const visitor = await site.newVisitor()
  const page = await visitor.newPage()
  await page.goto(site.collector.origin)
  // Who leaves before the settings are known is sent as if there were no sampling, and speaks for one.
  await page.waitForFunction(() => localStorage.getItem('sightline.settings') !== null)
  await inPage(page)
  await page.goto(`${site.collector.origin}/empty`)
  await page.waitForTimeout(200)
  await visitor.close()
}
async function ask(fields: string) {
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query { site(id: "test") { segment(range: { last: "PT1H" }) { ${fields} } } }`,
  )
  expect(errors).toBeUndefined()
  return data.site.segment
}

test('a session that was not drawn sends nothing, unless it holds an error: then what came before, without weight', async () => {
  site.collector.settings.site = { sampling: { rate: 0 } }
  await visit((page) => page.evaluate(() => sightline.event('quiet')))
  expect(site.collector.received).toEqual([])

  await visit(async (page) => {
    await page.evaluate(() => sightline.event('before'))
    await page.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('no such tea')
      })
    })
    await page.waitForTimeout(100)
    await page.evaluate(() => sightline.event('after'))
  })
  await site.collector.waitFor(() => site.collector.received[0], 'the session with an error')
  const events = site.collector.events()
  expect(new Set(site.collector.received.map(({ batch }) => batch.session.sampled))).toEqual(
    new Set(['error']),
  )
  const told = events.map((event) => (event.t === 'custom' ? event.name : event.t))
  expect(told).toEqual(expect.arrayContaining(['view', 'before', 'error', 'after']))
  expect(told.indexOf('before')).toBeLessThan(told.indexOf('error'))
  expect(await ask('sessionCount views errors(first: 5) { nodes { message events } }')).toMatchObject({
    sessionCount: 0,
    views: 0,
    errors: { nodes: [{ message: 'no such tea', events: 1 }] },
  })
})

test('at a rate of one half the drawn sessions speak for two', async () => {
  site.collector.settings.site = { sampling: { rate: 0.5 } }
  const before = (await ask('sessionCount')).sessionCount as number
  for (let i = 0; i < 12; i++) await visit()
  const sessions = new Set(site.collector.received.map(({ batch }) => batch.session.id))
  for (const { batch } of site.collector.received) {
    expect(batch.session).toMatchObject({ sampled: 'rate', rate: 0.5 })
    expect(draw(batch.session.id)).toBeLessThan(0.5)
  }
  // All or none of twelve is one in two thousand.
  expect(sessions.size).toBeGreaterThan(0)
  expect(sessions.size).toBeLessThan(12)
  expect((await ask('sessionCount')).sessionCount - before).toBe(sessions.size * 2)
})

test('a changed setting holds for the next session without a change of the page; the last known holds offline', async () => {
  const visitor = await site.newVisitor()
  const page = await visitor.newPage()
  const open = async () => {
    await page.goto(site.collector.origin)
    await page.waitForTimeout(300)
    await page.goto(`${site.collector.origin}/empty`)
    await page.waitForTimeout(300)
  }
  await open()
  await site.collector.waitFor(() => site.collector.received[0], 'the first session')
  site.collector.settings.site = { sampling: { rate: 0 } }
  // The session that began before keeps its rate; its page learns of the new one.
  await open()
  await page.route('**/v1/config*', (route) => route.abort())
  await page.goto(site.collector.origin)
  await page.evaluate(() => {
    sightline.event('in the session from before')
    sightline.endSession()
    sightline.event('in a session that is not drawn')
  })
  await page.goto(`${site.collector.origin}/empty`)
  const names = () => site.collector.events().flatMap((event) => (event.t === 'custom' ? [event.name] : []))
  await site.collector.waitFor(() => names().length > 0, 'the session from before')
  await page.waitForTimeout(500)
  expect(names()).toEqual(['in the session from before'])
  await visitor.close()
})
