/** Elements in a state, made in the page. */
import { attributesIn, ELEMENT_FIXTURES, type ElementTag } from '../element-fixtures.ts'
import { ELEMENT_STATES, type ElementState } from '../element-states.ts'
import { askAgain } from '../in-page.ts'

interface Look {
  theme: 'light' | 'dark'
  attributes?: string
}

export function makeElement(tag: ElementTag, state: ElementState, { theme, attributes }: Look): HTMLElement {
  const element = document.createElement(tag)
  const all = { theme, ...attributesIn(tag, state, attributes) }
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value)
  for (const [, inside = ''] of (ELEMENT_FIXTURES[tag].inside ?? '').matchAll(/<([\w-]+)>/g))
    element.append(document.createElement(inside))
  if (state === 'stale') {
    const { plenty, stale } = ELEMENT_STATES
    void askAgain(element, { answered: plenty.reached, stale: stale.reached })
  }
  return tag === 'sight-filters' ? inContext(element, theme) : element
}

/** Shows nothing where nothing is selected. */
function inContext(element: HTMLElement, theme: string): HTMLElement {
  const context = document.createElement('sight-context')
  const selected = new Map([
    ['COUNTRY', 'DE'],
    ['DEVICE', 'MOBILE'],
  ])
  context.setAttribute('theme', theme)
  context.append(element)
  void customElements.whenDefined('sight-context').then(() => Object.assign(context, { selected }))
  return context
}
