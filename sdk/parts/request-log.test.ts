import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '../record.ts'
import { guard } from '../browser/guard.ts'
import { createRequestLog } from './request-log.ts'
import { sendableUrl, type View } from '../capture/view.ts'

const URL_OF_ORDERS = 'https://api.shop.example/orders?customer=42'

let recorded: (Draft & { t: 'request' })[]
let views: unknown[]
let view: View

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  recorded = []
  views = []
  view = { id: 'first' } as View
})
afterEach(() => vi.useRealTimers())

const start = () =>
  createRequestLog({
    recordPassive(draft, ofView) {
      recorded.push(draft as Draft & { t: 'request' })
      views.push(ofView)
    },
    viewAt: () => view,
    guard,
    url: sendableUrl,
  })
const aRequest = (begin: number, url = URL_OF_ORDERS) => ({ method: 'get', url: new URL(url), begin })
const anEntry = (startTime: number, duration: number, name = URL_OF_ORDERS) =>
  ({ name, startTime, duration, responseEnd: startTime + duration }) as PerformanceResourceTiming

test('a request lasts until its answer is complete, which its entry tells', () => {
  const log = start()
  const end = log.begin(aRequest(100))
  end({ status: 200, end: 180 })
  expect(recorded).toEqual([])
  log.see(anEntry(100.2, 230.04))
  expect(recorded).toMatchObject([
    { method: 'GET', url: 'https://api.shop.example/orders', status: 200, duration: 230, failed: undefined },
  ])
})

test('without an entry it lasts until its end was seen, and is recorded after 10 s', () => {
  const log = start()
  const end = log.begin(aRequest(100))
  end({ status: 503, size: 12, end: 180 })
  vi.advanceTimersByTime(10_000)
  expect(recorded).toMatchObject([{ duration: 80, status: 503, failed: 'status', size: 12 }])
  log.see(anEntry(100.2, 230))
  expect(recorded).toHaveLength(1)
})

test('it belongs to the view in which it began', () => {
  const log = start()
  const end = log.begin(aRequest(100))
  const before = view
  view = { id: 'second' } as View
  end({ status: 200, end: 160 })
  log.settle()
  expect(views).toEqual([before])
})

test('each of several to one address has its own entry, in whatever order they end', () => {
  const log = start()
  const [slow, quick] = [log.begin(aRequest(100)), log.begin(aRequest(150))]
  quick({ status: 201, end: 160 })
  log.see(anEntry(150.3, 20))
  slow({ status: 202, end: 160 })
  log.see(anEntry(100.1, 400))
  expect(recorded.map(({ status, duration }) => [status, duration])).toEqual([
    [201, 20],
    [202, 400],
  ])
})

test('the entry of one that failed, or was recorded early, is not taken for that of another', () => {
  const log = start()
  const slow = log.begin(aRequest(100))
  log.begin(aRequest(150))({ failed: 'network', end: 170 })
  log.begin(aRequest(160))({ status: 204, end: 170 })
  log.settle()
  expect(recorded.map(({ failed }) => failed)).toEqual(['network', undefined])
  log.see(anEntry(150.3, 20))
  log.see(anEntry(160.3, 20))
  slow({ status: 200, end: 160 })
  log.see(anEntry(100.1, 400))
  expect(recorded.at(-1)).toMatchObject({ status: 200, duration: 400 })
  expect(recorded).toHaveLength(3)
})

test('an entry from before it began is not its own, one a rounding error before is', () => {
  const log = start()
  log.begin(aRequest(100))({ status: 200, end: 170 })
  log.see(anEntry(60, 20))
  log.see(anEntry(100.1, 20, 'https://api.shop.example/orders?customer=43'))
  expect(recorded).toEqual([])
  log.see(anEntry(99.4, 20))
  expect(recorded).toHaveLength(1)
})

test('a fragment makes no difference', () => {
  const log = start()
  log.begin(aRequest(100, `${URL_OF_ORDERS}#top`))({ status: 200, end: 170 })
  log.see(anEntry(100, 20))
  expect(recorded).toHaveLength(1)
})

test('what the page may not see has no status, and stop forgets everything', () => {
  const log = start()
  log.begin(aRequest(100))({ status: 0, end: 170 })
  log.settle()
  expect(recorded).toMatchObject([{ status: undefined, failed: undefined }])
  log.begin(aRequest(200))({ status: 200, end: 170 })
  log.stop()
  vi.advanceTimersByTime(20_000)
  log.settle()
  expect(recorded).toHaveLength(1)
})
