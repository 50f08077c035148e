/** What is left of all that was sent: sessions, views and vitals in lists, told apart the slow and plain way. */
import type { ViewContext } from '../../sdk/wire/batch.generated.ts'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { Sent } from './traffic.ts'

export type Text = string | null

/** What a view or a session is known by, under the names of the API's dimensions. */
type Traits = Record<string, Text>

export type Session = {
  id: string
  startedAt: number
  /** The earliest event of the batch that tells the traits. */
  toldAt: number
  weight: number
  bot: boolean
  traits: Traits
  entry: { at: number; page: string } | null
  exposures: { key: string; at: number; variant: string }[]
  attributes: Traits
  views: View[]
  visitor: string
  lastAt: number
  happened: Happened[]
}

/** Something that a filter can ask for: what it was, and what is known of it. */
export type Happened = { what: string; facts: Record<string, string | number | boolean>; traits: Traits }

export type View = { time: number; weight: number; bot: boolean; session: Session; traits: Traits }
export type Vital = View & { metric: VitalName; value: number; revision: number; population: string }

export type Facts = { sessions: Session[]; views: View[]; vitals: Map<VitalName, Vital[]> }

const CLOCK_TOLERANCE = 5000
const OLDEST = 7 * 86_400_000
const FURTHEST = 3_600_000

const POPULATIONS: Record<ViewContext['navigation'], string> = {
  navigate: 'HARD',
  reload: 'HARD',
  back_forward: 'HARD',
  soft: 'SOFT',
  bfcache: 'BFCACHE',
  prerender: 'PRERENDER',
  screen: 'SCREEN',
}

/** These five of one view and one revision, sent in one batch, are one report; it happened when the first of them did. */
const REPORTED_TOGETHER = new Set(['LCP', 'INP', 'CLS', 'FCP', 'TTFB'])

/** What is left of all that was sent, each batch once. */
export function learn(sent: readonly Sent[]): Facts {
  const sessions = new Map<string, Session>()
  const vitals = new Map<string, Vital>()
  const views: View[] = []
  for (const one of sent) {
    const { batch, receivedAt, agent, pages } = one
    const off = receivedAt - batch.sentAt
    const shift = Math.abs(off) > CLOCK_TOLERANCE ? off : 0
    const events = batch.events
      .map((event) => ({ event, at: event.at + shift }))
      .filter(({ at }) => at >= receivedAt - OLDEST && at <= receivedAt + FURTHEST)
    if (events.length === 0) continue
    const firstAt = Math.min(...events.map(({ at }) => at))
    const session = sessionOf(sessions, one, shift, firstAt)
    const weight = batch.session.sampled === 'error' ? 0 : 1 / (batch.session.rate ?? 1)
    const bot = agent.bot || batch.context?.webdriver === true
    const common = contextTraits(one)
    const reports = new Map<string, number>()
    session.lastAt = Math.max(session.lastAt, ...events.map(({ at }) => at))
    for (const { event, at } of events) {
      const page = 'view' in event ? (pages[event.view] ?? null) : null
      const remember = (what: string, facts: Happened['facts']) =>
        session.happened.push({ what, facts, traits: { ...common, PAGE: page } })
      if (event.t === 'action') remember('action', { kind: event.kind.toUpperCase() })
      if (event.t === 'error') remember('error', { handled: event.handled ?? false })
      if (event.t === 'custom') remember('event', { name: event.name })
      if (event.t === 'flag') session.exposures.push({ key: event.key, at, variant: event.variant })
      if (event.t !== 'view' && event.t !== 'vital') continue
      const context = batch.views?.[event.view] as ViewContext
      const population = POPULATIONS[context.navigation]
      const traits = { ...common, PAGE: page, PAGE_GROUP: groupOf(page), NAVIGATION_TYPE: population }
      const place = { weight, bot, session, traits }
      const keep = (metric: VitalName, value: number, revision: number, time: number) => {
        const key = `${session.id} ${event.view} ${metric}`
        const known = vitals.get(key)
        if (known === undefined || revision > known.revision)
          vitals.set(key, { ...place, time, metric, value, revision, population })
      }
      if (event.t === 'view') {
        const view = { ...place, time: at }
        views.push(view)
        session.views.push(view)
        remember('page', {})
        const entry = { at, page: pages[event.view] ?? '' }
        if (session.entry === null || entry.at < session.entry.at) session.entry = entry
        if (event.timing?.load !== undefined) keep('LOAD', event.timing.load, 0, at)
      } else {
        const revision = event.revision ?? 0
        const report = `${event.view} ${revision}`
        if (REPORTED_TOGETHER.has(event.name)) {
          if (!reports.has(report)) reports.set(report, at)
          keep(event.name, event.value, revision, reports.get(report) ?? at)
        } else keep(event.name, event.value, revision, at)
      }
    }
  }
  for (const { session, metric, value, traits } of vitals.values())
    session.happened.push({ what: 'vital', facts: { metric, value }, traits })
  return {
    sessions: [...sessions.values()].filter(({ weight }) => weight > 0),
    views: views.filter(({ weight }) => weight > 0),
    vitals: byMetric([...vitals.values()].filter(({ weight }) => weight > 0)),
  }
}

