/**
 * Fourteen days of believable visits to the demo shop, as the batches that its visitors would have sent. Seeded, so that
 * every installation shows the same story: a release that made clicks slow and one that put it right, one that made the
 * checkout slow on phones and is still out, slow countries, shifting pages, an error now and then.
 */
import type { Batch, WireEvent } from '../../sdk/wire/batch.generated.ts'
import { type Random, createRandom } from './random.ts'
import {
  AGENTS,
  COUNTRIES,
  ERRORS,
  PAGES,
  PHONE_WIDTH,
  REFERRERS,
  RELEASES,
  type ShopPage,
  busyness,
  productPage,
} from './shop-world.ts'

/** A batch with the circumstances in which it would have arrived. */
export type Visit = { batch: Batch; receivedAt: number; userAgent: string; country: string }

export const HISTORY_DAYS = 14
const DAY_MS = 86_400_000
const SESSIONS_PER_DAY = 380

export type HistoryOptions = {
  key: string
  origin: string
  now: number
  seed?: number
  days?: number
  sessionsPerDay?: number
}

/** The visits in the order of their time; the last ones end shortly before `now`. */
export function* demoHistory({
  key,
  origin,
  now,
  seed = 42,
  days = HISTORY_DAYS,
  sessionsPerDay = SESSIONS_PER_DAY,
}: HistoryOptions): Generator<Visit> {
  const random = createRandom(seed)
  const start = now - days * DAY_MS
  const step = DAY_MS / (sessionsPerDay * 2)
  const people: Person[] = []
  // Twice as many moments as sessions; each becomes one as likely as its hour is busy.
  for (let at = start; at < now - 600_000; at += step) {
    if (!random.chance(busyness(new Date(at)))) continue
    const day = Math.floor((at - start) / DAY_MS)
    const person = whoComes(random, people, at)
    yield visit({ random, key, origin, day, at: at + random.next() * step, latest: now, person })
  }
}

/** Who comes again keeps their browser, their country and what flags decided about them. */
type Person = {
  id: string
  country: (typeof COUNTRIES)[number][0]
  agent: (typeof AGENTS)[number][0]
  variant: 'on' | 'off'
}

const COMES_AGAIN = 0.24
/** Of those who came last: most who come again do so within days. */
const REMEMBERED = 900

function whoComes(random: Random, people: Person[], at: number): Person {
  const known = people[people.length - 1 - random.integer(0, REMEMBERED)]
  if (known !== undefined && random.chance(COMES_AGAIN)) return known
  const person: Person = {
    id: random.uuid(at),
    country: random.pick(COUNTRIES),
    agent: random.pick(AGENTS),
    variant: random.chance(0.5) ? 'on' : 'off',
  }
  people.push(person)
  return person
}

type VisitOptions = {
  random: Random
  key: string
  origin: string
  day: number
  at: number
  latest: number
  person: Person
}

function visit({ random, key, origin, day, at, latest, person }: VisitOptions): Visit {
  const { country, agent, variant } = person
  const release = RELEASES.findLast(({ fromDay }) => fromDay <= day) ?? RELEASES[0]
  const visitor = createVisitor({
    random,
    origin,
    startedAt: Math.round(at),
    slowness: country.slowness * agent.slowness,
    release,
    onPhone: agent.viewport[0] <= PHONE_WIDTH,
    variant,
  })
  const referrer = random.pick(REFERRERS)
  const utm =
    referrer?.includes('instagram') === true
      ? '?utm_source=instagram&utm_medium=social&utm_campaign=autumn-teas'
      : ''
  for (const step of journey(random)) visitor.see(step, referrer, utm)
  const sentAt = Math.min(visitor.leave(), latest)
  return {
    batch: {
      v: 1,
      key,
      id: random.uuid(sentAt),
      sentAt,
      sdk: 'browser/1.0.0',
      session: {
        id: random.uuid(at),
        startedAt: Math.round(at),
        visitor: person.id,
        sampled: 'rate',
        rate: 1,
      },
      context: {
        release: release.name,
        environment: 'production',
        language: country.language,
        viewport: [...agent.viewport],
        ...(agent.connection === null ? {} : { connection: agent.connection }),
        flags: { 'new-checkout': variant },
      },
      views: visitor.views,
      events: visitor.events.filter((event) => event.at <= latest),
    },
    receivedAt: sentAt + 40,
    userAgent: agent.userAgent,
    country: country.code,
  }
}

type Step = { page: ShopPage; navigation: 'navigate' | 'soft' | 'back_forward'; buys: boolean }

/** A way through the shop: a third leaves after one page, a few buy. */
function journey(random: Random): Step[] {
  const first = random.pick([
    [PAGES.home, 60],
    [PAGES.list, 25],
    [PAGES.about, 15],
  ])
  const steps: Step[] = [{ page: first, navigation: 'navigate', buys: false }]
  if (random.chance(0.34)) return steps
  if (first !== PAGES.list) steps.push({ page: PAGES.list, navigation: 'navigate', buys: false })
  for (let i = random.integer(1, 3); i > 0; i--)
    steps.push({ page: productPage(random.integer(0, 5)), navigation: 'soft', buys: false })
  if (random.chance(0.15)) steps.push({ page: PAGES.home, navigation: 'back_forward', buys: false })
  if (!random.chance(0.3)) return steps
  steps.push({ page: PAGES.cart, navigation: 'navigate', buys: false })
  if (random.chance(0.7))
    steps.push({ page: PAGES.checkout, navigation: 'navigate', buys: random.chance(0.8) })
  return steps
}

