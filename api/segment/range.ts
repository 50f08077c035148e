/** The period of a segment: half-open, in epoch ms. */
import { Duration } from 'luxon'
import { userError } from '../problem.ts'
import { HOUR_MS } from './rollups.ts'

export type Range = { from: number; to: number }

const MINUTE_MS = 60_000
/** Up to here a relative period begins and ends on a minute, beyond on an hour, where rollups have their edges. */
const FINE_UP_TO_MS = 6 * HOUR_MS
export const MAX_RANGE_MS = 3 * 366 * 24 * HOUR_MS

export type RangeInput = { last?: number | null; from?: Date | null; to?: Date | null }

export function parseRange({ last, from, to }: RangeInput, now: number): Range {
  const range = isGiven(last)
    ? relativeRange(last, now, isGiven(from) || isGiven(to))
    : absoluteRange(from, to)
  if (range.to - range.from > MAX_RANGE_MS) throw userError('the range is longer than 3 years: ask for less')
  return range
}

function relativeRange(last: number, now: number, hasEnds: boolean): Range {
  if (hasEnds) throw userError('give either `last` or `from` and `to`, not both')
  if (last < MINUTE_MS) throw userError('`last` must be a minute (PT1M) or longer')
  const grid = gridMs(last)
  const to = Math.floor(now / grid) * grid + grid
  return { from: Math.floor((to - last) / grid) * grid, to }
}

/** By how much a relative period of this length may be widened to begin and end on its grid. */
export function gridMs(lengthMs: number): number {
  return lengthMs <= FINE_UP_TO_MS ? MINUTE_MS : HOUR_MS
}

function absoluteRange(from: Date | null | undefined, to: Date | null | undefined): Range {
  if (!isGiven(from) || !isGiven(to)) throw userError('give `last`, or both `from` and `to`')
  if (from.getTime() >= to.getTime()) {
    throw userError(`\`from\` (${from.toISOString()}) must be before \`to\` (${to.toISOString()})`)
  }
  return { from: from.getTime(), to: to.getTime() }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

/** An ISO 8601 duration in ms, a month as 30 days. Throws the value and the remedy. */
export function parseDuration(text: string): number {
  const duration = Duration.fromISO(text)
  if (!duration.isValid)
    throw userError(`invalid duration "${text.slice(0, 40)}": expected ISO 8601 such as PT30M or P7D`)
  return duration.toMillis()
}
