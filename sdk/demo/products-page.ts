/** The list of teas and each tea, in one page: `/demo/products/<slug>` is a soft navigation, and may be reloaded. */
import { addToCart } from './cart.ts'
import { element, say } from './element.ts'
import { euros, TEAS, type Tea } from './teas.ts'

const LIST_PATH = '/demo/products.html'
const TITLE = document.title
const SLOW_MS = 300

export function startProductsPage(list: Element, article: HTMLElement): void {
  const listView = document.querySelector<HTMLElement>('[data-view=list]')

  function show(): void {
    const slug = /^\/demo\/products\/([\w-]+)$/.exec(location.pathname)?.[1]
    const tea = TEAS.find((tea) => tea.slug === slug)
    document.title = tea ? `${tea.name} · Kettle & Leaf` : TITLE
    if (listView) listView.hidden = tea !== undefined
    article.hidden = tea === undefined
    article.replaceChildren(...(tea ? teaPage(tea) : []))
    window.sightline?.view(tea ? '/demo/products/:slug' : LIST_PATH)
  }
  function go(path: string): void {
    history.pushState(null, '', path)
    show()
    scrollTo(0, 0)
    article.querySelector<HTMLElement>('h1')?.focus()
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null
    const path = link?.getAttribute('href')
    if (!path || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(path)
  })
  document.querySelector('[data-action=sort-by-aroma]')?.addEventListener('click', () => {
    list.replaceChildren(...sortByAroma(TEAS).map(teaCard))
    say('Sorted by aroma, slowly.')
  })
  addEventListener('popstate', show)
  list.replaceChildren(...TEAS.map(teaCard))
  show()
}

/** Wrong on purpose: it keeps the main thread busy, as a careless sort of a long list would. */
function sortByAroma(teas: readonly Tea[]): Tea[] {
  const end = performance.now() + SLOW_MS
  let sorted = [...teas]
  while (performance.now() < end) sorted = [...sorted].sort((a, b) => b.aroma - a.aroma)
  return sorted
}

function teaCard(tea: Tea): HTMLElement {
  const href = `/demo/products/${tea.slug}`
  return element(
    'li',
    { class: 'card' },
    picture(tea),
    element('h2', {}, element('a', { href, 'data-soft': '', 'data-sightline': 'open-tea' }, tea.name)),
    element('p', {}, tea.origin),
    element('p', { class: 'price' }, euros(tea.price)),
  )
}

function teaPage(tea: Tea): HTMLElement[] {
  const add = element('button', { type: 'button', 'data-sightline': 'add-to-cart' }, 'Add to cart')
  const note = element('span', { role: 'status' })
  add.addEventListener('click', () => {
    addToCart(tea.slug)
    note.textContent = 'It is in your cart.'
    window.sightline?.event('added_to_cart', { value: tea.price, attributes: { tea: tea.slug } })
  })
  const text = element(
    'div',
    {},
    element('p', {}, element('a', { href: LIST_PATH, 'data-soft': '' }, '← All teas')),
    element('h1', { tabindex: '-1' }, tea.name),
    element('p', { class: 'lead' }, tea.text),
    element('p', {}, `${tea.origin}, ${euros(tea.price)} for 100 g`),
    element('p', { class: 'row' }, add, note),
  )
  return [element('div', { class: 'hero' }, text, picture(tea))]
}

function picture(tea: Tea): HTMLElement {
  return element('img', {
    src: `/demo/pictures/${tea.slug}.svg`,
    width: '600',
    height: '400',
    alt: `A cup of ${tea.name}`,
  })
}
