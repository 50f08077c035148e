/**
 * Believable and nasty traffic from a seed: sessions over four days around the end of summer time in Berlin, cut into
 * batches as an SDK would, with clocks that are wrong, vitals that are revised and batches that arrive in any order.
 */
import type { Batch, ViewContext, WireEvent } from '../../sdk/wire/batch.generated.ts'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { KEY } from '../batches.ts'
import type { Random } from './random.ts'

/** What the user agent of a session is known to be. */
export type KnownAgent = {
  userAgent: string
  device: string
  browser: string | null
  version: string | null
  os: string | null
  bot: boolean
}

/** A batch, how it was received, and what is known of it that the collector has to find out. */
export type Sent = {
  batch: Batch
  receivedAt: number
  country: string | null
  agent: KnownAgent
  /** The page of each view. */
  pages: Record<string, string>
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const AGENTS: (readonly [KnownAgent, number])[] = [
  [
    {
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
      device: 'DESKTOP',
      browser: 'Chrome',
      version: '150',
      os: 'Windows',
      bot: false,
    },
    5,
  ],
  [
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      device: 'MOBILE',
      browser: 'Safari',
      version: '18',
      os: 'iOS',
      bot: false,
    },
    4,
  ],
  [
    {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      device: 'DESKTOP',
      browser: 'Firefox',
      version: '140',
      os: 'Linux',
      bot: false,
    },
    2,
  ],
  [
    {
      userAgent:
        'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      device: 'TABLET',
      browser: 'Safari',
      version: '17',
      os: 'iOS',
      bot: false,
    },
    1,
  ],
  [
    {
      userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      device: 'DESKTOP',
      browser: null,
      version: null,
      os: null,
      bot: true,
    },
    1,
  ],
]

const SHOP = 'https://shop.example'
const PAGES = [
  { url: `${SHOP}/`, page: '/' },
  { url: `${SHOP}/p/42?color=red#top`, page: '/p/:id' },
  { url: `${SHOP}/p/0193c6a1-7d5e-7aaa-8bbb-0123456789ab`, page: '/p/:id' },
  { url: `${SHOP}/cart/`, page: '/cart' },
  { url: `${SHOP}/orders/2026-10-25`, page: '/orders/:id' },
  { url: `${SHOP}/hilfe/größen`, page: '/hilfe/größen' },
  { url: `${SHOP}/checkout/step-2`, route: '/checkout/:step', page: '/checkout/:step' },
  { url: `${SHOP}/search?q=tea`, route: '/it\'s "100 %" \\ tea', page: '/it\'s "100 %" \\ tea' },
] as const

const REFERRERS = ['https://www.google.com/search?q=tea', 'https://news.example/a', `${SHOP}/`, undefined]
const CAMPAIGNS = [
  '',
  '',
  '?utm_source=mail&utm_medium=email&utm_campaign=autumn',
  '?utm_source=ads&utm_medium=cpc',
]
const RELEASES = ['web@4.1.0', 'web@4.2.0', 'web@4.2.1', undefined]
const ENVIRONMENTS: (readonly [string | undefined, number])[] = [
  ['production', 6],
  [undefined, 3],
  ['staging', 1],
]
const COUNTRIES = ['DE', 'DE', 'US', 'IN', 'FR', null]
const SAMPLING: (readonly [{ sampled?: 'rate' | 'error'; rate?: number }, number])[] = [
  [{}, 4],
  [{ sampled: 'rate', rate: 0.5 }, 3],
  [{ sampled: 'rate', rate: 0.25 }, 3],
  [{ sampled: 'error', rate: 0.25 }, 1],
]

type Navigation = ViewContext['navigation']
const FIRST_NAVIGATIONS: (readonly [Navigation, number])[] = [
  ['navigate', 8],
  ['prerender', 1],
  ['back_forward', 1],
]
const LATER_NAVIGATIONS: (readonly [Navigation, number])[] = [
  ['navigate', 5],
  ['soft', 5],
  ['reload', 1],
  ['bfcache', 1],
  ['back_forward', 1],
]

/** Medians by metric; the values at which ratings change are sent as they are now and then. */
const VALUES: Record<string, { median: number; sigma: number; digits: number; edges: number[] }> = {
  LCP: { median: 2300, sigma: 0.6, digits: 1, edges: [2500, 4000] },
  INP: { median: 150, sigma: 0.9, digits: 0, edges: [0, 200, 500] },
  CLS: { median: 0.06, sigma: 1.2, digits: 4, edges: [0, 0.1, 0.25] },
  FCP: { median: 1500, sigma: 0.5, digits: 1, edges: [1800, 3000] },
  TTFB: { median: 600, sigma: 0.7, digits: 1, edges: [800, 1800] },
  FID: { median: 20, sigma: 1.2, digits: 1, edges: [100, 300] },
  TBT: { median: 150, sigma: 1, digits: 0, edges: [0, 200, 600] },
  LOAD: { median: 2800, sigma: 0.6, digits: 0, edges: [] },
  ROUTE: { median: 350, sigma: 0.7, digits: 1, edges: [] },
}

