/** Sessions in which every kind of thing happens, from a seed, as batches and as plain facts to count by hand. */
import type { Batch, WireEvent } from '../sdk/wire/batch.generated.ts'
import { aBatch, aView } from './batches.ts'
import type { Random } from './oracle/random.ts'
import type { Pipeline } from './pipeline.ts'

/** Something that happened, with what it is counted under. */
export type Fact<T extends WireEvent['t'] = WireEvent['t']> = Extract<WireEvent, { t: T }> & {
  session: string
  visitor: string
  page: string
  release: string | null
  /** For how many it stands; 0 in a session that was kept only for an error. */
  weight: number
  bot: boolean
}

export type BusySession = { batch: Batch; facts: Fact[]; userAgent: string | undefined; startedAt: number }

const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
/** What visitors and their pages may send as text; none of it is more than text. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  `'; DROP TABLE rum.events; --"`,
  'tab\tbell\u0007 \u202Eright to left',
  '{"a":["%s $1 :id"]}',
]
const SAMPLING = [
  [{}, 1],
  [{ sampled: 'rate', rate: 0.25 }, 4],
  [{ sampled: 'error', rate: 0.25 }, 0],
] as const

/** A session that began up to 30 hours before `now`, all of it before `now`. */
export function aBusySession(random: Random, now: number): BusySession {
  const [session, visitor] = [random.uuid(), random.uuid()]
  const startedAt = now - random.int(15 * 60_000, 30 * 3_600_000)
  const release = random.pick(['web@1', 'web@2', null])
  const [sampling, weight] = random.pick(SAMPLING)
  const bot = random.chance(0.1)
  const views = Array.from({ length: random.int(1, 3) }, () => ({
    id: random.uuid(),
    page: random.pick(['/', '/cart', '/p/:id']),
  }))
  const events: WireEvent[] = []
  const facts: Fact[] = []
  for (const { id: view, page } of views) {
    const at = startedAt + random.int(0, 5 * 60_000)
    const happened = [{ t: 'view', timing: { load: 900 } }, ...somethings(random)] as Partial<WireEvent>[]
    happened.forEach((one, seq) => {
      const event = { ...one, at: at + seq * random.int(1, 900), view, seq } as WireEvent
      events.push(event)
      facts.push({ ...event, session, visitor, page, release, weight: event.t === 'error' ? 1 : weight, bot })
    })
  }
  const batch = aBatch({
    id: random.uuid(),
    sentAt: now - 1000,
    session: { id: session, startedAt, visitor, ...sampling },
    context: release === null ? {} : { release },
    views: Object.fromEntries(views.map(({ id, page }) => [id, aView({ startedAt, page })])),
    events,
  })
  return { batch, facts, startedAt, userAgent: bot ? BOT : undefined }
}

function somethings(random: Random): object[] {
  const many = (most: number, one: () => object) => Array.from({ length: random.int(0, most) }, one)
  return random.shuffle([
    ...many(6, () => aRequest(random)),
    ...many(6, () => aResource(random)),
    ...many(3, () => aLongTask(random)),
    ...many(5, () => anAction(random)),
    ...many(3, () => aCustomEvent(random)),
    ...many(2, () => ({
      t: 'txn',
      name: random.pick(['checkout', 'search', HOSTILE[0]]),
      outcome: random.pick(['success', 'failure', 'abandoned']),
      duration: random.int(1, 9000),
    })),
    ...many(2, () => ({
      t: 'error',
      type: 'Error',
      message: random.pick(['no price', 'no stock', ...HOSTILE]),
      source: 'window',
      handled: random.chance(0.5),
    })),
  ])
}

function aRequest(random: Random): object {
  const failed = random.weighted([
    [undefined, 6],
    ['status', 2],
    ['timeout', 1],
    ['abort', 1],
    ['network', 1],
  ] as const)
  const isAnswered = failed === undefined || failed === 'status'
  return {
    t: 'request',
    method: random.pick(['GET', 'post']),
    url: random.pick([
      'https://api.example/orders/17',
      'https://api.example/orders/18',
      '/search?q=a',
      '/pay',
    ]),
    duration: Math.round(random.logNormal(200, 0.8)),
    ...(isAnswered
      ? { status: failed === 'status' ? random.pick([404, 503]) : random.pick([200, 204, 301]) }
      : {}),
    ...(failed === undefined ? {} : { failed }),
    ...(random.chance(0.5) ? { size: random.int(0, 9000) } : {}),
    ...(random.chance(0.5)
      ? { timing: { dns: 0, request: random.int(1, 300), response: random.int(0, 50) } }
      : {}),
  }
}

