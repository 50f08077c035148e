/** A page that shows one element after the other, in any state, without being loaded anew. */
import type { Browser, Page } from 'playwright-core'
import { attributesIn, type ElementTag } from './element-fixtures.ts'
import { ELEMENT_STATES, type ElementState } from './element-states.ts'
import { askAgain } from './in-page.ts'
import { openWidgetPage } from './widget-page.ts'
import type { WidgetServer } from './widget-server.ts'

interface Shown {
  theme?: 'light' | 'dark'
  attributes?: string
}

export interface Stage {
  page: Page
  /** In place of what was there, with a paragraph below that shows whether anything moves. */
  show: (tag: ElementTag, state: ElementState, options?: Shown) => Promise<void>
}

export async function openStage(
  server: WidgetServer,
  browser: Browser,
  options?: Parameters<typeof openWidgetPage>[2],
): Promise<Stage> {
  server.pages.set('/stage', '<div id="stage"></div>')
  const page = await openWidgetPage(browser, `${server.origin}/stage`, options)
  const show = async (tag: ElementTag, state: ElementState, { theme = 'light', attributes }: Shown = {}) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.evaluate(place, { tag, attributes: { theme, ...attributesIn(tag, state, attributes) } })
    const element = page.locator(tag)
    if (state === 'stale') {
      const { plenty, stale } = ELEMENT_STATES
      await element.evaluate(askAgain, { answered: plenty.reached, stale: stale.reached })
    }
    await element.locator(ELEMENT_STATES[state].reached).first().waitFor()
  }
  return { page, show }
}

/** Runs in the page. */
async function place({
  tag,
  attributes,
}: {
  tag: string
  attributes: Record<string, string>
}): Promise<void> {
  const element = document.createElement(tag)
  // An element whose script is on its way has no size yet.
  if (customElements.get(tag) === undefined) {
    document.querySelector('#stage')?.replaceChildren(element)
    await customElements.whenDefined(tag)
    await new Promise(requestAnimationFrame)
  }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  const below = Object.assign(document.createElement('p'), { textContent: 'Below' })
  document.querySelector('#stage')?.replaceChildren(element, below)
  Object.assign(globalThis, { shift: 0 })
}
