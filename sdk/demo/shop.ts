/** Kettle & Leaf, the shop to try Sightline on. Every page loads this; each part starts where its elements are. */
import type { PageGlobal } from '../v1.ts'
import { startBrokenButtons } from './broken-buttons.ts'
import { startCartPage, startCheckoutPage } from './checkout-page.ts'
import { startProductsPage } from './products-page.ts'

declare global {
  interface Window {
    /** Absent where the SDK is blocked: the shop must work all the same. */
    sightline?: PageGlobal
  }
}

const list = document.querySelector('[data-list]')
const article = document.querySelector<HTMLElement>('[data-view=tea]')
const cart = document.querySelector('[data-cart]')
const checkout = document.querySelector<HTMLFormElement>('[data-checkout]')

startBrokenButtons()
if (list && article) startProductsPage(list, article)
if (cart) startCartPage(cart)
if (checkout) startCheckoutPage(checkout)
