/** Holds an answer against the oracle, level by level. Every difference is told with where it was found. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { wallEdges } from './calendar.ts'
import type { Facts } from './naive-facts.ts'
import { readView } from './naive-filter.ts'
import {
  type Measured,
  type Part,
  countSessions,
  countViews,
  dimensionOf,
  inBuckets,
  measure,
  narrowed,
  nearestRank,
  whole,
} from './naive-oracle.ts'
import { PERCENTS, type Question, type Split } from './questions.ts'

type Rate = { value: number | null; low: number | null; high: number | null; count: number; total: number }

type Answer = {
  views: number
  sessionCount: number
  visitors?: number
  bounceRate?: Rate
  engagementRate?: Rate
  frustrationRate?: Rate
  crashFreeSessions?: Rate
  sessionDuration?: { count: number; percentiles: { value: number | null }[] }
  compare?: {
    views: { value: number; baseline: number; difference: number }
    vital: { value: number | null; baseline: number | null; low: number | null; high: number | null }
  }
  vital: {
    count: number
    estimatedCount: number
    mean: number | null
    min: number | null
    max: number | null
    percentiles: { value: number | null; low: number | null; high: number | null; count: number }[]
    shares: Record<Share, number | null> & Record<`${Share}Count`, number>
  }
  by?: { key: string | null; other: boolean; segment: Answer }[]
  over?: { start: string; end: string; segment: Answer }[]
}

type Share = 'good' | 'needsImprovement' | 'poor'

const RATED = new Set(['LCP', 'INP', 'CLS', 'FCP', 'TTFB', 'FID', 'TBT'])

/** The sketch's promise: a percentile is off by 1 % of itself at most. */
const PERCENTILE_ERROR = 0.01
/** The least and the greatest value, where a replaced one may have been the least or the greatest: a bin's width. */
const EXTREME_ERROR = 0.02
/** What adding in another order does to a sum of doubles. */
const ROUNDING = 1e-9

export function differences(question: Question, facts: Facts, answer: Answer): string[] {
  const ordered = question.splits.flatMap((split) => ('by' in split ? (split.orderBy?.vital ?? []) : []))
  const metrics = [...new Set([question.vital, ...ordered])]
  const part = once(() => whole(facts, { ...question, metrics }))
  return compareLevel({ question, facts, level: 0, path: 'segment', part }, answer)
}

/** A level of an answer, and the part of the data that it is about, worked out where it was not before. */
type Place = { question: Question; facts: Facts; level: number; path: string; part: () => Part }

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined
  return () => (known ??= { value: compute() }).value
}

const remembered = new WeakMap<Facts, WeakMap<Question, Map<string, unknown>>>()

/** What was worked out before for this place: the same questions are asked again and again. */
function remember<T>({ facts, question, path }: Place, what: string, compute: () => T): T {
  const byQuestion = remembered.get(facts) ?? new WeakMap<Question, Map<string, unknown>>()
  remembered.set(facts, byQuestion)
  const known = byQuestion.get(question) ?? new Map<string, unknown>()
  byQuestion.set(question, known)
  const key = `${path} ${what}`
  if (!known.has(key)) known.set(key, compute())
  return known.get(key) as T
}

function compareLevel(place: Place, answer: Answer): string[] {
  const found = compareFigures(place, answer)
  const split = place.question.splits[place.level]
  if (split === undefined) return found
  const inner = 'over' in split ? compareSeries(place, split, answer) : compareParts(place, split, answer)
  return [...found, ...inner]
}

function compareSeries(place: Place, { over }: Extract<Split, { over: string }>, answer: Answer): string[] {
  const { path, level, question, part } = place
  const edges = remember(place, 'edges', () => wallEdges(part().from, part().to, over, question.zone))
  const expected = edges.slice(0, -1).map((start, i) => `${iso(start)} ${iso(edges[i + 1] ?? 0)}`)
  const buckets = answer.over ?? []
  const actual = buckets.map(({ start, end }) => `${start} ${end}`)
  if (actual.join() !== expected.join())
    return [`${path}.over(${over}): buckets ${actual.join(', ')}, expected ${expected.join(', ')}`]
  const parts = once(() => inBuckets(part(), edges))
  return buckets.flatMap(({ start, segment }, i) => {
    const bucket = () => parts()[i] ?? part()
    return compareLevel({ ...place, part: bucket, level: level + 1, path: `${path}.over(${start})` }, segment)
  })
}

