/**
 * What the answers must be, worked out the slow and plain way from the definitions: lists in memory, exact values, no
 * sketches, no rollups, no SQL. Shares nothing with what it judges but the wire's types and thresholds.
 */
import type { ViewContext } from '../../sdk/wire/batch.generated.ts'
import { type VitalName, rateVital } from '../../sdk/wire/vitals.ts'
import type { Sent } from './traffic.ts'

type Text = string | null

/** What a view or a session is known by, under the names of the API's dimensions. */
type Traits = Record<string, Text>

type Session = {
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
type Happened = { what: string; facts: Record<string, string | number | boolean>; traits: Traits }

type View = { time: number; weight: number; bot: boolean; session: Session; traits: Traits }
type Vital = View & { metric: VitalName; value: number; revision: number; population: string }

export type Facts = { sessions: Session[]; views: View[]; vitals: Map<VitalName, Vital[]> }

/** A filter as the API takes it. */
export type Filter = { [field: string]: unknown }

/** A part of the data: what is left after a filter, splits and buckets. */
export type Part = {
  from: number
  to: number
  /** Whether the filter or a split is about how views came about, or about anything that only views know. */
  byNavigation: boolean
  byView: boolean
  conditions: Condition[]
  sessions: Session[]
  /** Those that began at other times too. */
  everySession: Session[]
  views: View[]
  /** Sorted by value. Only those of the metrics that are asked about. */
  vitals: Map<VitalName, Vital[]>
}

type Condition = (read: Reader) => boolean
type Reader = { session: Session; value: (field: string) => Text }

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

export function whole(
  facts: Facts,
  question: { from: number; to: number; where: Filter; includeBots: boolean; metrics: readonly VitalName[] },
): Part {
  const { from, to, where, includeBots, metrics } = question
  const isAsked = ({ bot }: { bot: boolean }) => includeBots || !bot
  const asked = {
    from: -Infinity,
    to: Infinity,
    byNavigation: false,
    byView: false,
    conditions: [],
    sessions: facts.sessions.filter(isAsked),
    everySession: facts.sessions.filter(isAsked),
    views: facts.views.filter(isAsked),
    vitals: new Map(metrics.map((metric) => [metric, (facts.vitals.get(metric) ?? []).filter(isAsked)])),
  }
  return narrowed(inTime(asked, from, to), (read) => holds(where, read), mentioned(where))
}

/** The part in which a condition on these fields holds as well. */
export function narrowed(part: Part, condition: Condition, fields: readonly string[]): Part {
  const byNavigation = part.byNavigation || fields.includes('NAVIGATION_TYPE')
  return {
    ...part,
    conditions: [...part.conditions, condition],
    byNavigation,
    byView: part.byView || byNavigation || fields.includes('PAGE') || fields.includes('PAGE_GROUP'),
    ...filtered(part, (view) => condition(readView(view))),
  }
}

function inTime(part: Part, from: number, to: number): Part {
  return {
    ...part,
    from,
    to,
    sessions: part.sessions.filter(({ startedAt }) => startedAt >= from && startedAt < to),
    ...filtered(part, ({ time }) => time >= from && time < to),
  }
}

/** The part in each bucket of a series: one look at everything, not one for each bucket. */
export function inBuckets(part: Part, edges: readonly number[]): Part[] {
  const buckets = edges.slice(0, -1).map((from, i): Part => {
    const vitals = new Map([...part.vitals.keys()].map((metric) => [metric, [] as Vital[]]))
    return { ...part, from, to: edges[i + 1] ?? from, sessions: [], views: [], vitals }
  })
  const bucketAt = (time: number) => buckets[edges.findLastIndex((edge) => edge <= time)]
  for (const session of part.sessions) bucketAt(session.startedAt)?.sessions.push(session)
  for (const view of part.views) bucketAt(view.time)?.views.push(view)
  for (const [metric, values] of part.vitals)
    for (const vital of values) bucketAt(vital.time)?.vitals.get(metric)?.push(vital)
  return buckets
}

function filtered({ views, vitals }: Part, keep: (view: View) => boolean): Pick<Part, 'views' | 'vitals'> {
  return {
    views: views.filter(keep),
    vitals: new Map([...vitals].map(([metric, values]) => [metric, values.filter(keep)])),
  }
}

export function dimensionOf(part: Part, dimension: string): { key: Text; views: number }[] {
  const keys = new Map<Text, number>()
  for (const view of part.views) {
    const key = readView(view).value(dimension)
    keys.set(key, (keys.get(key) ?? 0) + view.weight)
  }
  return [...keys]
    .map(([key, views]) => ({ key, views }))
    .sort((a, b) => b.views - a.views || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
}

export function countViews(part: Part): number {
  return part.views.reduce((sum, { weight }) => sum + weight, 0)
}

/** Sessions that began in the part's time; where views are asked about, those with a view of which all of it holds. */
export function sessionsOf({ sessions, conditions, byView }: Part): Session[] {
  return sessions.filter((session) => {
    const candidates = byView
      ? session.views.map((view) => readSession(session, view))
      : [readSession(session)]
    return candidates.some((read) => conditions.every((condition) => condition(read)))
  })
}

export type SessionCounts = Record<
  'sessions' | 'bounced' | 'engaged' | 'frustrated' | 'crashFree' | 'visitors',
  number
> & {
  /** Durations with the weights of their sessions, sorted. */
  durations: { value: number; weight: number }[]
}

export function countSessions(part: Part): SessionCounts {
  const sessions = sessionsOf(part)
  const sum = (keep: (session: Session) => boolean) =>
    sessions.filter(keep).reduce((all, { weight }) => all + weight, 0)
  return {
    sessions: sum(() => true),
    bounced: sum((session) => isBounced(session)),
    engaged: sum(
      (session) =>
        durationOf(session) >= 10_000 || session.views.length >= 2 || count(session, 'interactions') >= 1,
    ),
    frustrated: sum((session) => count(session, 'frustrations') > 0),
    crashFree: sum(
      ({ happened }) => !happened.some(({ what, facts }) => what === 'error' && facts['handled'] === false),
    ),
    visitors: countVisitors(part),
    durations: sessions
      .map((session) => ({ value: durationOf(session), weight: session.weight }))
      .sort((a, b) => a.value - b.value),
  }
}

/** Distinct visitors with a view in the part; one of several sessions speaks for as many as the heaviest. */
function countVisitors({ everySession, conditions, from, to }: Part): number {
  const visitors = new Map<string, number>()
  for (const session of everySession) {
    const seen = session.views.some(
      (view) =>
        view.time >= from &&
        view.time < to &&
        conditions.every((condition) => condition(readSession(session, view))),
    )
    if (seen) visitors.set(session.visitor, Math.max(visitors.get(session.visitor) ?? 0, session.weight))
  }
  return [...visitors.values()].reduce((all, weight) => all + weight, 0)
}

function durationOf({ startedAt, lastAt }: Session): number {
  return lastAt - startedAt
}

function isBounced(session: Session): boolean {
  return session.views.length === 1 && count(session, 'interactions') === 0
}

const INTERACTIONS = ['CLICK', 'SUBMIT', 'SCROLL']

function count({ views, happened }: Session, what: string): number {
  const actions = happened.filter((one) => one.what === 'action').map(({ facts }) => facts['kind'] as string)
  if (what === 'views') return views.length
  if (what === 'errors') return happened.filter((one) => one.what === 'error').length
  const interactions = actions.filter((kind) => INTERACTIONS.includes(kind)).length
  return what === 'interactions' ? interactions : actions.length - interactions
}

export type Measured = {
  count: number
  estimatedCount: number
  mean: number | null
  min: number | null
  max: number | null
  shares: Record<'good' | 'needsImprovement' | 'poor', { count: number; weight: number }>
  percentile: (percent: number) => number | null
}

/** The vital's values in the part: of the headline population unless navigation types are asked about. */
export function measure(part: Part, metric: VitalName): Measured {
  const headline = metric === 'ROUTE' ? 'SOFT' : 'HARD'
  const found = (part.vitals.get(metric) ?? []).filter(
    ({ population }) => part.byNavigation || population === headline,
  )
  const total = found.reduce((sum, { weight }) => sum + weight, 0)
  const shares = {
    good: { count: 0, weight: 0 },
    needsImprovement: { count: 0, weight: 0 },
    poor: { count: 0, weight: 0 },
  }
  for (const { value, weight } of found) {
    const rating = rateVital(metric, value)
    if (rating === null) continue
    shares[rating].count++
    shares[rating].weight += weight
  }
  return {
    count: found.length,
    estimatedCount: total,
    mean: total === 0 ? null : found.reduce((sum, { value, weight }) => sum + value * weight, 0) / total,
    min: found[0]?.value ?? null,
    max: found.at(-1)?.value ?? null,
    shares,
    percentile: (percent) => nearestRank(found, percent),
  }
}

/**
 * The lower nearest rank. With weights that differ n is the effective size (Σw)² / Σw², and each rank stands for an
 * equal share of the weight. Weights and percents are whole numbers here, so that no rounding takes part.
 */
export function nearestRank(
  sorted: readonly { value: number; weight: number }[],
  percent: number,
): number | null {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const squares = sorted.reduce((sum, { weight }) => sum + weight * weight, 0)
  // rank − 1 = ⌊q (n − 1)⌋ with n = total² / squares
  const ranksBefore = Math.floor((percent * (total * total - squares)) / (100 * squares))
  let seen = 0
  for (const { value, weight } of sorted) {
    seen += weight
    if (seen * total > ranksBefore * squares) return value
  }
  return null
}

/** A view is known by its own traits, and by its session's where it has none. */
export function readView({ traits, session }: View): Reader {
  return {
    session,
    value: (field) => (field in traits ? (traits[field] ?? null) : readOfSession(session, field)),
  }
}

function readSession(session: Session, view?: View): Reader {
  return {
    session,
    value: (field) =>
      field === 'PAGE' || field === 'NAVIGATION_TYPE' || field === 'PAGE_GROUP'
        ? (view?.traits[field] ?? null)
        : readOfSession(session, field),
  }
}

function readOfSession(session: Session, field: string): Text {
  if (field === 'ENTRY_PAGE') return session.entry?.page ?? null
  if (field.startsWith('flag ')) return firstVariant(session, field.slice(5))
  if (field.startsWith('attribute ')) return session.attributes[field.slice(10)] ?? null
  return session.traits[field] ?? null
}

function firstVariant({ exposures }: Session, key: string): Text {
  const [first] = exposures
    .filter((exposure) => exposure.key === key)
    .sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1))
  return first?.variant ?? null
}

