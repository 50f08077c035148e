/**
 * Over what an SLO is judged: so many days until now, or the week, month or quarter of a calendar that now lies in.
 * Calendar windows follow each other from an anchor, by the calendar of their zone.
 */
import { DateTime } from 'luxon'
import type { SloWindowInput } from '../schema.generated.ts'
import type { Range } from '../segment/range.ts'
import { DAY_MS } from '../segment/rollups.ts'

export type CalendarUnit = 'WEEK' | 'MONTH' | 'QUARTER'

export type SloWindow =
  | { kind: 'ROLLING'; days: number }
  | { kind: 'CALENDAR'; unit: CalendarUnit; timeZone: string; start: string }

const DEFAULT_DAYS = 28
const MOST_DAYS = 90
/** A Monday that begins a week, a month and a quarter. */
const DEFAULT_START = '2018-01-01T00:00:00'
const LENGTH_DAYS: Record<CalendarUnit, number> = { WEEK: 7, MONTH: 30, QUARTER: 90 }
const STEP = { WEEK: 'weeks', MONTH: 'months', QUARTER: 'quarters' } as const

export type WindowProblem = { field: 'days' | 'calendar' | 'start' | 'timeZone'; message: string }

export function windowOf({ days, calendar, timeZone, start }: Partial<SloWindowInput>): {
  window: SloWindow | null
  problem: WindowProblem | null
} {
  const wrong = (field: WindowProblem['field'], message: string) => ({
    window: null,
    problem: { field, message },
  })
  if (calendar === null || calendar === undefined) {
    if (isGiven(timeZone) || isGiven(start))
      return wrong(
        'calendar',
        'a rolling window has no time zone and no start: leave them out, or give `calendar`',
      )
    const length = days ?? DEFAULT_DAYS
    if (!(Number.isInteger(length) && length >= 1 && length <= MOST_DAYS))
      return wrong('days', `a window of ${length} days: expected 1 to ${MOST_DAYS}`)
    return { window: { kind: 'ROLLING', days: length }, problem: null }
  }
  if (isGiven(days)) return wrong('days', 'give either `days` or `calendar`, not both')
  const anchor = start ?? DEFAULT_START
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(anchor) || !DateTime.fromISO(anchor).isValid)
    return wrong(
      'start',
      `a start of "${anchor.slice(0, 40)}": expected a local time such as ${DEFAULT_START}`,
    )
  return {
    window: { kind: 'CALENDAR', unit: calendar, timeZone: timeZone ?? 'UTC', start: anchor },
    problem: null,
  }
}

/** About how long, for rules and predictions. */
export function lengthDays(window: SloWindow): number {
  return window.kind === 'ROLLING' ? window.days : LENGTH_DAYS[window.unit]
}

/** The window that a moment lies in, from its start to its end; a rolling one ends with the moment. */
export function windowAt(window: SloWindow, at: number): Range {
  if (window.kind === 'ROLLING') return { from: at - window.days * DAY_MS, to: at }
  const { unit, timeZone, start } = window
  const anchor = DateTime.fromISO(start, { zone: timeZone })
  const step = STEP[unit]
  const now = DateTime.fromMillis(at, { zone: timeZone })
  let count = Math.floor(now.diff(anchor, step).as(step))
  // Months differ in length, so the quotient may be one off.
  while (anchor.plus({ [step]: count }).toMillis() > at) count--
  while (anchor.plus({ [step]: count + 1 }).toMillis() <= at) count++
  return {
    from: anchor.plus({ [step]: count }).toMillis(),
    to: anchor.plus({ [step]: count + 1 }).toMillis(),
  }
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined
}
