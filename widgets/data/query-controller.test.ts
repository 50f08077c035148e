import type { ReactiveController } from 'lit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { QueryError, type Question } from './client.ts'
import { QueryController } from './query-controller.ts'

/** An element without a page: it updates its controller whenever it is asked to. */
class Host extends EventTarget {
  controller: ReactiveController | null = null
  readonly updateComplete = Promise.resolve(true)
  addController(controller: ReactiveController): void {
    this.controller = controller
  }
  removeController(): void {}
  requestUpdate(): void {
    this.controller?.hostUpdate?.()
  }
}

class Page extends EventTarget {
  hidden = false
}

interface Asked {
  question: Question
  answer: (data: unknown) => Promise<void>
  fail: (error: unknown) => Promise<void>
}

function setUp({ refresh = 0, near = true } = {}) {
  const asked: Asked[] = []
  const state = { variables: { metric: 'LCP' } as { metric: string } | null, refresh }
  const host = new Host()
  const page = new Page()
  const nearness = { isNear: near, stop: () => undefined }
  let onNear = () => {}
  const controller = new QueryController<{ value: number }, { metric: string }>(host as Host & Element, {
    query: 'query',
    variables: () => state.variables,
    connection: () => ({ endpoint: '/graphql', token: null }),
    refreshSeconds: () => state.refresh,
    page,
    watch: (_, onChange) => {
      onNear = onChange
      return nearness
    },
    ask: <Data>(question: Question) =>
      new Promise<Data>((resolve, reject) => {
        const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined)
        asked.push({
          question,
          answer: (data) => (resolve(data as Data), settled()),
          fail: (error) => (reject(error), settled()),
        })
      }),
  })
  controller.hostConnected()
  const move = (isNear: boolean) => {
    nearness.isNear = isNear
    onNear()
  }
  return { move, asked, state, host, page, controller, ask: (index: number) => asked[index] as Asked }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a query controller', () => {
  it('goes from loading to ready, and asks once for the same variables', async () => {
    const { asked, ask, host, controller } = setUp()
    expect(controller.pending).toBe(true)
    host.requestUpdate()
    expect(asked).toHaveLength(1)
    await ask(0).answer({ value: 1 })
    expect(controller).toMatchObject({
      pending: false,
      error: null,
      answer: { data: { value: 1 }, variables: { metric: 'LCP' } },
    })
  })

  it('asks nothing while there is nothing to ask', () => {
    const { asked, state, host, controller } = setUp()
    state.variables = null
    host.requestUpdate()
    expect(asked[0]?.question.signal.aborted).toBe(true)
    expect(controller.pending).toBe(false)
  })

  it('aborts the older question and drops its answer', async () => {
    const { ask, state, host, controller } = setUp()
    state.variables = { metric: 'INP' }
    host.requestUpdate()
    expect(ask(0).question.signal.aborted).toBe(true)
    await ask(1).answer({ value: 2 })
    await ask(0).answer({ value: 1 })
    expect(controller.answer).toEqual({ data: { value: 2 }, variables: { metric: 'INP' } })
  })

  it('keeps the answer beside the error of a refresh, not beside that of another question', async () => {
    const { ask, state, host, controller } = setUp()
    await ask(0).answer({ value: 1 })
    controller.retry()
    await ask(1).fail(new QueryError('TIMEOUT', 'too slow'))
    expect(controller.answer?.data.value).toBe(1)
    expect(controller.error?.code).toBe('TIMEOUT')
    state.variables = { metric: 'INP' }
    host.requestUpdate()
    await ask(2).fail(new QueryError('TIMEOUT', 'too slow'))
    expect(controller.answer).toBeNull()
  })

  it('recovers by a retry', async () => {
    const { ask, controller } = setUp()
    await ask(0).fail(new TypeError('bug'))
    expect(controller.error).toMatchObject({ code: 'BUG', message: 'TypeError: bug' })
    controller.retry()
    await ask(1).answer({ value: 3 })
    expect(controller.error).toBeNull()
  })

  it('announces that nobody is signed in', async () => {
    const { ask, host } = setUp()
    const heard: Event[] = []
    host.addEventListener('sight-unauthorized', (event) => heard.push(event))
    await ask(0).fail(new QueryError('UNAUTHENTICATED', 'Sign in'))
    expect(heard).toMatchObject([{ bubbles: true, composed: true }])
  })

  it('refreshes, pauses while hidden and catches up when seen again', async () => {
    const { asked, ask, page, controller } = setUp({ refresh: 10 })
    await ask(0).answer({ value: 1 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(2)
    await ask(1).answer({ value: 2 })
    page.hidden = true
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
    page.hidden = false
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(3)
    controller.hostDisconnected()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(3)
    expect(ask(2).question.signal.aborted).toBe(true)
  })

  it('begins to refresh when it is switched on later', async () => {
    const { asked, ask, state, host } = setUp()
    await ask(0).answer({ value: 1 })
    state.refresh = 10
    host.requestUpdate()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(2)
  })

  it('waits with its question until it is near', async () => {
    const { asked, ask, move, state, host, controller } = setUp({ near: false })
    expect([asked.length, controller.pending, controller.answer]).toEqual([0, false, null])
    state.variables = { metric: 'INP' }
    host.requestUpdate()
    expect(asked).toHaveLength(0)
    move(true)
    expect(asked).toHaveLength(1)
    await ask(0).answer({ value: 1 })
    expect(controller).toMatchObject({ pending: false, answer: { variables: { metric: 'INP' } } })
  })

  it('asks a new question only once it is near again, and drops the older one', async () => {
    const { asked, ask, move, state, host, controller } = setUp()
    move(false)
    state.variables = { metric: 'INP' }
    host.requestUpdate()
    expect([asked.length, ask(0).question.signal.aborted, controller.pending]).toEqual([1, true, false])
    move(true)
    expect(asked).toHaveLength(2)
  })

  it('does not refresh far away, and catches up when it comes near', async () => {
    const { asked, ask, move } = setUp({ refresh: 10 })
    await ask(0).answer({ value: 1 })
    move(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(1)
    move(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(2)
  })

  it('is retried at once wherever it is', () => {
    const { asked, controller } = setUp({ near: false })
    controller.retry()
    expect(asked).toHaveLength(1)
  })
})
