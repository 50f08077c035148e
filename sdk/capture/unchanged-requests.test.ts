/** A page's requests are as they were without the SDK: the same calls, promises, errors and headers. In a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../../test/chromium.ts'
import { startRecordingCollector, type RecordingCollector } from '../../test/recording-collector.ts'
import type { WireEvent } from '../wire/batch.generated.ts'

const OWN_TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

let browser: Browser
let collector: RecordingCollector
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  collector = await startRecordingCollector()
  collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
  page = await browser.newPage()
})
afterEach(async () => {
  const { received } = collector
  await page.close()
  await collector.close()
  expect(received.flatMap(({ problems }) => problems)).toEqual([])
})

const requests = () =>
  collector.events().filter((event): event is Extract<WireEvent, { t: 'request' }> => event.t === 'request')
const askedAt = (path: string) => collector.asked.filter(({ url }) => url.includes(path))

/** Opens a page whose own requests are traced, with scripts of its own before and after the SDK, and waits for the part. */
async function open(before = '', after = ''): Promise<void> {
  await openOnly(before, after)
  await page.waitForFunction(
    () => !String(XMLHttpRequest.prototype.setRequestHeader).includes('[native code]'),
  )
}
async function openOnly(before = '', after = ''): Promise<void> {
  const settings = JSON.stringify({ tracing: { origins: [collector.origin] } })
  collector.pages.set(
    '/',
    `<!doctype html><title>Page</title><script>${before}</script><script src="/sdk/v1.js"></script>
     <script>sightline.init({ key: 'pk_test', endpoint: location.origin, settings: ${settings} }); ${after}</script>`,
  )
  await page.goto(`${collector.origin}/`, { waitUntil: 'load' })
}
async function leave(): Promise<void> {
  await page.goto(`${collector.origin}/empty`)
}

test('a trace is added to what the page put there, however it did', async () => {
  await open()
  await page.evaluate(async () => {
    await fetch('/answer/url')
    await fetch(new URL('/answer/address', location.href), { headers: [['x-own', '1']] })
    await fetch('/answer/object', { headers: { 'x-own': '1' } })
    await fetch('/answer/headers', { method: 'PUT', headers: new Headers({ 'x-own': '1' }), body: 'put' })
    await fetch(new Request('/answer/request', { method: 'POST', headers: { 'x-own': '1' }, body: 'sent' }))
    await fetch(new Request('/answer/both', { headers: { 'x-own': '0' } }), { headers: { 'x-own': '1' } })
  })
  await leave()
  await collector.waitFor(() => requests().length === 6, 'six requests')
  expect(collector.asked).toHaveLength(6)
  for (const { url, headers } of collector.asked) {
    const { traceId, spanId } = requests().find((event) => event.url.endsWith(url)) ?? {}
    expect(headers['traceparent'], url).toBe(`00-${traceId}-${spanId}-01`)
    if (!/url$/.test(url)) expect(headers['x-own'], url).toBe('1')
  }
  expect(askedAt('/headers')[0]).toMatchObject({ method: 'PUT', body: 'put' })
  expect(askedAt('/answer/request')[0]).toMatchObject({ method: 'POST', body: 'sent' })
})

test("a trace of the page's own stays, and its ids are the request's", async () => {
  await open()
  await page.evaluate(async (traceparent) => {
    await fetch('/answer/fetch', { headers: { TraceParent: traceparent } })
    await fetch('/answer/odd', { headers: { traceparent: 'mine' } })
    await new Promise((resolve) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', '/answer/xhr')
      xhr.setRequestHeader('Traceparent', traceparent)
      xhr.onloadend = resolve
      xhr.send()
    })
  }, OWN_TRACE)
  await leave()
  await collector.waitFor(() => requests().length === 3, 'three requests')
  expect(collector.asked.map(({ headers }) => headers['traceparent'])).toEqual([OWN_TRACE, 'mine', OWN_TRACE])
  const ids = { traceId: OWN_TRACE.slice(3, 35), spanId: OWN_TRACE.slice(36, 52) }
  const of = (name: string) => requests().find(({ url }) => url.endsWith(name))
  expect(of('/fetch')).toMatchObject(ids)
  expect(of('/xhr')).toMatchObject(ids)
  expect(of('/odd')?.traceId).toBeUndefined()
})

