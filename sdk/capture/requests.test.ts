/** Requests of a page in a real browser, answered as known beforehand, and what GraphQL tells of them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageGlobal } from '../v1.ts'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'

/** In the page, where the script has run. */
declare const sightline: PageGlobal

/** Timers of a busy machine are late; they are early only by rounding. */
const EARLY_MS = 2
const LATE_MS = 400
const CANARIES = ['asked-in-body', 'told-in-body', 'asked-in-header', 'asked-in-query', 'asked-in-hash']

let site: LiveSite
let page: Page
/** The same server under another name: to the browser another site. */
let elsewhere: string

type Way = 'fetch' | 'xhr'
type Ask = {
  url: string
  method?: string
  body?: string
  headers?: Record<string, string>
  abortAfterMs?: number
  timeoutMs?: number
}

/** Runs in the page. Resolves when the request is over, however it ended. */
function askInPage({ way, url, method = 'GET', body, headers = {}, ...limits }: Ask & { way: Way }) {
  const { abortAfterMs, timeoutMs } = limits
  if (way === 'xhr')
    return new Promise<void>((resolve) => {
      const xhr = new XMLHttpRequest()
      xhr.open(method, url)
      xhr.responseType = 'blob'
      for (const name in headers) xhr.setRequestHeader(name, headers[name] ?? '')
      xhr.timeout = timeoutMs ?? 0
      xhr.addEventListener('loadend', () => resolve())
      xhr.send(body ?? null)
      if (abortAfterMs !== undefined) setTimeout(() => xhr.abort(), abortAfterMs)
    })
  const controller = new AbortController()
  if (abortAfterMs !== undefined) setTimeout(() => controller.abort('not needed any more'), abortAfterMs)
  const signal = timeoutMs === undefined ? controller.signal : AbortSignal.timeout(timeoutMs)
  return fetch(url, { method, body: body ?? null, headers, signal }).then(
    async (response) => {
      await response.text()
    },
    () => {},
  )
}

const ask = (way: Way, asked: Ask) => page.evaluate(askInPage, { way, ...asked })

beforeAll(async () => {
  site = await startLiveSite()
  const { collector } = site
  elsewhere = collector.origin.replace('127.0.0.1', 'localhost')
  collector.settings.site = { tracing: { origins: [elsewhere] } }
  collector.pages.set('/', `<!doctype html><title>Orders</title>${site.tag()}<h1>Orders</h1>`)
  collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
  const visitor = await site.newVisitor()
  page = await visitor.newPage()
  await page.goto(`${collector.origin}/`)
  await page.waitForFunction(
    () => !String(XMLHttpRequest.prototype.setRequestHeader).includes('[native code]'),
  )

  for (const way of ['fetch', 'xhr'] as const) {
    const at = (name: string, told = '') => `/answer/${way}-${name}?${told}`
    await ask(way, { url: at('slow', 'delay=300&size=4000') })
    await ask(way, { url: at('long', 'delay=20&bodyDelay=300&size=100&type=application/json') })
    await ask(way, { url: at('missing', 'status=404&size=10') })
    await ask(way, { url: at('broken', 'status=503&delay=100'), method: 'post' })
    await ask(way, { url: at('reset', 'reset') })
    await ask(way, { url: at('aborted', 'never'), abortAfterMs: 150 })
    await ask(way, { url: at('late', 'never'), timeoutMs: 200 })
    await ask(way, { url: elsewhere + at('hidden', 'cors&delay=100&size=2000') })
    await ask(way, { url: elsewhere + at('open', 'cors&tao&delay=100&size=2000') })
    await ask(way, {
      url: `${at('secrets', 'body=told-in-body&q=asked-in-query')}#asked-in-hash`,
      method: 'POST',
      body: 'asked-in-body',
      headers: { 'x-secret': 'asked-in-header', authorization: 'Bearer asked-in-header' },
    })
    // Three at once to one address: each has its own end.
    await page.evaluate(
      ([asked, url]) => {
        const run = new Function(`return ${asked}`)() as typeof askInPage
        const [kind, path] = (url ?? '').split(' ') as [Way, string]
        return Promise.all([600, 300, 100].map((delay) => run({ way: kind, url: `${path}?delay=${delay}` })))
      },
      [askInPage.toString(), `${way} /answer/${way}-parallel`],
    )
  }
  await page.goto(`${collector.origin}/empty`)
  await collector.waitFor(
    () => collector.events().filter(({ t }) => t === 'request').length >= 26,
    'all requests',
  )
  await site.stored()
})
afterAll(() => site.close())

