/** The cart, and a checkout in two variants: the new one asks for less. */
import { cartTotal, emptyCart, readCart } from './cart.ts'
import { element, say } from './element.ts'
import { checkoutVariant } from './flags.ts'
import { euros } from './teas.ts'

export function startCartPage(cart: Element): void {
  const lines = readCart()
  if (lines.length === 0) {
    const teas = element('a', { href: '/demo/products.html' }, 'Have a look at the teas.')
    cart.replaceChildren(element('p', {}, 'Nothing in it yet. ', teas))
    return
  }
  const rows = lines.map(({ tea, count }) =>
    element(
      'tr',
      {},
      element('td', {}, tea.name),
      element('td', {}, `${count} × 100 g`),
      element('td', {}, euros(tea.price * count)),
    ),
  )
  const head = ['Tea', 'Amount', 'Price'].map((title) => element('th', { scope: 'col' }, title))
  cart.replaceChildren(
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
    element(
      'p',
      { class: 'row' },
      element(
        'a',
        { class: 'button', href: '/demo/checkout.html', 'data-sightline': 'check-out' },
        'Check out',
      ),
      `Together ${euros(cartTotal())}`,
    ),
  )
}

export function startCheckoutPage(form: HTMLFormElement): void {
  const variant = checkoutVariant()
  const isNew = variant === 'on'
  for (const field of form.querySelectorAll<HTMLElement>('[data-classic]')) field.hidden = isNew
  const note = document.querySelector('[data-variant]')
  if (note)
    note.textContent = isNew ? 'You see the new, shorter checkout.' : 'You see the checkout as it always was.'
  const total = form.querySelector('[data-total]')
  if (total) total.textContent = `Together ${euros(cartTotal())}`
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    window.sightline?.event('checkout_completed', {
      value: cartTotal(),
      attributes: { currency: 'EUR', lines: readCart().length },
    })
    emptyCart()
    form.hidden = true
    say('Thank you. Nothing will arrive, but the event did.')
  })
}