test('what cannot carry a trace goes without one, and as it was', async () => {
  await open()
  const kinds = await page.evaluate(async () => {
    const pattern = new Request('/answer/pattern', { method: 'PUT', headers: { 'x-own': '1' } })
    class Options {
      get method() {
        return 'DELETE'
      }
    }
    const used = new Request('/answer/used', { method: 'POST', body: 'once' })
    await fetch(used)
    return [
      await fetch('/answer/no-cors', { mode: 'no-cors' }).then(({ status }) => status),
      await fetch('/answer/like', pattern).then(({ status }) => status),
      await fetch('/answer/getters', new Options() as RequestInit).then(({ status }) => status),
      await fetch(used).catch(({ name }: Error) => name),
      await fetch('/answer/bad', { headers: { 'not a name': '1' } }).catch(({ name }: Error) => name),
      await fetch('http://[').catch(({ name }: Error) => name),
    ]
  })
  expect(kinds).toEqual([200, 200, 200, 'TypeError', 'TypeError', 'TypeError'])
  expect(askedAt('/answer/like')[0]).toMatchObject({ method: 'PUT', headers: { 'x-own': '1' } })
  expect(askedAt('/answer/getters')[0]).toMatchObject({ method: 'DELETE' })
  for (const name of ['no-cors', 'like', 'getters']) {
    expect(askedAt(`/answer/${name}`)[0]?.headers['traceparent'], name).toBeUndefined()
  }
  await leave()
  await collector.waitFor(() => requests().some(({ url }) => url.endsWith('/no-cors')), 'the requests')
  expect(requests().find(({ url }) => url.endsWith('/no-cors'))?.traceId).toBeUndefined()
})

test('the referrer of a Request is the one it was made with', async () => {
  await open()
  await page.evaluate(async () => {
    await fetch(new Request('/answer/named', { referrer: '/somewhere' }))
    await fetch(new Request('/answer/none', { referrerPolicy: 'no-referrer' }), {})
  })
  expect(askedAt('/named')[0]?.headers['referer']).toBe(`${collector.origin}/somewhere`)
  expect(askedAt('/named')[0]?.headers['traceparent']).toBeDefined()
  expect(askedAt('/none')[0]?.headers['referer']).toBeUndefined()
})

test('a failed fetch that nobody handles is heard of once, one that is handled never', async () => {
  await open(
    "window.unhandled = []; addEventListener('unhandledrejection', (event) => unhandled.push(event.reason.name))",
  )
  await page.evaluate(async () => {
    void fetch('/answer/nobody?reset')
    await fetch('/answer/somebody?reset').catch(() => {})
  })
  await page.waitForFunction('unhandled.length > 0')
  await page.waitForTimeout(200)
  expect(await page.evaluate('unhandled')).toEqual(['TypeError'])
  await leave()
  await collector.waitFor(() => requests().length === 2, 'both requests')
  expect(requests().map(({ failed }) => failed)).toEqual(['network', 'network'])
})

test('a wrapper that was there first gives its own promise and its own errors, with its own `this`', async () => {
  await open(`
    window.promises = []; window.owners = []
    const native = window.fetch
    window.fetch = function (input, init) {
      owners.push(this === window || this === undefined)
      if (input === 'throw') throw new RangeError('wrapped')
      const promise = native.call(window, input, init)
      promises.push(promise)
      return promise
    }`)
  const seen = await page.evaluate(async () => {
    const { promises } = window as unknown as { promises: Promise<Response>[] }
    const promise = fetch('/answer/wrapped')
    let thrown = ''
    try {
      void fetch('throw')
    } catch (error) {
      thrown = (error as Error).name
    }
    await promise
    return [promises.includes(promise), thrown]
  })
  expect(seen).toEqual([true, 'RangeError'])
  // The SDK's own go through it too.
  expect(await page.evaluate('owners.length >= 2 && owners.every(Boolean)')).toBe(true)
  await leave()
  await collector.waitFor(() => requests().length === 1, 'the one that was made')
  expect(requests()[0]?.url).toMatch(/\/answer\/wrapped$/)
})

