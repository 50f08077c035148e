import { TEAS, type Tea } from './teas.ts'

/** The cart of this tab: slugs and how many of each. */
type Cart = { [slug: string]: number }

const KEY = 'kettle-and-leaf.cart'

export function readCart(): { tea: Tea; count: number }[] {
  const cart = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Cart
  return TEAS.flatMap((tea) => {
    const count = cart[tea.slug] ?? 0
    return count > 0 ? [{ tea, count }] : []
  })
}

export function addToCart(slug: string): void {
  const cart = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Cart
  sessionStorage.setItem(KEY, JSON.stringify({ ...cart, [slug]: (cart[slug] ?? 0) + 1 }))
}

export function emptyCart(): void {
  sessionStorage.removeItem(KEY)
}

export const cartTotal = (): number =>
  Math.round(readCart().reduce((sum, { tea, count }) => sum + tea.price * count, 0) * 100) / 100
