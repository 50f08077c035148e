/** Periods as elements take them, and the buckets that suit their length. */

export type RangeInput = { last: string } | { from: string; to: string }
export type IntervalName = 'MINUTE' | 'FIVE_MINUTES' | 'QUARTER_HOUR' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `P7D` until now, or an ISO 8601 interval: `2026-11-01T00:00:00Z/2026-11-08T00:00:00Z`. */
export function parseRange(range: string): RangeInput {
  const [from, to] = range.split('/')
  return from !== undefined && to !== undefined ? { from, to } : { last: range }
}

/** Whether a text is a period: some time until now, or from one moment to a later one. */
export function isRange(range: string): boolean {
  const input = parseRange(range)
  return 'last' in input
    ? durationMs(input.last) !== null && durationMs(input.last) !== 0
    : Date.parse(input.to) > Date.parse(input.from)
}

/** How long a period is; 7 days if it cannot be told. */
export function lengthMs(range: string): number {
  const input = parseRange(range)
  const length = 'last' in input ? durationMs(input.last) : Date.parse(input.to) - Date.parse(input.from)
  return length !== null && length > 0 ? length : 7 * DAY
}

/** The length of an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export function durationMs(duration: string): number | null {
  const match = /^P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
    duration,
  )
  if (match === null) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return (weeks * 7 + days) * DAY + hours * HOUR + minutes * 60_000 + seconds * 1000
}

/** Buckets fine enough to show a shape and wide enough to hold samples: about 24 to 200 of them. */
export function chartInterval(range: string): IntervalName {
  const length = lengthMs(range)
  if (length <= HOUR) return 'MINUTE'
  if (length <= 6 * HOUR) return 'FIVE_MINUTES'
  if (length <= DAY) return 'QUARTER_HOUR'
  if (length <= 8 * DAY) return 'HOUR'
  if (length <= 120 * DAY) return 'DAY'
  return length <= 800 * DAY ? 'WEEK' : 'MONTH'
}

/** The next wider buckets that still show a course, 7 of them or more; null if there are none. */
export function coarserInterval(range: string, interval: string): IntervalName | null {
  const coarser = INTERVAL_MS.find(
    ([, width]) => width > (Object.fromEntries(INTERVAL_MS)[interval] ?? Infinity),
  )
  return coarser !== undefined && lengthMs(range) / coarser[1] >= 7 ? coarser[0] : null
}

const INTERVAL_MS: readonly (readonly [IntervalName, number])[] = [
  ['MINUTE', HOUR / 60],
  ['FIVE_MINUTES', HOUR / 12],
  ['QUARTER_HOUR', HOUR / 4],
  ['HOUR', HOUR],
  ['DAY', DAY],
  ['WEEK', 7 * DAY],
]

/** Coarser ones, for a line beside a number. */
export function sparklineInterval(range: string): IntervalName {
  const length = lengthMs(range)
  if (length <= HOUR) return 'MINUTE'
  if (length <= 6 * HOUR) return 'QUARTER_HOUR'
  if (length <= 3 * DAY) return 'HOUR'
  return length <= 90 * DAY ? 'DAY' : 'WEEK'
}