test('a wrapper that came later goes on after stop, and nothing is seen or added any more', async () => {
  await open()
  await page.evaluate(async () => {
    const ours = window.fetch
    window.fetch = (...args) => ours(...args)
    const { open, send } = XMLHttpRequest.prototype
    XMLHttpRequest.prototype.open = function (...args: unknown[]) {
      open.apply(this, args as Parameters<typeof open>)
    }
    XMLHttpRequest.prototype.send = function (...args) {
      send.apply(this, args)
    }
    ;(window as unknown as { sightline: { stop: () => void } }).sightline.stop()
    await fetch('/answer/after')
    await new Promise((resolve) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', '/answer/xhr')
      xhr.onloadend = resolve
      xhr.send()
    })
  })
  expect(collector.asked.map(({ headers }) => headers['traceparent'])).toEqual([undefined, undefined])
  await leave()
  await page.waitForTimeout(300)
  expect(requests()).toEqual([])
})

test('an XMLHttpRequest that is used again is several requests, one that waits is one too', async () => {
  await open()
  const errors = await page.evaluate(async () => {
    const xhr = new XMLHttpRequest()
    const once = (url: string) =>
      new Promise((resolve) => {
        xhr.open('GET', url)
        xhr.onload = resolve
        xhr.send()
      })
    await once('/answer/first')
    // Given up by opening it again: no event tells.
    xhr.open('GET', '/answer/dropped?never')
    xhr.send()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await once('/answer/second?status=404')
    const found: string[] = []
    const waiting = new XMLHttpRequest()
    waiting.open('POST', '/answer/sync?delay=50', false)
    waiting.send('waited')
    waiting.open('GET', '/answer/cut?reset', false)
    for (let i = 0; i < 2; i++) {
      try {
        if (i === 0) waiting.send()
        else new XMLHttpRequest().send()
      } catch (error) {
        found.push((error as Error).name)
      }
    }
    return found
  })
  expect(errors).toEqual(['NetworkError', 'InvalidStateError'])
  await leave()
  await collector.waitFor(() => requests().length === 5, 'five requests')
  const told = Object.fromEntries(
    requests().map(({ url, status, failed }) => [new URL(url).pathname, [status, failed]]),
  )
  expect(told).toEqual({
    '/answer/first': [200, undefined],
    '/answer/dropped': [undefined, 'abort'],
    '/answer/second': [404, 'status'],
    '/answer/sync': [200, undefined],
    '/answer/cut': [undefined, 'network'],
  })
  expect(requests().find(({ url }) => url.endsWith('/sync'))?.duration).toBeGreaterThanOrEqual(48)
})

test('a request that ended just before an error or the end of the page is not lost, and led to the error', async () => {
  await open()
  await page.evaluate(async () => {
    const response = await fetch('/answer/just-before?status=500')
    setTimeout(() => {
      throw new Error(`answered ${response.status}`)
    })
    // Not text, of which the browser wants to see some before it tells the page of the answer.
    await fetch('/answer/last-words?size=10&bodyDelay=5000&type=application/json')
  })
  await leave()
  const error = await collector.waitFor(() => collector.events().find(({ t }) => t === 'error'), 'the error')
  expect((error as Extract<WireEvent, { t: 'error' }>).breadcrumbs).toContainEqual(
    expect.objectContaining({ kind: 'request', text: expect.stringContaining('just-before'), value: 500 }),
  )
  await collector.waitFor(() => requests().some(({ url }) => url.endsWith('/last-words')), 'the last words')
})

test('what was asked before the part came is told too, without a trace', async () => {
  await open(
    '',
    `fetch('/answer/fetch?status=404')
     const xhr = new XMLHttpRequest()
     xhr.open('PUT', '/answer/xhr')
     xhr.send()`,
  )
  await leave()
  await collector.waitFor(() => requests().length === 2, 'both')
  const told = requests().map(({ method, url, status, failed, traceId }) => [
    method,
    new URL(url).pathname,
    status,
    failed,
    traceId,
  ])
  expect(told.sort()).toEqual([
    ['GET', '/answer/fetch', 404, 'status', undefined],
    ['PUT', '/answer/xhr', 200, undefined, undefined],
  ])
  expect(collector.asked.map(({ headers }) => headers['traceparent'])).toEqual([undefined, undefined])
})

test('where the site does not want requests none is sent, not even the first', async () => {
  collector.settings.site = { capture: { requests: false } }
  // Before it can be known what the site wants.
  await openOnly('', "fetch('/answer/first')")
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await fetch('/answer/second')
  })
  await leave()
  await collector.waitFor(() => collector.events().some(({ t }) => t === 'view'), 'the view')
  await page.waitForTimeout(200)
  expect(collector.asked).toHaveLength(2)
  expect(requests()).toEqual([])
})
