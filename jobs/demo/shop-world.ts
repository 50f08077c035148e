/** What the demo shop's visitors are like: where they come from, with what, when, and how fast it is for them. */

type Weighted<T> = readonly (readonly [value: T, weight: number])[]

export const COUNTRIES: Weighted<{ code: string; language: string; slowness: number }> = [
  [{ code: 'DE', language: 'de-DE', slowness: 1 }, 30],
  [{ code: 'US', language: 'en-US', slowness: 1.15 }, 22],
  [{ code: 'GB', language: 'en-GB', slowness: 1.05 }, 14],
  [{ code: 'FR', language: 'fr-FR', slowness: 1.05 }, 10],
  [{ code: 'IN', language: 'en-IN', slowness: 1.9 }, 9],
  [{ code: 'BR', language: 'pt-BR', slowness: 1.7 }, 7],
  [{ code: 'JP', language: 'ja-JP', slowness: 1.2 }, 5],
  [{ code: 'NG', language: 'en-NG', slowness: 2.3 }, 3],
]

const chrome = (platform: string, version: number, mobile = '') =>
  `Mozilla/5.0 (${platform}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 ${mobile}Safari/537.36`

type VisitorAgent = {
  userAgent: string
  slowness: number
  viewport: [number, number]
  connection: string | null
}

export const AGENTS: Weighted<VisitorAgent> = [
  [
    {
      userAgent: chrome('Linux; Android 10; K', 150, 'Mobile '),
      slowness: 1.6,
      viewport: [412, 915],
      connection: '4g',
    },
    38,
  ],
  [
    {
      userAgent: chrome('Windows NT 10.0; Win64; x64', 150),
      slowness: 1,
      viewport: [1536, 864],
      connection: '4g',
    },
    24,
  ],
  [
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
      slowness: 1.1,
      viewport: [393, 852],
      connection: null,
    },
    20,
  ],
  [
    {
      userAgent: chrome('Macintosh; Intel Mac OS X 10_15_7', 150),
      slowness: 0.8,
      viewport: [1728, 1117],
      connection: '4g',
    },
    9,
  ],
  [
    {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      slowness: 0.95,
      viewport: [1920, 1080],
      connection: null,
    },
    5,
  ],
  [
    {
      userAgent:
        'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
      slowness: 1.1,
      viewport: [820, 1180],
      connection: null,
    },
    4,
  ],
]

export const REFERRERS: Weighted<string | null> = [
  [null, 50],
  ['https://www.google.com/', 30],
  ['https://news.ycombinator.com/', 6],
  ['https://www.instagram.com/', 14],
]

const PRODUCTS = ['sencha', 'assam', 'oolong', 'lapsang', 'jasmine', 'rooibos'] as const

/** `route`: the template that the shop tells, where the path has a name in it. */
export type ShopPage = {
  path: string
  route?: string
  title: string
  lcp: number
  inp: number
  shift: number
}

/** Medians on a fast desktop close by, in ms; `shift` is the median CLS. */
export const PAGES: Record<'home' | 'list' | 'about' | 'cart' | 'checkout', ShopPage> = {
  home: { path: '/demo/', title: 'Kettle & Leaf', lcp: 1250, inp: 70, shift: 0.02 },
  list: { path: '/demo/products.html', title: 'Teas', lcp: 1500, inp: 120, shift: 0.06 },
  about: { path: '/demo/about.html', title: 'About us', lcp: 950, inp: 45, shift: 0.12 },
  cart: { path: '/demo/cart.html', title: 'Cart', lcp: 1100, inp: 150, shift: 0.01 },
  checkout: { path: '/demo/checkout.html', title: 'Checkout', lcp: 1050, inp: 130, shift: 0.01 },
}

export function productPage(i: number): ShopPage {
  return {
    path: `/demo/products/${PRODUCTS[i % PRODUCTS.length]}`,
    route: '/demo/products/:slug',
    title: 'Tea',
    lcp: 1400,
    inp: 95,
    shift: 0.03,
  }
}

/**
 * The releases of the fortnight, by the day on which they went out: 1.3.0 made handlers slow until 1.3.1; 1.4.0 made
 * pages faster, but for the checkout on phones, where it is still slow.
 */
export const RELEASES = [
  { fromDay: 0, name: 'shop@1.2.0', handlerFactor: 1, loadFactor: 1, phoneCheckoutFactor: 1 },
  { fromDay: 5, name: 'shop@1.3.0', handlerFactor: 2.1, loadFactor: 1, phoneCheckoutFactor: 1 },
  { fromDay: 8, name: 'shop@1.3.1', handlerFactor: 1, loadFactor: 1, phoneCheckoutFactor: 1 },
  { fromDay: 10, name: 'shop@1.4.0', handlerFactor: 0.95, loadFactor: 0.82, phoneCheckoutFactor: 4 },
] as const

/** Up to this width of the viewport, px, a visitor holds a phone. */
export const PHONE_WIDTH = 500

export const ERRORS: Weighted<{ type: string; message: string; frames: string[] }> = [
  [
    {
      type: 'TypeError',
      message: "Cannot read properties of undefined (reading 'price')",
      frames: [
        'total (%ORIGIN%/demo/shop.js:1:2210)',
        'HTMLButtonElement.pay (%ORIGIN%/demo/shop.js:1:4102)',
      ],
    },
    5,
  ],
  [
    {
      type: 'Error',
      message: 'Payment provider did not answer within 3000 ms',
      frames: ['pay (%ORIGIN%/demo/shop.js:1:4410)'],
    },
    3,
  ],
  [
    { type: 'RangeError', message: 'Invalid count: -1', frames: ['setCount (%ORIGIN%/demo/shop.js:1:1804)'] },
    1,
  ],
]

/** How busy an hour of the week is, 0…1: evenings and Sundays are tea time. */
export function busyness(date: Date): number {
  const hour = date.getUTCHours()
  const daily = 0.15 + 0.85 * Math.max(0, Math.sin(((hour - 5) / 18) * Math.PI))
  const weekly = [1, 0.8, 0.8, 0.82, 0.85, 0.9, 0.95][date.getUTCDay()] ?? 1
  return daily * weekly
}