/** The first part of a path. */
function groupOf(page: Text): Text {
  return page === null ? null : `/${page.split('/')[1] ?? ''}`
}

function byMetric(vitals: Vital[]): Facts['vitals'] {
  const grouped: Facts['vitals'] = new Map()
  for (const vital of vitals.sort((a, b) => a.value - b.value)) {
    const values = grouped.get(vital.metric) ?? []
    values.push(vital)
    grouped.set(vital.metric, values)
  }
  return grouped
}

function sessionOf(sessions: Map<string, Session>, sent: Sent, shift: number, firstAt: number): Session {
  const { batch, agent } = sent
  const { id } = batch.session
  const startedAt = Math.min(firstAt, batch.session.startedAt + shift)
  const session: Session = sessions.get(id) ?? {
    id,
    startedAt,
    toldAt: Infinity,
    weight: batch.session.sampled === 'error' ? 0 : 1 / (batch.session.rate ?? 1),
    bot: agent.bot || batch.context?.webdriver === true,
    traits: {},
    entry: null,
    exposures: [],
    attributes: {},
    views: [],
    visitor: batch.session.visitor ?? id,
    lastAt: startedAt,
    happened: [],
  }
  sessions.set(id, session)
  session.startedAt = Math.min(session.startedAt, startedAt)
  if (firstAt < session.toldAt) {
    session.toldAt = firstAt
    session.traits = { ...contextTraits(sent), ...sourceTraits(sent), BROWSER_VERSION: agent.version }
    session.traits['CONNECTION'] = batch.context?.connection ?? null
    session.traits['LANGUAGE'] = batch.context?.language ?? null
  }
  for (const [key, variant] of Object.entries(batch.context?.flags ?? {}))
    session.exposures.push({ key, at: firstAt, variant })
  for (const [key, value] of Object.entries({ ...batch.context?.user, ...batch.context?.attributes }))
    session.attributes[key] = value === null ? null : String(value)
  return session
}

function contextTraits({ batch, agent, country }: Sent): Traits {
  const { device, browser, os } = agent
  return {
    COUNTRY: country,
    DEVICE: device,
    BROWSER: browser,
    OS: os,
    RELEASE: batch.context?.release ?? null,
    ENVIRONMENT: batch.context?.environment ?? null,
  }
}

/** Where the session came from, as the first of the batch's views that is no soft navigation tells it. */
function sourceTraits({ batch }: Sent): Traits {
  const [opening] = Object.values(batch.views ?? {})
    .filter(({ navigation }) => navigation !== 'soft')
    .sort((a, b) => a.startedAt - b.startedAt)
  const url = opening === undefined ? null : new URL(opening.url)
  const referrer = opening?.referrer === undefined ? null : new URL(opening.referrer).hostname
  return {
    REFERRER: referrer === url?.hostname ? null : referrer,
    UTM_SOURCE: url?.searchParams.get('utm_source') ?? null,
    UTM_MEDIUM: url?.searchParams.get('utm_medium') ?? null,
    UTM_CAMPAIGN: url?.searchParams.get('utm_campaign') ?? null,
    REGION: null,
    CITY: null,
  }
}