const REQUESTS = `{ site(id: "test") { segment(range: { last: "PT1H" }) { requests(first: 100) { nodes {
  name count failures { count } failuresByKind { status timeout abort network }
  statuses { success clientError serverError none }
  duration { unit min max count } size { unit min max count } phases { name duration { count max } }
  examples { request { method url status failure traceId spanId } } } } } } }`

async function told(name: string) {
  const { data, errors } = await site.pipeline.ask(REQUESTS)
  expect(errors).toBeUndefined()
  const { nodes } = data.site.segment.requests
  const node = nodes.find((one: { name: string }) => one.name.endsWith(`/answer/${name}`))
  expect(node, `${name} among ${nodes.map((one: { name: string }) => one.name)}`).toBeDefined()
  return node
}

describe.each<Way>(['fetch', 'xhr'])('a request by %s', (way) => {
  const phase = (node: { phases: { name: string }[] }, name: string) =>
    node.phases.find((one) => one.name === name)

  test('takes until its answer is complete, weighs what was sent, and tells its phases', async () => {
    const slow = await told(`${way}-slow`)
    expect(slow).toMatchObject({
      name: `GET ${new URL(site.collector.origin).host}/answer/${way}-slow`,
      count: 1,
      failures: { count: 0 },
      statuses: { success: 1 },
      size: { unit: 'bytes', min: 4000, max: 4000 },
    })
    expect(slow.duration.max).toBeGreaterThanOrEqual(300 - EARLY_MS)
    expect(slow.duration.max).toBeLessThan(300 + LATE_MS)
    expect(phase(slow, 'request')).toMatchObject({ duration: { count: 1 } })
    const long = await told(`${way}-long`)
    expect(long.duration.max).toBeGreaterThanOrEqual(320 - EARLY_MS)
    expect(long.duration.max).toBeLessThan(320 + LATE_MS)
    expect(long.phases.at(-1)).toMatchObject({ name: 'response' })
    expect(long.phases.at(-1).duration.max).toBeGreaterThanOrEqual(250)
    // The connection was there from the page on.
    expect(phase(slow, 'tcp')).toMatchObject({ duration: { count: 0 } })
  })

  test('fails with a status of 400 or more', async () => {
    expect(await told(`${way}-missing`)).toMatchObject({
      failures: { count: 1 },
      failuresByKind: { status: 1, timeout: 0, abort: 0, network: 0 },
      statuses: { clientError: 1, none: 0 },
      size: { max: 10 },
      examples: [{ request: { method: 'GET', status: 404, failure: 'status' } }],
    })
    expect(await told(`${way}-broken`)).toMatchObject({
      name: expect.stringMatching(/^POST /),
      failuresByKind: { status: 1 },
      statuses: { serverError: 1, none: 0 },
    })
  })

  test('fails without an answer in the way that it did', async () => {
    const kinds = { status: 0, timeout: 0, abort: 0, network: 0 }
    const reset = await told(`${way}-reset`)
    expect(reset).toMatchObject({ failuresByKind: { ...kinds, network: 1 }, statuses: { none: 1 } })
    const aborted = await told(`${way}-aborted`)
    expect(aborted).toMatchObject({ failuresByKind: { ...kinds, abort: 1 }, statuses: { none: 1 } })
    expect(aborted.duration.max).toBeGreaterThanOrEqual(150 - EARLY_MS)
    expect(aborted.duration.max).toBeLessThan(150 + LATE_MS)
    const late = await told(`${way}-late`)
    expect(late).toMatchObject({ failuresByKind: { ...kinds, timeout: 1 }, size: { count: 0 } })
    expect(late.duration.max).toBeGreaterThanOrEqual(200 - EARLY_MS)
    expect(late.duration.max).toBeLessThan(200 + LATE_MS)
  })

  test('to another origin tells phases only where that allows it, and a size without making one up', async () => {
    const hidden = await told(`${way}-hidden`)
    expect(hidden.duration.max).toBeGreaterThanOrEqual(100 - EARLY_MS)
    expect(hidden.phases.every((one: { duration: { count: number } }) => one.duration.count === 0)).toBe(true)
    expect(hidden.size.max).toBe(2000)
    const open = await told(`${way}-open`)
    expect(phase(open, 'request')).toMatchObject({ duration: { count: 1 } })
    expect(open.size.max).toBe(2000)
  })

  test('has its own end among others to the same address', async () => {
    const { count, duration } = await told(`${way}-parallel`)
    expect(count).toBe(3)
    expect(duration.min).toBeGreaterThanOrEqual(100 - EARLY_MS)
    expect(duration.max - duration.min).toBeGreaterThanOrEqual(300)
    expect(duration.max).toBeGreaterThanOrEqual(600 - EARLY_MS)
  })

  test('carries a trace to the origins that want one, to no other', async () => {
    const headerOf = (name: string) =>
      site.collector.asked.find(({ url, method }) => url.includes(`/${way}-${name}?`) && method !== 'OPTIONS')
        ?.headers['traceparent']
    const [example] = (await told(`${way}-open`)).examples
    const { traceId, spanId } = example.request
    expect(traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(headerOf('open')).toBe(`00-${traceId}-${spanId}-01`)
    expect((await told(`${way}-slow`)).examples[0].request).toMatchObject({ traceId: null, spanId: null })
    expect(headerOf('slow')).toBeUndefined()
    expect(headerOf('secrets')).toBeUndefined()
  })
})

test('neither bodies nor headers nor queries are sent', async () => {
  const { asked, received } = site.collector
  // They were there to be seen.
  expect(asked.filter(({ body }) => body === 'asked-in-body')).toHaveLength(2)
  expect(asked.filter(({ headers }) => headers['x-secret'] === 'asked-in-header')).toHaveLength(2)
  expect((await told('fetch-secrets')).statuses.success).toBe(1)
  const sent = JSON.stringify(received)
  for (const canary of [...CANARIES, 'delay=']) expect(sent).not.toContain(canary)
})

test('what a page asks after the end of its session belongs to none, until somebody does something', async () => {
  const { collector } = site
  await page.goto(`${collector.origin}/`, { waitUntil: 'networkidle' })
  await page.evaluate(() => sightline.endSession())
  await ask('fetch', { url: '/answer/after-end' })
  await page.click('h1')
  await ask('fetch', { url: '/answer/after-click' })
  await page.goto(`${collector.origin}/empty`)
  const sessionOf = (path: string) =>
    collector.received.find(({ batch }) =>
      batch.events.some((event) => event.t === 'request' && event.url.endsWith(path)),
    )?.batch.session.id
  await collector.waitFor(() => sessionOf('/answer/after-click'), 'the request after the click')
  const clicked = collector.received.find(({ batch }) => batch.events.some(({ t }) => t === 'action'))
  expect(sessionOf('/answer/after-click')).toBe(clicked?.batch.session.id)
  expect(sessionOf('/answer/after-end')).toBeUndefined()
})

test('what the SDK sends itself is no request of the page', () => {
  const urls = site.collector.events().flatMap((event) => (event.t === 'request' ? [event.url] : []))
  expect(urls.filter((url) => !url.includes('/answer/'))).toEqual([])
})
