/** What arrives from a real Chromium when networks die, tabs crash, storage is denied and consent is withdrawn. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import type { Received } from '../../test/recording-collector.ts'
import { until } from '../../test/until.ts'
import type { PageGlobal } from '../v1.ts'
import type { Batch } from '../wire/batch.generated.ts'
import { OUTBOX_DATABASE } from './outbox-database.ts'

/** In the page, where the script has run. */
declare const sightline: PageGlobal

let site: LiveSite
let context: BrowserContext
let page: Page

beforeAll(async () => {
  site = await startLiveSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  const { collector } = site
  collector.received.length = 0
  collector.answers.length = 0
  collector.settings.version = 1
  for (const level of ['full', 'cookieless'])
    collector.pages.set(
      `/${level}`,
      `<!doctype html><title>Teas</title>${site.tag(`data-consent="${level}"`)}<h1>Teas</h1>`,
    )
  collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
  context = await site.newVisitor()
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  expect(site.collector.received.flatMap(({ problems }) => problems)).toEqual([])
})

const open = async (path: string, tab = page) => {
  await tab.goto(site.collector.origin + path, { waitUntil: 'load' })
  await tab.waitForTimeout(100)
}
/** How often the page's own event of this name came, in which batches. */
const arrivals = (name: string): Received[] =>
  site.collector.received.filter(({ batch }) =>
    batch.events.some((event) => event.t === 'custom' && event.name === name),
  )
/** The names of the page's own events, each batch once. */
const names = () =>
  site.collector
    .events()
    .flatMap((event) => (event.t === 'custom' && event.name !== undefined ? [event.name] : []))
const record = (name: string, tab = page) => tab.evaluate((name) => sightline.event(name), name)
/** Makes the page hand over what it has, without leaving: as when the fifth second is over. */
const flush = (tab = page) => tab.evaluate(() => sightline.setUser(null))
/** The batches that lie in the browser; undefined without a database. */
const written = (tab = page): Promise<string[] | undefined> =>
  tab.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return undefined
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
    })
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const reading = database.transaction('outbox').objectStore('outbox').getAllKeys()
      reading.addEventListener('success', () => resolve(reading.result))
      reading.addEventListener('error', () => reject(reading.error ?? new Error('not read')))
    })
    database.close()
    return keys.map(String)
  }, OUTBOX_DATABASE)
const isWritten = (what: string, isSo: (ids: string[] | undefined) => boolean) =>
  until(what, async () => isSo(await written()))
const dropped = (): Record<string, number> => {
  const batches = new Map(site.collector.received.map(({ batch }) => [batch.id, batch]))
  const sum: Record<string, number> = {}
  for (const { dropped } of batches.values() as Iterable<Batch>)
    for (const [reason, events] of Object.entries(dropped ?? {})) sum[reason] = (sum[reason] ?? 0) + events
  return sum
}

