/** An element that is taken out of a page leaves nothing behind: no node, no listener, not itself. */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASKING_TAGS, attributesIn, ELEMENT_TAGS, type ElementTag } from './element-fixtures.ts'
import { widgetBench } from './element-pages.ts'
import { answerFromMemory } from './in-page.ts'
import { openWidgetPage } from './widget-page.ts'

/** So many are put in and taken out at once; every 25th time only when they have their answer. */
const AT_ONCE = 20
const TIMES = 50

const bench = widgetBench()
let page: Page
let devtools: CDPSession

beforeAll(async () => {
  bench.server.pages.set('/stage', '<div id="stage"></div>')
  page = await openWidgetPage(bench.browser, `${bench.server.origin}/stage`)
  devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.evaluate(answerFromMemory)
})
afterAll(() => page?.close())

interface Left {
  nodes: number
  listeners: number
  elements: number
}

async function count(): Promise<Left> {
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    elements: await page.evaluate(alive),
  }
}

const comeAndGo = async (tag: ElementTag, times: number, keep = false) =>
  page.evaluate(cycle, {
    tag,
    attributes: attributesIn(tag, 'plenty'),
    asks: ASKING_TAGS.includes(tag) && tag !== 'sight-live',
    times,
    atOnce: AT_ONCE,
    keep,
  })

async function leftBy(tag: ElementTag, keep = false): Promise<Left> {
  // The first ones fill caches: of templates, formats, answers.
  await comeAndGo(tag, 2)
  const before = await count()
  await comeAndGo(tag, TIMES, keep)
  const after = await count()
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    elements: after.elements,
  }
}

test.each(ELEMENT_TAGS)('1,000 <%s> come and go, and nothing of them stays', async (tag) => {
  const { nodes, listeners, elements } = await leftBy(tag)
  expect(elements).toBe(0)
  // Less than one node or listener of every tenth of them.
  expect(Math.max(nodes, listeners)).toBeLessThan((AT_ONCE * TIMES) / 10)
})

test('one that is held by a listener is found', async () => {
  const { listeners, elements } = await leftBy('sight-range', true)
  expect(elements).toBe(AT_ONCE * TIMES)
  expect(listeners).toBeGreaterThanOrEqual(AT_ONCE * TIMES)
})

/** The functions below run in the page. */
type Stage = { refs: WeakRef<Element>[] }

async function cycle(options: {
  tag: string
  attributes: Record<string, string>
  asks: boolean
  times: number
  atOnce: number
  keep: boolean
}): Promise<void> {
  const { tag, attributes, asks, times, atOnce, keep } = options
  const stage = document.querySelector('#stage')
  const isAnswered = ({ shadowRoot }: Element) =>
    shadowRoot?.querySelector('article')?.ariaBusy === 'false' || !asks
  const answered = async (elements: Element[]): Promise<void> => {
    if (elements.every(isAnswered)) return
    await new Promise((resolve) => setTimeout(resolve, 2))
    await answered(elements)
  }
  Object.assign(globalThis, { refs: (globalThis as Partial<Stage>).refs ?? [] })
  if (customElements.get(tag) === undefined) {
    stage?.replaceChildren(document.createElement(tag))
    await customElements.whenDefined(tag)
  }
  for (let time = 0; time < times; time++) {
    const elements = Array.from({ length: atOnce }, () => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      ;(globalThis as unknown as Stage).refs.push(new WeakRef(element))
      if (keep) addEventListener('resize', () => void element.isConnected)
      return element
    })
    stage?.replaceChildren(...elements)
    // Those further down wait until they are near.
    if (time % 25 === 0) await answered(elements.slice(0, 2))
    stage?.replaceChildren()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** How many of those that were made since the last look are still there. */
function alive(): number {
  const { refs } = globalThis as unknown as Stage
  return refs.splice(0).filter((ref) => ref.deref() !== undefined).length
}