/** Whether a filter holds: all that it names must, an unknown value fails each comparison and passes its negation. */
export function holds(filter: Filter, read: Reader): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === 'and') return (condition as Filter[]).every((part) => holds(part, read))
    if (field === 'or') return (condition as Filter[]).some((part) => holds(part, read))
    if (field === 'not') return !holds(condition as Filter, read)
    if (field === 'session') return sessionHolds(condition as Filter, read.session)
    const { key, ...operators } = condition as { key?: string }
    const value = read.value(fieldName(field, key))
    if (key !== undefined && Object.keys(operators).length === 0) return value !== null
    return Object.entries(operators).every(([operator, expected]) => compare(value, operator, expected))
  })
}

/** What a session must have been like, or must have in it. */
function sessionHolds(filter: Filter, session: Session): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === 'has') return session.happened.some((one) => isMeant(condition as Filter, one, session))
    if (field === 'hasNot') return !session.happened.some((one) => isMeant(condition as Filter, one, session))
    if (field === 'bounced') return isBounced(session) === condition
    const { min = -Infinity, max = Infinity } = condition as { min?: number; max?: number }
    const value = field === 'duration' ? durationOf(session) : count(session, field)
    return value >= min && value <= max
  })
}

/** Whether this is what the predicate means. */
function isMeant(predicate: Filter, { what, facts, traits }: Happened, session: Session): boolean {
  const { where, ...named } = predicate
  const [kind, asked] = Object.entries(named)[0] as [string, unknown]
  if (what !== kind) return false
  const read: Reader = {
    session,
    value: (field) => (field in traits ? (traits[field] ?? null) : readOfSession(session, field)),
  }
  if (where !== undefined && !holds(where as Filter, read)) return false
  if (kind === 'page') return holds({ page: asked }, read)
  if (kind === 'event') return facts['name'] === asked
  if (kind !== 'vital') return Object.entries(asked as object).every(([name, value]) => facts[name] === value)
  const { metric, rating } = asked as { metric: VitalName; rating: string }
  const rated = facts['metric'] === metric ? rateVital(metric, facts['value'] as number) : null
  return rated !== null && rated.toLowerCase() === rating.replace('_', '').toLowerCase()
}

function compare(value: Text, operator: string, expected: unknown): boolean {
  switch (operator) {
    case 'eq':
      return value === expected
    case 'in':
      return value !== null && (expected as string[]).includes(value)
    case 'notIn':
      return value === null || !(expected as string[]).includes(value)
    case 'prefix':
      return value !== null && value.startsWith(expected as string)
    case 'contains':
      return value !== null && value.includes(expected as string)
    case 'exists':
      return (value !== null) === expected
    default:
      throw new Error(`the operator ${operator} is not known`)
  }
}

function mentioned(filter: Filter): string[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === 'and' || field === 'or') return (condition as Filter[]).flatMap(mentioned)
    if (field === 'not') return mentioned(condition as Filter)
    if (field === 'session') return []
    return [fieldName(field, (condition as { key?: string }).key)]
  })
}

const fieldNames = new Map<string, string>()

/** `entryPage` → `ENTRY_PAGE`; flags and attributes by their key. */
function fieldName(field: string, key: string | undefined): string {
  if (field === 'flag' || field === 'attribute') return `${field} ${key}`
  const known = fieldNames.get(field)
  if (known !== undefined) return known
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  fieldNames.set(field, name)
  return name
}