function compareParts(place: Place, split: Extract<Split, { by: string }>, answer: Answer): string[] {
  const { by, top, other } = split
  const { path, level, part } = place
  const parts = answer.by ?? []
  const keyed = parts.filter((one) => !one.other)
  const keys = keyed.map(({ key }) => key)
  const found = compareOrder(place, split, keys)
  if (parts.length - keyed.length !== (other ? 1 : 0))
    found.push(`${path}.by(${by}): not one part of all others`)
  if (keys.length > top) found.push(`${path}.by(${by}): ${keys.length} parts, ${top} asked for`)
  if (other) {
    const sum = parts.reduce((all, { segment }) => all + segment.views, 0)
    if (sum !== answer.views) found.push(`${path}.by(${by}): parts add up to ${sum} views of ${answer.views}`)
  }
  for (const { key, other: rest, segment } of parts) {
    const inPart = once(() =>
      narrowed(part(), (read) => (rest ? !keys.includes(read.value(by)) : read.value(by) === key), [by]),
    )
    const name = rest ? `none of ${JSON.stringify(keys)}` : JSON.stringify(key)
    const inner = { ...place, part: inPart, level: level + 1, path: `${path}.by(${by}: ${name})` }
    found.push(...compareLevel(inner, segment))
  }
  return found
}

function compareOrder(
  place: Place,
  { by, top, orderBy }: Extract<Split, { by: string }>,
  keys: readonly (string | null)[],
): string[] {
  const { path, part } = place
  const byViews = remember(place, 'keys', () => dimensionOf(part(), by).map(({ key }) => key))
  if (orderBy === undefined) {
    const expected = byViews.slice(0, top)
    return JSON.stringify(keys) === JSON.stringify(expected)
      ? []
      : [`${path}.by(${by}): keys ${JSON.stringify(keys)}, expected ${JSON.stringify(expected)}`]
  }
  // Percentiles are known to 1 % each: neighbours within 2 % may stand either way.
  const sign = orderBy.direction === 'ASC' ? 1 : -1
  const ranks = remember(place, 'ranks', () => {
    const withValues = (part().vitals.get(orderBy.vital) ?? []).map((vital) => readView(vital).value(by))
    return new Map(
      [...new Set([...byViews, ...withValues])].map((key) => {
        const inKey = narrowed(part(), (read) => read.value(by) === key, [by])
        const value = measure(inKey, orderBy.vital).percentile(orderBy.q * 100)
        return [key, value === null ? Infinity : sign * value]
      }),
    )
  })
  const rank = (key: string | null) => ranks.get(key) ?? NaN
  const expected = [...ranks.keys()]
    .filter((key) => byViews.includes(key) || rank(key) !== Infinity)
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .slice(0, top)
  const isNear = (a: number, b: number) =>
    a === b || Math.abs(a - b) <= 0.0205 * Math.max(Math.abs(a), Math.abs(b))
  const inOrder =
    keys.length === expected.length && keys.every((key, i) => isNear(rank(key), rank(expected[i] ?? null)))
  return inOrder
    ? []
    : [`${path}.by(${by}, orderBy): keys ${JSON.stringify(keys)}, expected ${JSON.stringify(expected)}`]
}

function compareFigures(place: Place, answer: Answer): string[] {
  const { path, part } = place
  const metric = place.question.vital
  const found: string[] = []
  const exactly = (name: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) found.push(`${path}.${name} is ${String(actual)}, expected ${String(expected)}`)
  }
  const within = (name: string, actual: number | null, expected: number | null, error: number) => {
    if (actual === null || expected === null) exactly(name, actual, expected)
    else if (Math.abs(actual - expected) > error * Math.abs(expected) + Number.EPSILON)
      found.push(`${path}.${name} is ${actual}, expected ${expected} ± ${error * 100} %`)
  }
  exactly(
    'views',
    answer.views,
    remember(place, 'views', () => countViews(part())),
  )
  exactly(
    'sessionCount',
    answer.sessionCount,
    Math.round(remember(place, 'sessions', () => countSessions(part())).sessions),
  )
  found.push(...compareSessions(place, answer), ...compareBaseline(place, answer))
  const expected = remember(place, 'vital', () => {
    const { percentile, ...measured } = measure(part(), metric)
    return { ...measured, percentiles: PERCENTS.map(percentile) }
  })
  const { vital } = answer
  const name = (field: string) => `vital(${metric}).${field}`
  exactly(name('count'), vital.count, expected.count)
  exactly(name('estimatedCount'), vital.estimatedCount, expected.estimatedCount)
  within(name('mean'), vital.mean, expected.mean, ROUNDING)
  within(name('min'), vital.min, expected.min, EXTREME_ERROR)
  within(name('max'), vital.max, expected.max, EXTREME_ERROR)
  PERCENTS.forEach((percent, i) => {
    const one = vital.percentiles[i]
    within(name(`p${percent}`), one?.value ?? null, expected.percentiles[i] ?? null, PERCENTILE_ERROR)
    exactly(name(`p${percent}.count`), one?.count, expected.count)
    if (
      one !== undefined &&
      one.value !== null &&
      ((one.low ?? 0) > one.value || (one.high ?? Infinity) < one.value)
    )
      found.push(`${path}.${name(`p${percent}`)} lies outside of ${one.low}…${one.high}`)
  })
  return [...found, ...compareShares(metric, vital, expected, `${path}.${name('shares')}`)]
}