const HARD_VITALS = ['LCP', 'FCP', 'TTFB', 'CLS', 'INP', 'TBT', 'FID'] as const
const SOFT_VITALS = ['ROUTE', 'CLS', 'INP', 'LCP'] as const
const RESTORED_VITALS = ['LCP', 'CLS', 'INP'] as const
const REVISED = new Set<string>(['LCP', 'CLS', 'INP'])

export function createTraffic(random: Random, options: { now: number; sessions: number }): Sent[] {
  return Array.from({ length: options.sessions }, () => aSession(random, options.now)).flat()
}

type Item = { at: number; view: string | undefined; event: (at: number) => WireEvent }

function aSession(random: Random, now: number): Sent[] {
  const session = random.uuid()
  const startedAt = startOf(random, now)
  const { items, views, pages } = aJourney(random, startedAt, Math.min(now - 30_000, startedAt + 4 * HOUR))
  const agent = random.weighted(AGENTS)
  const country = random.pick(COUNTRIES)
  const sampling = random.weighted(SAMPLING)
  const environment = random.weighted(ENVIRONMENTS)
  const visitor = random.chance(0.6) ? random.uuid() : null
  const webdriver = random.chance(0.02)
  // A clock that is wrong by seconds, hours or days, for all of the session.
  const skew = random.chance(0.1) ? random.int(-3 * DAY, 3 * DAY) : random.int(-300, 300)
  const flags = random.chance(0.3) ? { theme: random.pick(['dark', 'light']) } : undefined
  const plan = random.pick(['free', 'pro', 'team'])
  let release = random.pick(RELEASES)

  return cut(random, items).map((part) => {
    if (random.chance(0.03)) release = random.pick(RELEASES)
    const latency = random.chance(0.02) ? random.int(5500, 20_000) : random.int(20, 1500)
    const sentAt = (part.at(-1)?.at ?? startedAt) + random.int(0, 400)
    const used = new Set(part.map(({ view }) => view).filter((view) => view !== undefined))
    const context = {
      language: 'de-DE',
      connection: random.pick(['4g', '4g', '3g']),
      ...(release === undefined ? {} : { release }),
      ...(environment === undefined ? {} : { environment }),
      ...(webdriver ? { webdriver } : {}),
      ...(flags === undefined ? {} : { flags }),
      user: { plan },
      attributes: { tenant: 'acme' },
    }
    const batch: Batch = {
      v: 1,
      key: KEY,
      id: random.uuid(),
      sentAt: sentAt + skew,
      sdk: 'browser/1.0.0',
      session: { id: session, startedAt: startedAt + skew, visitor, ...sampling },
      context,
      views: Object.fromEntries([...used].map((id) => [id, shifted(views.get(id) as ViewContext, skew)])),
      events: part.map(({ at, event }) => event(at + skew)),
    }
    if (random.chance(0.01)) batch.events.push(anEventOutOfTime(random, batch))
    return { batch, receivedAt: sentAt + latency, country, agent, pages }
  })
}

/** Anywhere in four days, and often where buckets meet. */
function startOf(random: Random, now: number): number {
  const anywhere = now - random.int(10 * MINUTE, 4 * DAY)
  if (random.chance(0.1)) return Math.floor(anywhere / HOUR) * HOUR
  if (random.chance(0.05)) return Math.floor(anywhere / DAY) * DAY - random.int(0, 3) * 1000
  if (random.chance(0.05)) return Date.UTC(2026, 9, 24, 21, random.int(0, 300))
  return anywhere
}

