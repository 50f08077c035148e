/**
 * What the answers must be, worked out the slow and plain way from the definitions: lists in memory, exact values, no
 * sketches, no rollups, no SQL. Shares nothing with what it judges but the wire's types and thresholds.
 */
import { type VitalName, rateVital } from '../../sdk/wire/vitals.ts'
import type { Facts, Session, Text, View, Vital } from './naive-facts.ts'
import {
  type Condition,
  type Filter,
  count,
  durationOf,
  holds,
  isBounced,
  mentioned,
  readSession,
  readView,
} from './naive-filter.ts'

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
