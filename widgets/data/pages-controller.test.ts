import type { ReactiveController } from 'lit'
import { expect, test } from 'vitest'
import { QueryError } from './client.ts'
import { PagesController, type Page } from './pages-controller.ts'

const aPage = (nodes: string[], endCursor: string | null = null): Page<string> => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
})
const QUESTION = { orderBy: 'NEW' }

function setUp() {
  const asked: {
    after: string
    signal: AbortSignal
    answer: (page: Page<string> | Error) => Promise<void>
  }[] = []
  let controller: ReactiveController | null = null
  const host = {
    addController: (added: ReactiveController) => void (controller = added),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  }
  const pages = new PagesController<string>(host, {
    keyOf: (node) => node,
    ask: (after, signal) =>
      new Promise((resolve, reject) => {
        const answer = async (page: Page<string> | Error) => {
          if (page instanceof Error) reject(page)
          else resolve(page)
          await Promise.resolve().then(() => Promise.resolve())
        }
        asked.push({ after, signal, answer })
      }),
  })
  const answerLatest = async (page: Page<string> | Error) => asked.at(-1)?.answer(page)
  return { pages, asked, answerLatest, leave: () => controller?.hostDisconnected?.() }
}

test('a page behind the first is asked for by cursor, once', async () => {
  const { pages, asked, answerLatest } = setUp()
  expect(pages.behind(aPage(['a', 'b'], 'x'), QUESTION)).toEqual(['a', 'b'])
  void pages.more()
  void pages.more()
  await answerLatest(aPage(['c']))
  expect(asked.map(({ after }) => after)).toEqual(['x'])
  expect(pages.behind(aPage(['a', 'b'], 'x'), QUESTION)).toEqual(['a', 'b', 'c'])
  expect(pages.hasMore).toBe(false)
  await pages.more()
  expect(asked.length).toBe(1)
})

test('a refresh of the first page keeps those behind it, and shows nothing twice', async () => {
  const { pages, answerLatest } = setUp()
  pages.behind(aPage(['a', 'b'], 'x'), QUESTION)
  void pages.more()
  await answerLatest(aPage(['c', 'd'], 'y'))
  expect(pages.behind(aPage(['c', 'a'], 'z'), QUESTION)).toEqual(['c', 'a', 'd'])
  expect(pages.hasMore).toBe(true)
})

test('another question drops them, and what was asked for it comes too late', async () => {
  const { pages, asked, answerLatest } = setUp()
  pages.behind(aPage(['a'], 'x'), QUESTION)
  void pages.more()
  expect(pages.behind(aPage(['q'], 'w'), { orderBy: 'EVENTS' })).toEqual(['q'])
  expect(asked[0]?.signal.aborted).toBe(true)
  await answerLatest(aPage(['b']))
  expect(pages.behind(aPage(['q'], 'w'), { orderBy: 'EVENTS' })).toEqual(['q'])
})

test('a page that fails is told, and asked for again', async () => {
  const { pages, asked, answerLatest } = setUp()
  pages.behind(aPage(['a'], 'x'), QUESTION)
  void pages.more()
  await answerLatest(new QueryError('TIMEOUT', 'too slow'))
  expect(pages.error?.code).toBe('TIMEOUT')
  void pages.more()
  await answerLatest(aPage(['b']))
  expect([pages.error, asked.length]).toEqual([null, 2])
})

test('an element that leaves the page asks no more', () => {
  const { pages, asked, leave } = setUp()
  pages.behind(aPage(['a'], 'x'), QUESTION)
  void pages.more()
  leave()
  expect([asked[0]?.signal.aborted, pages.pending]).toEqual([true, false])
})