function aJourney(random: Random, startedAt: number, until: number) {
  const items: Item[] = []
  const views = new Map<string, ViewContext>()
  const pages: Record<string, string> = {}
  let clock = startedAt
  const count = random.weighted([
    [0, 1],
    [1, 6],
    [2, 5],
    [4, 4],
    [9, 2],
  ])
  if (count === 0 || random.chance(0.1)) items.push(aConsent(random, clock))
  for (let i = 0; i < count && clock < until; i++) {
    const id = random.uuid()
    const target = random.pick(PAGES)
    const navigation = random.weighted(i === 0 ? FIRST_NAVIGATIONS : LATER_NAVIGATIONS)
    const referrer = i === 0 ? random.pick(REFERRERS) : `${SHOP}/`
    const url = i === 0 && target.url === `${SHOP}/` ? `${target.url}${random.pick(CAMPAIGNS)}` : target.url
    views.set(id, {
      url,
      navigation,
      startedAt: clock,
      ...('route' in target ? { page: target.route } : {}),
      ...(referrer === undefined ? {} : { referrer }),
    })
    pages[id] = target.page
    items.push(...aViewsEvents(random, id, navigation, clock))
    clock += random.chance(0.03) ? random.int(HOUR / 2, 2 * HOUR) : random.int(3000, 10 * MINUTE)
  }
  const inTime = items.filter(({ at }) => at < until || at === startedAt).sort((a, b) => a.at - b.at)
  // One thing at a time: which of two batches that begin in one instant tells a session's context is not defined.
  let last = -Infinity
  for (const item of inTime) last = item.at = Math.max(item.at, last + 1)
  return { items: inTime, views, pages }
}

function aViewsEvents(random: Random, view: string, navigation: Navigation, startedAt: number): Item[] {
  let seq = 0
  const items: Item[] = []
  const add = (at: number, event: (seq: number, at: number) => WireEvent) => {
    const place = seq++
    items.push({ at: Math.round(at), view, event: (sentAt) => event(place, sentAt) })
  }
  const isHard = ['navigate', 'reload', 'back_forward', 'prerender'].includes(navigation)
  const load = isHard && random.chance(0.9) ? aValue(random, 'LOAD') : undefined
  add(startedAt, (seq, at) => ({
    t: 'view',
    at,
    view,
    seq,
    ...(load === undefined ? {} : { timing: { load } }),
  }))
  const names = isHard ? HARD_VITALS : navigation === 'soft' ? SOFT_VITALS : RESTORED_VITALS
  for (const name of names) {
    if (random.chance(name === 'FID' ? 0.8 : 0.15)) continue
    let at = startedAt + random.int(1, 8000)
    const reports = REVISED.has(name) && random.chance(0.35) ? random.int(2, 3) : 1
    for (let revision = 0; revision < reports; revision++) {
      const value = aValue(random, name)
      add(at, (seq, sentAt) => ({
        t: 'vital',
        at: sentAt,
        view,
        seq,
        name,
        value,
        ...(revision > 0 ? { revision } : {}),
      }))
      at += random.int(1, 20 * MINUTE)
    }
  }
  const later = () => startedAt + random.int(10, 60_000)
  if (random.chance(0.4))
    add(later(), (seq, at) => ({ t: 'action', at, view, seq, kind: 'click', target: '#buy' }))
  if (random.chance(0.06))
    add(later(), (seq, at) => ({ t: 'action', at, view, seq, kind: 'rage_click', target: '#buy', value: 4 }))
  if (random.chance(0.1)) add(later(), (seq, at) => ({ t: 'custom', at, view, seq, name: 'paid' }))
  if (random.chance(0.1)) {
    const handled = random.chance(0.5)
    add(later(), (seq, at) => ({
      t: 'error',
      at,
      view,
      seq,
      message: 'x is undefined',
      source: 'window',
      handled,
    }))
  }
  for (const variant of random.weighted([
    [[], 6],
    [['on'], 2],
    [['off'], 2],
    [['on', 'off'], 1],
  ] as [string[], number][])) {
    add(later(), (seq, at) => ({ t: 'flag', at, view, seq, key: 'new-checkout', variant }))
  }
  return items
}

function aConsent(random: Random, at: number): Item {
  const state = random.pick(['granted', 'denied'] as const)
  return { at, view: undefined, event: (sentAt) => ({ t: 'consent', at: sentAt, seq: 0, state }) }
}

function aValue(random: Random, name: VitalName): number {
  const known = VALUES[name]
  if (known === undefined) throw new Error(`no values are known for ${name}`)
  const { median, sigma, digits, edges } = known
  if (edges.length > 0 && random.chance(0.06)) return random.pick(edges)
  return Number(random.logNormal(median, sigma).toFixed(digits))
}

/** The timeline in pieces: the SDK flushes when it likes. */
function cut(random: Random, items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (let i = 0; i < items.length;) {
    const length = random.weighted([
      [1, 1],
      [4, 3],
      [9, 3],
      [30, 2],
    ])
    parts.push(items.slice(i, i + length))
    i += length
  }
  return parts
}

function shifted(view: ViewContext, skew: number): ViewContext {
  return { ...view, startedAt: view.startedAt + skew }
}

/** Nine days ago, or three hours ahead: refused, and nothing else with it. */
function anEventOutOfTime(random: Random, { sentAt }: Batch): WireEvent {
  const at = random.chance(0.5) ? sentAt - 9 * DAY : sentAt + 3 * HOUR
  return { t: 'consent', at, seq: 999, state: 'granted' }
}
