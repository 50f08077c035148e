/** Holds an answer against the oracle, level by level. Every difference is told with where it was found. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { wallEdges } from './calendar.ts'
import {
  type Facts,
  type Measured,
  type Part,
  countSessions,
  countViews,
  dimensionOf,
  inTime,
  measure,
  narrowed,
  readView,
  whole,
} from './naive-oracle.ts'
import { PERCENTS, type Question, type Split } from './questions.ts'

type Answer = {
  views: number
  sessionCount: number
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
  const part = whole(facts, { ...question, metrics: [...new Set([question.vital, ...ordered])] })
  return compareLevel(question, part, answer, 0, 'segment')
}

function compareLevel(question: Question, part: Part, answer: Answer, level: number, path: string): string[] {
  const found = compareFigures(part, question.vital, answer, path)
  const split = question.splits[level]
  if (split === undefined) return found
  const inner =
    'over' in split
      ? compareSeries(question, split, part, answer, { level, path })
      : compareParts(question, split, part, answer, { level, path })
  return [...found, ...inner]
}

type Place = { level: number; path: string }

function compareSeries(
  question: Question,
  { over }: Extract<Split, { over: string }>,
  part: Part,
  answer: Answer,
  { level, path }: Place,
): string[] {
  const edges = wallEdges(part.from, part.to, over, question.zone)
  const expected = edges.slice(0, -1).map((start, i) => `${iso(start)} ${iso(edges[i + 1] ?? 0)}`)
  const buckets = answer.over ?? []
  const actual = buckets.map(({ start, end }) => `${start} ${end}`)
  if (actual.join() !== expected.join())
    return [`${path}.over(${over}): buckets ${actual.join(', ')}, expected ${expected.join(', ')}`]
  return buckets.flatMap(({ start, segment }, i) =>
    compareLevel(
      question,
      inTime(part, edges[i] ?? 0, edges[i + 1] ?? 0),
      segment,
      level + 1,
      `${path}.over(${start})`,
    ),
  )
}

function compareParts(
  question: Question,
  split: Extract<Split, { by: string }>,
  part: Part,
  answer: Answer,
  { level, path }: Place,
): string[] {
  const { by, top, other } = split
  const parts = answer.by ?? []
  const keyed = parts.filter((one) => !one.other)
  const keys = keyed.map(({ key }) => key)
  const found = compareOrder(split, part, keys, path)
  if (parts.length - keyed.length !== (other ? 1 : 0))
    found.push(`${path}.by(${by}): not one part of all others`)
  if (keys.length > top) found.push(`${path}.by(${by}): ${keys.length} parts, ${top} asked for`)
  if (other) {
    const sum = parts.reduce((all, { segment }) => all + segment.views, 0)
    if (sum !== answer.views) found.push(`${path}.by(${by}): parts add up to ${sum} views of ${answer.views}`)
  }
  for (const { key, other: rest, segment } of parts) {
    const inPart = rest
      ? narrowed(part, (read) => !keys.includes(read(by)), [by])
      : narrowed(part, (read) => read(by) === key, [by])
    found.push(
      ...compareLevel(
        question,
        inPart,
        segment,
        level + 1,
        `${path}.by(${by}: ${rest ? '…' : JSON.stringify(key)})`,
      ),
    )
  }
  return found
}

function compareOrder(
  { by, top, orderBy }: Extract<Split, { by: string }>,
  part: Part,
  keys: readonly (string | null)[],
  path: string,
): string[] {
  const byViews = dimensionOf(part, by).map(({ key }) => key)
  if (orderBy === undefined) {
    const expected = byViews.slice(0, top)
    return JSON.stringify(keys) === JSON.stringify(expected)
      ? []
      : [`${path}.by(${by}): keys ${JSON.stringify(keys)}, expected ${JSON.stringify(expected)}`]
  }
  // Percentiles are known to 1 % each: neighbours within 2 % may stand either way.
  const sign = orderBy.direction === 'ASC' ? 1 : -1
  const withValues = (part.vitals.get(orderBy.vital) ?? []).map((vital) => readView(vital)(by))
  const all = [...new Set([...byViews, ...withValues])]
  const ranks = new Map(
    all.map((key) => {
      const inKey = narrowed(part, (read) => read(by) === key, [by])
      const value = measure(inKey, orderBy.vital).percentile(orderBy.q * 100)
      return [key, value === null ? Infinity : sign * value]
    }),
  )
  const rank = (key: string | null) => ranks.get(key) ?? NaN
  const expected = all
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

function compareFigures(part: Part, metric: VitalName, answer: Answer, path: string): string[] {
  const found: string[] = []
  const exactly = (name: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) found.push(`${path}.${name} is ${String(actual)}, expected ${String(expected)}`)
  }
  const within = (name: string, actual: number | null, expected: number | null, error: number) => {
    if (actual === null || expected === null) exactly(name, actual, expected)
    else if (Math.abs(actual - expected) > error * Math.abs(expected) + Number.EPSILON)
      found.push(`${path}.${name} is ${actual}, expected ${expected} ± ${error * 100} %`)
  }
  exactly('views', answer.views, countViews(part))
  exactly('sessionCount', answer.sessionCount, countSessions(part))
  const expected = measure(part, metric)
  const { vital } = answer
  const name = (field: string) => `vital(${metric}).${field}`
  exactly(name('count'), vital.count, expected.count)
  exactly(name('estimatedCount'), vital.estimatedCount, expected.estimatedCount)
  within(name('mean'), vital.mean, expected.mean, ROUNDING)
  within(name('min'), vital.min, expected.min, EXTREME_ERROR)
  within(name('max'), vital.max, expected.max, EXTREME_ERROR)
  PERCENTS.forEach((percent, i) => {
    const one = vital.percentiles[i]
    within(name(`p${percent}`), one?.value ?? null, expected.percentile(percent), PERCENTILE_ERROR)
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

function compareShares(
  metric: VitalName,
  { shares }: Answer['vital'],
  expected: Measured,
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
