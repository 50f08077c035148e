/** Groups of errors of the made-up shop. */
import { HOSTILE, HOUR, NOW, STEPS, chance, pageOf, textOf, type Place } from './made-up.ts'

const FAILURES: [type: string | null, message: string, source: string][] = [
  ['TypeError', "Cannot read properties of undefined (reading 'items')", 'window'],
  ['ChunkLoadError', 'Loading chunk 418 failed: https://shop.example/assets/418.js', 'promise'],
  ['TypeError', 'Failed to fetch', 'promise'],
  ['RangeError', 'Maximum call stack size exceeded', 'window'],
  [null, 'Script error.', 'window'],
  ['SyntaxError', 'Unexpected token < in JSON at position 0', 'promise'],
  ['PaymentDeclined', 'The card was declined by its bank', 'custom'],
  ['ReferenceError', 'gtag is not defined', 'window'],
  ['SecurityError', "Failed to read the 'localStorage' property from 'Window': Access is denied", 'window'],
  ['AbortError', 'The user aborted a request.', 'promise'],
  ['QuotaExceededError', "Failed to execute 'setItem' on 'Storage': 'basket' exceeded the quota", 'console'],
  [null, 'Refused to load https://cdn.tracker.example/t.js: script-src', 'csp'],
]
const STATES = ['OPEN', 'OPEN', 'REGRESSED', 'OPEN', 'IGNORED', 'RESOLVED', 'OPEN']
const GROUPS = 23
const STACK = `TypeError: Cannot read properties of undefined (reading 'items')
    at renderBasket (https://shop.example/assets/basket.js:214:18)
    at updateBasket (https://shop.example/assets/basket.js:97:5)
    at async HTMLButtonElement.onAdd (https://shop.example/assets/product.js:41:9)
    at https://cdn.vendor.example/sdk.js:1:20412`

function errorGroup(index: number, place: Place) {
  const { variant, from, to } = place
  const [type, message, source] = FAILURES[index % FAILURES.length] ?? FAILURES[0] ?? [null, '', 'window']
  const text = (fallback: string) => textOf(variant, index, fallback)
  const total = variant === 'thin' ? 12 : Math.round(place.views / 3.4)
  const sessions = Math.max(1, Math.round(total * 0.031 * 0.72 ** index))
  const events = Math.round(sessions * (1 + 2 * chance(index, 'events')))
  const share = sessions / total
  const spread = 1.96 * Math.sqrt((share * (1 - share)) / total)
  const firstSeen = NOW - (index % 4 === 1 ? 2.3 : 9 + index * 3) * 24 * HOUR
  const split =
    (keys: (string | null)[]) =>
    ({ top }: { top: number }) =>
      keys.slice(0, top).map((key, place) => ({
        key: key === null ? null : text(key),
        count: Math.max(1, Math.round(events * 0.52 * 0.5 ** place)),
        sessions: Math.max(1, Math.round(sessions * 0.52 * 0.5 ** place)),
      }))
  return {
    id: `shop/error/v1-${(0x4f9a1c + index * 7919).toString(16)}`,
    fingerprint: `v1-${(0x4f9a1c + index * 7919).toString(16)}`,
    type: type === null ? null : text(type),
    message: text(index < FAILURES.length ? message : `${message} (${index})`),
    source,
    state: STATES[index % STATES.length],
    handled: source === 'custom',
    firstSeen: new Date(firstSeen).toISOString(),
    lastSeen: new Date(NOW - (1 + index) * 173_000).toISOString(),
    firstRelease: text('4.1.7'),
    lastRelease: index % 5 === 3 ? null : text('4.2.1'),
    events,
    sessions,
    visitors: Math.max(1, Math.round(sessions * 0.91)),
    shareOfSessions: {
      value: share,
      low: Math.max(0, share - spread),
      high: Math.min(1, share + spread),
      count: sessions,
      total,
    },
    over: ({ interval }: { interval: string }) => {
      const step = STEPS[interval] ?? HOUR
      const first = Math.floor(from / step) * step
      const buckets = Array.from(
        { length: Math.ceil((to - first) / step) },
        (_, place) => first + place * step,
      )
      const weigh = (at: number) => (at + step < firstSeen ? 0 : chance(index, at, 'when') ** 2)
      const all = buckets.reduce((sum, at) => sum + weigh(at), 0)
      return buckets.map((at) => ({
        start: new Date(at).toISOString(),
        end: new Date(at + step).toISOString(),
        events: all === 0 ? 0 : Math.round((events * weigh(at)) / all),
        sessions: all === 0 ? 0 : Math.round((sessions * weigh(at)) / all),
      }))
    },
    releases: split(['4.2.1', '4.2.0', null]),
    pages: split(['/products/:id', '/cart', '/checkout', '/search', '/']),
    browsers: split(['Chrome', 'Safari', 'Samsung Internet', 'Firefox']),
    latest: {
      id: 'e1',
      kind: 'ERROR',
      at: new Date(NOW - (1 + index) * 173_000).toISOString(),
      fingerprint: 'f',
      type,
      message: text(message),
      source,
      handled: false,
      stack: variant === 'hostile' ? `Error\n    at ${HOSTILE[1]} (${HOSTILE[2]})` : STACK,
      view: 'v1',
      breadcrumbs: [
        [61_000, 'view', '/products/:id'],
        [12_400, 'click', 'Add to basket'],
        [11_900, 'request', 'POST /api/basket 503'],
        [320, 'click', 'Add to basket'],
      ].map(([before, kind, words]) => ({
        at: new Date(NOW - (1 + index) * 173_000 - Number(before)).toISOString(),
        kind,
        text: text(String(words)),
      })),
    },
    reason: {
      by: 'STACK',
      message: null,
      version: 'v1',
      frames: [
        { function: text('renderBasket'), module: '/assets/basket.js' },
        { function: 'updateBasket', module: '/assets/basket.js' },
      ],
    },
  }
}

interface ErrorArguments {
  first: number
  after?: string | null
  state?: string | null
  orderBy: string
}

const RANKS: Record<string, (group: ReturnType<typeof errorGroup>) => number> = {
  SESSIONS: ({ sessions }) => sessions,
  EVENTS: ({ events }) => events,
  NEW: ({ firstSeen }) => Date.parse(firstSeen),
}

/** `Segment.errors`: 23 groups, by pages. */
export function errorsOf(place: Place, { first, after, state, orderBy }: ErrorArguments) {
  const rank = RANKS[orderBy] ?? (() => 0)
  const all = Array.from({ length: place.variant === 'empty' ? 0 : GROUPS }, (_, index) =>
    errorGroup(index, place),
  )
    .filter((group) => state === null || state === undefined || group.state === state)
    .toSorted((a, b) => rank(b) - rank(a))
  const start = Number(after ?? 0)
  return pageOf(all, start, first)
}

/** `Site.errorGroup` */
export function errorGroupOf(place: Place, id: string) {
  if (place.variant === 'empty') return null
  const found = Array.from({ length: GROUPS }, (_, index) => errorGroup(index, place))
  return found.find((group) => group.id === id || group.fingerprint === id) ?? null
}
