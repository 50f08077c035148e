import type { ReactiveController } from 'lit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveController } from './live-controller.ts'

/** A server that tells one thing to each token that is good, and then breaks off. */
function aServer(good: Set<string>) {
  const shown: string[] = []
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Record<string, string> }) => {
    const token = headers['authorization']?.replace('Bearer ', '') ?? ''
    shown.push(token)
    const ended = { errors: [{ message: 'ended', extensions: { code: 'UNAUTHENTICATED' } }] }
    if (!good.has(token)) return Promise.resolve(new Response(JSON.stringify(ended), { status: 401 }))
    const event = `event: next\ndata: ${JSON.stringify({ data: { token } })}\n\n`
    return Promise.resolve(new Response(event, { headers: { 'content-type': 'text/event-stream' } }))
  })
  return shown
}

function setUp(renewToken: () => Promise<string>) {
  let look: (isIntersecting: boolean) => void = () => undefined
  class Observer {
    constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
      look = (isIntersecting) => tell([{ isIntersecting }])
    }
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const heard: string[] = []
  const host = Object.assign(new EventTarget(), {
    addController: (added: ReactiveController) => void (host.controller = added),
    removeController: () => undefined,
    requestUpdate: () => host.controller?.hostUpdate?.(),
    updateComplete: Promise.resolve(true),
    controller: null as ReactiveController | null,
  })
  host.addEventListener('sight-unauthorized', ({ type }) => heard.push(type))
  const live = new LiveController<{ token: string }, { site: string }>(host as unknown as HostOf, {
    query: 'subscription Now { a }',
    variables: () => ({ site: 'shop' }),
    connection: () => ({ endpoint: 'https://rum.example/graphql', token: null, renewToken }),
  })
  live.hostConnected()
  return { live, look, heard }
}
type HostOf = ConstructorParameters<typeof LiveController>[0]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('every token that ends is followed by another, as long as each was taken once', async () => {
  const good = new Set(['t1'])
  const shown = aServer(good)
  let made = 0
  const { live, look } = setUp(() => Promise.resolve(`t${++made}`))
  look(true)
  await vi.advanceTimersByTimeAsync(0)
  for (const next of ['t2', 't3', 't4']) {
    expect(live.answer?.data.token).not.toBe(next)
    good.clear()
    good.add(next)
    await vi.advanceTimersByTimeAsync(2000)
    expect(live.answer?.data.token).toBe(next)
  }
  expect(new Set(shown)).toEqual(new Set(['t1', 't2', 't3', 't4']))
  live.hostDisconnected()
})

test('a token that is refused at once ends it, and is announced', async () => {
  const shown = aServer(new Set())
  const { live, look, heard } = setUp(() => Promise.resolve('bad'))
  look(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([live.error?.code, live.pending, heard.length]).toEqual(['UNAUTHENTICATED', false, 1])
  expect(shown.length).toBe(2)
})

test('nothing is asked before it is seen', async () => {
  const shown = aServer(new Set(['t1']))
  const { look } = setUp(() => Promise.resolve('t1'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(shown).toEqual([])
  look(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(shown).toEqual(['t1'])
  look(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toEqual(['t1'])
})