type VisitorOptions = {
  random: Random
  origin: string
  startedAt: number
  slowness: number
  onPhone: boolean
  release: (typeof RELEASES)[number]
  variant: string
}

/** Keeps the clock of a visit and writes down what it would have sent. */
function createVisitor({ random, origin, startedAt, slowness, onPhone, release, variant }: VisitorOptions) {
  const views: NonNullable<Batch['views']> = {}
  const events: WireEvent[] = []
  let clock = startedAt

  const see = ({ page, navigation, buys }: Step, referrer: string | null, utm: string): void => {
    const view = random.uuid(clock)
    const hard = navigation !== 'soft'
    let seq = 0
    const note = (event: Record<string, unknown>, at: number) => {
      events.push({ ...event, at: Math.round(at), view, seq: seq++ } as unknown as WireEvent)
    }
    const first = events.length === 0
    const url = `${origin}${page.path}${first ? utm : ''}`
    views[view] = {
      url,
      title: page.title,
      navigation,
      startedAt: Math.round(clock),
      ...(page.route === undefined ? {} : { page: page.route }),
      ...(first && referrer !== null ? { referrer } : {}),
    }
    const ttfb = random.logNormal(180 * slowness, 0.5)
    const loadFactor =
      release.loadFactor * (onPhone && page === PAGES.checkout ? release.phoneCheckoutFactor : 1)
    const lcp = ttfb + random.logNormal((page.lcp - 180) * slowness * loadFactor, 0.45)
    const fcp = ttfb + (lcp - ttfb) * (0.35 + 0.4 * random.next())
    const load = lcp + random.logNormal(400, 0.6)
    note(
      hard
        ? {
            t: 'view',
            timing: { dns: 4, tcp: 12, tls: 20, request: ttfb, response: 15, domInteractive: fcp, load },
          }
        : { t: 'view' },
      clock,
    )
    if (hard) vitals(note, page, { ttfb, fcp, lcp })
    else note({ t: 'vital', name: 'ROUTE', value: random.logNormal(160 * slowness, 0.5) }, clock + 400)
    interact(note, page, buys)
    clock += 4000 + random.logNormal(14_000, 0.8)
  }

  const vitals = (
    note: Note,
    page: ShopPage,
    { ttfb, fcp, lcp }: { ttfb: number; fcp: number; lcp: number },
  ): void => {
    note({ t: 'vital', name: 'TTFB', value: ttfb }, clock + ttfb)
    note({ t: 'vital', name: 'FCP', value: fcp }, clock + fcp)
    const phases = {
      ttfb,
      loadDelay: (lcp - ttfb) * 0.2,
      load: (lcp - ttfb) * 0.5,
      renderDelay: (lcp - ttfb) * 0.3,
    }
    note(
      {
        t: 'vital',
        name: 'LCP',
        value: lcp,
        attribution: { element: 'main>img.hero', url: `${origin}/demo/hero.svg`, phases },
      },
      clock + lcp,
    )
    const shift = random.chance(0.4) ? 0 : random.logNormal(page.shift, 0.9)
    note(
      {
        t: 'vital',
        name: 'CLS',
        value: shift,
        ...(shift > 0 ? { attribution: { element: 'main>img.tea' } } : {}),
      },
      clock + lcp + 500,
    )
  }

  const interact = (note: Note, page: ShopPage, buys: boolean): void => {
    if (!random.chance(0.72)) return
    const at = clock + 3000 + random.next() * 3000
    const inp = random.logNormal(page.inp * Math.sqrt(slowness) * release.handlerFactor, 0.6)
    note({ t: 'action', kind: 'click', target: 'button.sort', name: 'Sort by aroma' }, at)
    note(
      { t: 'vital', name: 'INP', value: inp, attribution: { element: 'button.sort', event: 'click' } },
      at + inp,
    )
    if (inp > 200)
      note({ t: 'longtask', duration: inp, blocking: inp - 50, script: `${origin}/demo/shop.js` }, at)
    if (random.chance(0.5)) {
      const failed = random.chance(0.02)
      const duration = random.logNormal(220 * slowness, 0.5)
      const answer = { status: failed ? 503 : 200, ...(failed ? { failed: 'status' } : {}) }
      note(
        {
          t: 'request',
          method: 'GET',
          url: `${origin}/demo/api/stock/${random.integer(1, 60)}`,
          duration,
          size: 420,
          ...answer,
        },
        at + 100,
      )
    }
    if (random.chance(page === PAGES.checkout ? 0.08 : 0.015)) fail(note, at + 900)
    if (page === PAGES.checkout) note({ t: 'flag', key: 'new-checkout', variant }, at + 950)
    if (buys)
      note(
        {
          t: 'custom',
          name: 'checkout_completed',
          value: random.integer(9, 80),
          attributes: { currency: 'EUR' },
        },
        at + 2500,
      )
  }

  const fail = (note: Note, at: number): void => {
    const { type, message, frames } = random.pick(ERRORS)
    const stack = [
      `${type}: ${message}`,
      ...frames.map((frame) => `    at ${frame.replace('%ORIGIN%', origin)}`),
    ].join('\n')
    note({ t: 'error', type, message, stack, handled: false, source: 'window' }, at)
  }

  return { views, events, see, leave: () => Math.round(clock) }
}

type Note = (event: Record<string, unknown>, at: number) => void