/** Comparisons interpolate between ranks: of many values that is within a few ranks and a bin of the exact one. */
function isNearP75(value: number | null, { count, percentile }: Measured): boolean {
  if (count < 100) return true
  const [low, high] = [percentile(72), percentile(78)]
  if (value === null || low === null || high === null) return false
  return value >= low * (1 - EXTREME_ERROR) && value <= high * (1 + EXTREME_ERROR)
}

const RATES = {
  bounceRate: 'bounced',
  engagementRate: 'engaged',
  frustrationRate: 'frustrated',
  crashFreeSessions: 'crashFree',
} as const

/** What is told of whole sessions, where it was asked for. */
function compareSessions(place: Place, answer: Answer): string[] {
  const { path, part } = place
  if (answer.visitors === undefined) return []
  const expected = remember(place, 'sessions', () => countSessions(part()))
  const found: string[] = []
  if (answer.visitors !== Math.round(expected.visitors))
    found.push(`${path}.visitors is ${answer.visitors}, expected ${expected.visitors}`)
  for (const [name, counted] of Object.entries(RATES)) {
    const rate = answer[name as keyof typeof RATES]
    const [count, total] = [Math.round(expected[counted]), Math.round(expected.sessions)]
    const share = total === 0 ? null : expected[counted] / expected.sessions
    const isRight =
      rate?.count === count &&
      rate.total === total &&
      (share === null
        ? rate.value === null
        : Math.abs((rate.value ?? NaN) - share) < ROUNDING &&
          (rate.low ?? 1) <= share &&
          (rate.high ?? 0) >= share)
    if (!isRight) found.push(`${path}.${name} is ${JSON.stringify(rate)}, expected ${count} of ${total}`)
  }
  const { durations } = expected
  if (answer.sessionDuration?.count !== durations.length)
    found.push(
      `${path}.sessionDuration.count is ${answer.sessionDuration?.count}, expected ${durations.length}`,
    )
  PERCENTS.forEach((percent, i) => {
    const actual = answer.sessionDuration?.percentiles[i]?.value ?? null
    const exact = nearestRank(durations, percent)
    const isNear =
      actual === null || exact === null
        ? actual === exact
        : Math.abs(actual - exact) <= PERCENTILE_ERROR * exact + 1e-6
    if (!isNear) found.push(`${path}.sessionDuration.p${percent} is ${actual}, expected ${exact}`)
  })
  return found
}

/** The period before, where it was asked for: the same question about other times. */
function compareBaseline({ question, facts, level, path, part }: Place, { compare }: Answer): string[] {
  if (compare === undefined || level > 0) return []
  const { from, to, vital: metric } = question
  const before = whole(facts, { ...question, from: from - (to - from), to: from, metrics: [metric] })
  const [value, baseline] = [countViews(part()), countViews(before)]
  const { views, vital } = compare
  const isCounted =
    views.value === value && views.baseline === baseline && views.difference === value - baseline
  const hasBaseline = (vital.baseline === null) === (measure(before, metric).count === 0)
  const isEstimated =
    isNearP75(vital.value, measure(part(), metric)) && isNearP75(vital.baseline, measure(before, metric))
  return isCounted && hasBaseline && isEstimated
    ? []
    : [`${path}.compare is ${JSON.stringify(compare)}, expected ${value} and ${baseline} views`]
}

function compareShares(
  metric: VitalName,
  { shares }: Answer['vital'],
  expected: Pick<Measured, 'shares' | 'count' | 'estimatedCount'>,
  path: string,
): string[] {
  return (['good', 'needsImprovement', 'poor'] as const).flatMap((rating) => {
    const { count, weight } = expected.shares[rating]
    const share = RATED.has(metric) && expected.count > 0 ? weight / expected.estimatedCount : null
    const actual = shares[rating]
    const isEqual =
      actual === null || share === null ? actual === share : Math.abs(actual - share) <= ROUNDING
    return [
      ...(isEqual ? [] : [`${path}.${rating} is ${actual}, expected ${share}`]),
      ...(shares[`${rating}Count`] === count
        ? []
        : [`${path}.${rating}Count is ${shares[`${rating}Count`]}, expected ${count}`]),
    ]
  })
}

function iso(time: number): string {
  return new Date(time).toISOString()
}

export type { Answer }