/** How many events of this name GraphQL knows of. */
async function stored(name: string): Promise<number> {
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query ($name: String!) { site(id: "test") { segment(range: { last: "PT1H" }) { events(name: $name) { count } } } }`,
    { name },
  )
  expect(errors).toBeUndefined()
  return data.site.segment.events.count
}

test('offline and online again: sent once, nothing lost, as GraphQL says', async () => {
  await open('/full')
  await site.collector.waitFor(() => site.collector.received[0], 'the view')
  await context.setOffline(true)
  for (let i = 0; i < 120; i++) await record(`tea ${i}`)
  await flush()
  await page.waitForTimeout(500)
  expect(names()).toEqual([])
  await context.setOffline(false)
  await site.collector.waitFor(() => names().length === 120, 'all of them')
  expect(names()).toEqual(Array.from({ length: 120 }, (_, i) => `tea ${i}`))
  const ids = site.collector.received.map(({ batch }) => batch.id)
  expect(new Set(ids).size).toBe(ids.length)
  await isWritten('nothing is kept', (ids) => ids?.length === 0)
  await site.stored()
  expect(await stored('tea 0')).toBe(1)
  expect(await stored('tea 119')).toBe(1)
})

test('of 1,100 events offline the newest 1,000 arrive, and 100 are reported as dropped', async () => {
  await open('/full')
  await flush()
  await site.collector.waitFor(() => site.collector.received[0], 'the view')
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  await context.setOffline(true)
  const sip = (from: number, to: number) =>
    page.evaluate(
      ([from, to]) => {
        for (let value = from; value < to; value++) sightline.event('sip', { value })
      },
      [from, to] as const,
    )
  await sip(0, 50)
  await page.waitForTimeout(300)
  await sip(50, 1100)
  await isWritten('twenty batches are kept', (ids) => ids?.length === 20)
  await context.setOffline(false)
  const values = () =>
    site.collector.events().flatMap((event) => (event.t === 'custom' ? [event.value ?? NaN] : []))
  await site.collector.waitFor(() => values().length >= 1000, 'a thousand')
  await isWritten('nothing waits any more', (ids) => ids?.length === 0)
  expect(values()).toHaveLength(1000)
  // The oldest go, but for a batch that may just have been tried again.
  expect(values().filter((value) => value >= 150)).toHaveLength(950)
  expect(dropped()).toEqual({ outbox_full: 100 })
  expect(await stored('sip')).toBe(1000)
  // What was given up keeps its number: the gap is the loss.
  const numbers = site.collector.received.map(({ batch }) => batch.number ?? NaN)
  expect(Math.max(...numbers) + 1 - new Set(numbers).size).toBe(2)
})

test('a tab that crashed left its events to the next one', async () => {
  await open('/full')
  site.collector.answers.push(...Array.from({ length: 8 }, () => 'reset' as const))
  await record('before the crash')
  await flush()
  await isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const session = await context.newCDPSession(page)
  // It is never answered.
  session.send('Page.crash').catch(() => {})
  await crashed
  site.collector.answers.length = 0
  await open('/full', await context.newPage())
  await site.collector.waitFor(() => names().includes('before the crash'), 'the event')
  expect(await stored('before the crash')).toBe(1)
})

test('what was written while the page went away is sent by the next one', async () => {
  await open('/full')
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  site.collector.answers.push(...Array.from({ length: 8 }, () => 'reset' as const))
  await record('on my way out')
  await page.goto(`${site.collector.origin}/empty`)
  await isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
  site.collector.answers.length = 0
  await open('/full')
  await site.collector.waitFor(() => names().includes('on my way out'), 'the event')
  expect(new Set(arrivals('on my way out').map(({ batch }) => batch.id)).size).toBe(1)
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
})

test('what is sent before the settings are known is kept as well', async () => {
  // The answer never comes.
  await context.route('**/v1/config*', () => {})
  site.collector.answers.push(...Array.from({ length: 8 }, () => 'reset' as const))
  // What earlier pages left is read before anything is kept, and nothing tells when: on a busy machine later.
  for (const readingMs of [500, 2000, 6000]) {
    await open('/full')
    await isWritten('the outbox is open', (ids) => ids !== undefined)
    await page.waitForTimeout(readingMs)
    await record('at once')
    await page.goto(`${site.collector.origin}/empty`)
    const isKept = isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
    if (readingMs === 6000) await isKept
    else if (
      await isKept.then(
        () => true,
        () => false,
      )
    )
      return
  }
})

test('a page that is closed while the collector says nothing has lost nothing', async () => {
  await open('/full')
  site.collector.answers.push(...Array.from({ length: 8 }, () => 'silence' as const))
  await record('into the silence')
  await flush()
  await site.collector.waitFor(() => arrivals('into the silence')[0], 'the try')
  await page.close()
  expect(names()).not.toContain('into the silence')
  site.collector.answers.length = 0
  await open('/full', await context.newPage())
  await site.collector.waitFor(() => names().includes('into the silence'), 'the event')
})

test.each([
  // Nobody is left to hear the answer, so that only a repetition is safe; the collector knows it by its id.
  ['full', 2],
  ['cookieless', 1],
])('a hard navigation right after an event loses nothing: %s, at most %i times', async (level, times) => {
  const name = `left ${level}`
  await open(`/${level}`)
  await page.evaluate(
    ([name, level]) => {
      sightline.event(name)
      location.href = `/${level}?next`
    },
    [name, level] as const,
  )
  await site.collector.waitFor(() => names().includes(name), 'the event')
  await page.waitForTimeout(1000)
  expect(arrivals(name).length).toBeLessThanOrEqual(times)
  expect(new Set(arrivals(name).map(({ batch }) => batch.id)).size).toBe(1)
  expect(await stored(name)).toBe(1)
})

test.each([
  [
    'is missing',
    () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    },
  ],
  [
    'is denied',
    () => {
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    },
  ],
  [
    'never answers',
    () => {
      IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest
    },
  ],
  [
    'is of a later version',
    () => {
      const open = indexedDB.open.bind(indexedDB)
      open('sightline', 7)
    },
  ],
  [
    'belongs to somebody else',
    () => {
      // Version 1 without our store.
      const open = indexedDB.open.bind(indexedDB)
      open('sightline', 1)
    },
  ],
  [
    'refuses to write',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
])('where IndexedDB %s memory goes on, and the page hears nothing of it', async (_, spoil) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => faults.push(message.text()))
  await page.addInitScript(spoil)
  await open('/full')
  site.collector.answers.push('reset')
  await record('in memory')
  await flush()
  await site.collector.waitFor(() => names().includes('in memory'), 'the event')
  expect(faults.filter((text) => !text.includes('Failed to load resource'))).toEqual([])
})

test('where the disk is full memory goes on', async () => {
  const session = await context.newCDPSession(page)
  await open('/empty')
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.collector.origin, quotaSize: 1 })
  await open('/full')
  site.collector.answers.push({ status: 503, retryAfter: 1 })
  await record('no room')
  await flush()
  await site.collector.waitFor(() => arrivals('no room')[0], 'the try')
  expect((await written()) ?? []).toEqual([])
  await site.collector.waitFor(() => names().includes('no room'), 'the event')
})

test('what another key left stays for its own pages, what nobody can read is taken away', async () => {
  await open('/full')
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  site.collector.answers.push({ status: 503, retryAfter: 60 })
  await record('ours')
  await flush()
  await isWritten('the event is kept', (ids) => ids?.length === 1)
  await page.evaluate(async (name) => {
    const opening = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result))
    })
    const batch = { id: 'theirs', events: [], sentAt: Date.now() }
    const store = database.transaction('outbox', 'readwrite').objectStore('outbox')
    store.put({ id: 'theirs', place: 'pk_other', at: Date.now(), body: JSON.stringify(batch) })
    store.put({
      id: 'forgotten',
      place: 'pk_other',
      at: 0,
      body: JSON.stringify({ ...batch, id: 'forgotten' }),
    })
    store.put({ id: 'broken', place: 'pk_other', at: Date.now(), body: '{' })
    store.put({ id: 'strange' })
    database.close()
  }, OUTBOX_DATABASE)
  await open('/full', await context.newPage())
  await site.collector.waitFor(() => names().includes('ours'), 'ours')
  await isWritten('theirs alone is kept', (ids) => ids?.join() === 'theirs')
})

test('503 is obeyed: not before Retry-After, then the same batch', async () => {
  await open('/full')
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  site.collector.answers.push({ status: 503, retryAfter: 2 })
  await record('patience')
  await flush()
  const [refused, again] = await site.collector.waitFor(() => {
    const all = arrivals('patience')
    return all.length === 2 && all
  }, 'two tries')
  expect(again?.batch.id).toBe(refused?.batch.id)
  expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(1900)
})

test('what the collector refuses is reported with the next batch', async () => {
  await open('/full')
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  site.collector.answers.push(400)
  await record('malformed')
  await flush()
  await site.collector.waitFor(() => arrivals('malformed')[0], 'the try')
  await isWritten('it is gone', (ids) => ids?.length === 0)
  await record('well formed')
  await flush()
  const next = await site.collector.waitFor(() => arrivals('well formed')[0], 'the next')
  expect(next.batch.dropped).toEqual({ refused: 1 })
  expect(names()).not.toContain('malformed')
})

test('a large batch travels gzipped, the last one of a page as it is', async () => {
  await open('/full')
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) sightline.event('big', { attributes: { text: 'oolong '.repeat(100) } })
  })
  await flush()
  const big = await site.collector.waitFor(() => arrivals('big')[0], 'the batch')
  expect(big).toMatchObject({ gzipped: true, contentType: 'text/plain' })
  expect(big.bytes).toBeLessThan(JSON.stringify(big.batch).length / 5)
  expect(await stored('big')).toBe(20)
  await page.evaluate(() => {
    sightline.event('leaving', { attributes: { text: 'oolong '.repeat(1000) } })
  })
  await page.goto(`${site.collector.origin}/empty`)
  const leaving = await site.collector.waitFor(() => arrivals('leaving')[0], 'the last batch')
  expect(leaving.gzipped).toBe(false)
})

test('more than a request may carry when its page is gone is split, numbered without a gap', async () => {
  await open('/full')
  await page.evaluate(() => {
    const text = Array.from({ length: 1000 }, (_, i) => (i * 7919).toString(36))
      .join(' ')
      .slice(0, 1024)
    const attributes = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`a${i}`, text]))
    for (let i = 0; i < 20; i++) sightline.event(`part ${i}`, { attributes })
  })
  await flush()
  await site.collector.waitFor(() => names().length === 20, 'all parts')
  const { received } = site.collector
  expect(Math.max(...received.map(({ batch }) => JSON.stringify(batch).length))).toBeLessThan(64 * 1024)
  expect(new Set(names()).size).toBe(20)
  const numbers = received.map(({ batch }) => batch.number)
  expect(numbers).toEqual(numbers.map((_, index) => index))
  expect(numbers.length).toBeGreaterThan(3)
})

test('what two tabs have is stored once each, though the second finds what the first one has', async () => {
  await open('/full')
  await flush()
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  site.collector.answers.push({ status: 503, retryAfter: 1 })
  await record('of the first tab')
  await flush()
  await isWritten('the event is kept', (ids) => ids?.length === 1)
  const second = await context.newPage()
  await open('/full', second)
  await record('of the second tab', second)
  await flush(second)
  await site.collector.waitFor(() => arrivals('of the first tab').length >= 2, 'a repetition')
  await site.collector.waitFor(() => names().length === 2, 'both')
  await isWritten('nothing waits', (ids) => ids?.length === 0)
  expect(new Set(arrivals('of the first tab').map(({ batch }) => batch.id)).size).toBe(1)
  expect(await stored('of the first tab')).toBe(1)
  expect(await stored('of the second tab')).toBe(1)
})

test('consent withdrawn: the database is gone, also under a second tab, and only that is told', async () => {
  await open('/full')
  const second = await context.newPage()
  await open('/full', second)
  await flush(second)
  site.collector.answers.push(...Array.from({ length: 50 }, () => 503))
  await record('private')
  await flush()
  await isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
  site.collector.answers.length = 0
  site.collector.received.length = 0
  await page.evaluate(() => sightline.consent('none'))
  await isWritten('there is no database', (ids) => ids === undefined)
  await site.collector.waitFor(
    () => site.collector.events().some((event) => event.t === 'consent' && event.state === 'denied'),
    'the refusal',
  )
  await record('in the second tab', second)
  await flush(second)
  await site.collector.waitFor(() => names().includes('in the second tab'), 'its event')
  await page.waitForTimeout(1500)
  expect(names()).toEqual(['in the second tab'])
  expect(await written()).toBeUndefined()
})

test('consent withdrawn before the SDK begins takes away what earlier pages stored', async () => {
  await open('/full')
  site.collector.answers.push({ status: 503, retryAfter: 60 })
  await record('stored once')
  await flush()
  await isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
  site.collector.pages.set('/later', '<!doctype html><script src="/sdk/v1.js"></script>')
  await page.goto(`${site.collector.origin}/later`)
  await page.evaluate(() => sightline.consent('none'))
  await isWritten('there is no database', (ids) => ids === undefined)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('from cookieless to full what waits is written down, and back it is deleted but not lost', async () => {
  await open('/cookieless')
  await flush()
  await site.collector.waitFor(() => site.collector.received[0], 'the view')
  site.collector.answers.push({ status: 503, retryAfter: 2 })
  await record('undecided')
  await flush()
  await site.collector.waitFor(() => arrivals('undecided')[0], 'the try')
  expect(await written()).toBeUndefined()
  await page.evaluate(() => sightline.consent('full'))
  await isWritten('the event is kept', (ids) => (ids?.length ?? 0) > 0)
  await page.evaluate(() => sightline.consent('cookieless'))
  await isWritten('there is no database', (ids) => ids === undefined)
  await site.collector.waitFor(() => names().includes('undecided'), 'the event all the same')
})

test('with cookieless nothing is ever written', async () => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    IDBFactory.prototype.open = (...args) => {
      document.documentElement.dataset['opened'] = 'yes'
      return open(...args)
    }
  })
  await open('/cookieless')
  site.collector.answers.push('reset')
  await record('no trace')
  await flush()
  await site.collector.waitFor(() => names().includes('no trace'), 'the event')
  expect(await page.evaluate(() => document.documentElement.dataset['opened'])).toBeUndefined()
  expect(await page.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage)])).toEqual([
    [],
    [],
  ])
})

test('an answer that names other settings makes the page ask for them, once', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/v1/config')) asked.push(request.url())
  })
  await open('/full')
  await flush()
  await site.collector.waitFor(() => site.collector.received[0], 'the view')
  expect(asked).toHaveLength(1)
  site.collector.settings.version = 2
  for (const name of ['one', 'two', 'three']) {
    await record(name)
    await flush()
    await site.collector.waitFor(() => names().includes(name), name)
    await page.waitForTimeout(200)
  }
  expect(asked).toHaveLength(2)
})

test('a visitor who saves data is not asked for a request every fifty events', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } })
  })
  await open('/full')
  await page.evaluate(() => {
    for (let i = 0; i < 100; i++) sightline.event('saved')
  })
  await page.waitForTimeout(500)
  expect(names()).toEqual([])
  await page.goto(`${site.collector.origin}/empty`)
  await site.collector.waitFor(() => names().length === 100, 'all of them')
  expect(
    site.collector.received.filter(({ batch }) => batch.events.some(({ t }) => t === 'custom')),
  ).toHaveLength(1)
})

test('a page that does not get the part that delivers sends what it has when it goes', async () => {
  await context.route(/\/sdk\/v1\/delivery/, (route) => route.abort())
  await open('/full')
  await record('on its own')
  await page.goto(`${site.collector.origin}/empty`)
  await site.collector.waitFor(() => names().includes('on its own'), 'the event')
})

test('what is too much to keep while the settings are unknown is reported', async () => {
  let answer = () => {}
  await context.route('**/v1/config*', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    await route.continue()
  })
  await open('/full')
  await page.evaluate(() => {
    for (let i = 0; i < 600; i++) sightline.event('early')
  })
  answer()
  await site.collector.waitFor(() => names().length > 400, 'the newest')
  await flush()
  const recorded = () => (dropped()['before_settings'] ?? 0) + site.collector.events().length
  await site.collector.waitFor(() => dropped()['before_settings'], 'the report')
  expect(dropped()['before_settings']).toBeGreaterThanOrEqual(100)
  expect(recorded()).toBeGreaterThanOrEqual(600)
  expect(names().length + (dropped()['before_settings'] ?? 0)).toBeLessThanOrEqual(610)
})
