/** Where a time axis is marked: round hours, days, Mondays or months of a time zone's own clock. */
import { dateFormat } from '../format/time.ts'
import { momentOf, wallTime } from './zoned-time.ts'

export interface TimeTick {
  at: number
  label: string
}

interface TimeTickOptions {
  from: number
  to: number
  timeZone: string
  /** About how many; the step is the smallest that gives no more. */
  count: number
  locale: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 7, 14].map((days) => days * DAY),
]
const MONTH_STEPS = [1, 3, 6, 12, 24, 60]
const MEAN_MONTH = 30.436875 * DAY
/** 1970-01-05 was a Monday. */
const A_MONDAY = 4 * DAY

export function buildTimeTicks({ from, to, timeZone, count, locale }: TimeTickOptions): TimeTick[] {
  if (!(to > from) || count < 1) return []
  const step = STEPS.find((step) => (to - from) / step <= count)
  const walls =
    step === undefined ? monthWalls(from, to, timeZone, count) : stepWalls(from, to, timeZone, step)
  const ticks: TimeTick[] = []
  for (const wall of walls) {
    const at = momentOf(wall, timeZone)
    if (at < from || at > to || at <= (ticks.at(-1)?.at ?? -Infinity)) continue
    ticks.push({ at, label: tickLabel(at, wall, step, timeZone, locale) })
  }
  return ticks
}

function stepWalls(from: number, to: number, timeZone: string, step: number): number[] {
  const origin = step >= 7 * DAY ? A_MONDAY : 0
  const first = wallTime(from, timeZone)
  const last = wallTime(to, timeZone) + HOUR
  const walls = []
  for (let wall = Math.floor((first - origin) / step) * step + origin; wall <= last; wall += step)
    walls.push(wall)
  return walls
}

function monthWalls(from: number, to: number, timeZone: string, count: number): number[] {
  const step = MONTH_STEPS.find((months) => (to - from) / (months * MEAN_MONTH) <= count) ?? 120
  const first = new Date(wallTime(from, timeZone))
  const last = wallTime(to, timeZone)
  const walls = []
  for (let month = Math.floor(first.getUTCMonth() / step) * step; ; month += step) {
    const wall = Date.UTC(first.getUTCFullYear(), month, 1)
    if (wall > last) return walls
    walls.push(wall)
  }
}

function tickLabel(
  at: number,
  wall: number,
  step: number | undefined,
  timeZone: string,
  locale: string,
): string {
  if (step === undefined) {
    const isJanuary = new Date(wall).getUTCMonth() === 0
    return dateFormat(locale, { timeZone, ...(isJanuary ? { year: 'numeric' } : { month: 'short' }) }).format(
      at,
    )
  }
  const isMidnight = wall % DAY === 0
  if (step >= DAY || isMidnight)
    return dateFormat(locale, { timeZone, day: 'numeric', month: 'short' }).format(at)
  return dateFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)
}