function aResource(random: Random): object {
  const host = random.pick(['shop.example', 'cdn.example', 'ads.example'])
  return {
    t: 'resource',
    url: `https://${host}/${random.pick(['a.js', 'b.css', 'c.png'])}`,
    initiator: random.pick(['script', 'link', undefined]),
    duration: random.int(1, 800),
    ...(random.chance(0.8) ? { size: random.int(0, 90_000) } : {}),
    blocking: random.chance(0.3),
    thirdParty: host === 'ads.example',
    ...(random.chance(0.1) ? { failed: true } : {}),
  }
}

function aLongTask(random: Random): object {
  const duration = random.int(51, 600)
  const script = random.pick(['https://ads.example/a.js', 'https://SHOP.example/a.js?v=1', undefined])
  return {
    t: 'longtask',
    duration,
    blocking: duration - 50,
    ...(script === undefined ? {} : { script, thirdParty: script.includes('ads') }),
  }
}

function anAction(random: Random): object {
  const kind = random.pick([
    'click',
    'rage_click',
    'dead_click',
    'error_click',
    'submit',
    'form_abandon',
    'scroll',
  ])
  if (kind === 'scroll') return { t: 'action', kind, value: 0.5 }
  return {
    t: 'action',
    kind,
    target: random.pick(['button#pay', 'a.more', ...HOSTILE, undefined]),
    name: 'Pay',
  }
}

function aCustomEvent(random: Random): object {
  return {
    t: 'custom',
    name: random.pick(['paid', 'shared', HOSTILE[1]]),
    ...(random.chance(0.7) ? { value: random.int(1, 900) / 10 } : {}),
    attributes: {
      ...(random.chance(0.8) ? { currency: random.pick(['EUR', 'USD', HOSTILE[2]]) } : {}),
      ...(random.chance(0.5) ? { gift: random.chance(0.5), pieces: random.int(1, 3) } : {}),
      ...(random.chance(0.2) ? { coupon: null } : {}),
    },
  }
}

/** Stores all of them as one job. */
export async function storeSessions(pipeline: Pipeline, sessions: readonly BusySession[]): Promise<void> {
  const prepared = await Promise.all(
    sessions.map(({ batch, userAgent }) =>
      pipeline.prepare(batch, userAgent === undefined ? {} : { userAgent }),
    ),
  )
  await pipeline.store(prepared.flat())
}

/** Of the sessions' facts, those of one type. */
export function factsOf<T extends WireEvent['t']>(sessions: readonly BusySession[], type: T): Fact<T>[] {
  return sessions.flatMap(({ facts }) => facts).filter((fact): fact is Fact<T> => fact.t === type)
}

/** Σ weight. */
export function weigh(facts: readonly { weight: number }[]): number {
  return facts.reduce((sum, { weight }) => sum + weight, 0)
}

/** The same of distinct sessions, visitors or views. */
export function weighDistinct<F extends { weight: number }>(
  facts: readonly F[],
  idOf: (fact: F) => string,
): number {
  return weigh([...new Map(facts.map((fact) => [idOf(fact), fact])).values()])
}

/** The lower nearest rank among (Σw)² / Σw² values that each stand for an equal share of the weight. */
export function percentileOf(
  values: readonly { value: number; weight: number }[],
  percent: number,
): number | null {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  const total = weigh(sorted)
  const squares = sorted.reduce((sum, { weight }) => sum + weight * weight, 0)
  const ranksBefore = Math.floor((percent * (total * total - squares)) / (100 * squares))
  let seen = 0
  for (const { value, weight } of sorted) {
    seen += weight
    if (seen * total > ranksBefore * squares) return value
  }
  return null
}
