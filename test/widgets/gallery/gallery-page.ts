/** The page of the gallery: one element in every state, light and dark beside each other. Bundled for the browser. */
import { ELEMENT_FIXTURES, ELEMENT_TAGS, ASKING_TAGS } from '../element-fixtures.ts'
import { ELEMENT_STATES, type ElementState } from '../element-states.ts'
import { makeElement } from './make-element.ts'

const WIDTHS = ['360', '720'] as const
const THEMES = ['light', 'dark'] as const
const MEANINGS: Record<ElementState, string> = {
  plenty: 'There is plenty to show',
  thin: 'Too little to be sure',
  empty: 'Nothing in the period',
  loading: 'The answer is on its way',
  error: 'The API fails',
  stale: 'A refresh failed: what was there stays',
  'not-set-up': 'An attribute is missing',
  'signed-out': 'Nobody is signed in',
  hostile: 'What visitors send is text',
  'no-site': 'There is no such site',
}

const { pathname, searchParams } = new URL(location.href)
const tag = ELEMENT_TAGS.find((tag) => pathname === `/gallery/${tag}`) ?? 'sight-vital-card'
const width = WIDTHS.find((width) => width === searchParams.get('width'))

document.title = `${tag} – Gallery`
document.querySelector('main')?.append(controls(), ...sections())
const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')]
for (const link of links) {
  if (link.pathname !== `/gallery/${tag}`) continue
  link.ariaCurrent = 'page'
  link.scrollIntoView({ block: 'nearest' })
}
for (const link of links) link.search = location.search
document.querySelector('nav')?.addEventListener('keydown', (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  links.at((links.indexOf(document.activeElement as HTMLAnchorElement) + step) % links.length)?.focus()
})

function controls(): HTMLElement {
  const widths = make('ul')
  for (const [words, query] of [
    ['360 and 720 pixels', ''],
    ...WIDTHS.map((width) => [width, `?width=${width}`]),
  ]) {
    const link = Object.assign(make('a', words), { href: `${pathname}${query}` })
    if (query === (width === undefined ? '' : `?width=${width}`)) link.ariaCurrent = 'page'
    const item = make('li')
    item.append(link)
    widths.append(item)
  }
  const bar = Object.assign(make('div'), { className: 'controls' })
  const { attributes } = ELEMENT_FIXTURES[tag]
  bar.append(make('h2', `<${tag}>`), widths, make('code', attributes))
  return bar
}

function sections(): HTMLElement[] {
  const { looks = {} } = ELEMENT_FIXTURES[tag]
  const states = ASKING_TAGS.includes(tag)
    ? (Object.keys(ELEMENT_STATES) as ElementState[])
    : (['plenty'] as const)
  return [
    ...states.slice(0, 1).map((state) => section(state, MEANINGS[state], state)),
    ...Object.entries(looks).map(([name, attributes]) => section(name, attributes, 'plenty', attributes)),
    ...states.slice(1).map((state) => section(state, MEANINGS[state], state)),
  ]
}

function section(name: string, meaning: string, state: ElementState, attributes?: string): HTMLElement {
  const frames = Object.assign(make('div'), { className: 'frames' })
  for (const inlineSize of width === undefined ? WIDTHS : [width])
    for (const theme of THEMES) {
      const frame = Object.assign(make('div'), { className: 'frame' })
      const room = Object.assign(make('div'), { className: 'room' })
      frame.dataset['theme'] = theme
      room.dataset['width'] = inlineSize
      room.append(makeElement(tag, state, { theme, ...(attributes === undefined ? {} : { attributes }) }))
      frame.append(make('p', `${inlineSize} px, ${theme}`), room)
      frames.append(frame)
    }
  const whole = make('section')
  const heading = make('h3', `${name} `)
  heading.append(make('code', meaning))
  whole.append(heading, frames)
  whole.dataset['state'] = name
  return whole
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  textContent = '',
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent })
}
