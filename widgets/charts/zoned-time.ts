/**
 * Wall clocks of any IANA time zone through Intl. A wall time is written as the UTC milliseconds of a clock that shows
 * the same figures, so that it can be floored and stepped with plain arithmetic, whatever daylight saving does.
 */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall shows at a moment. */
export function wallTime(at: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of clock(timeZone).formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000)
}

/**
 * The first moment at which the wall shows this time. A time that daylight saving skips is read with the offset from
 * before the gap: 02:30 becomes 03:30, as in RFC 5545.
 */
export function momentOf(wall: number, timeZone: string): number {
  const before = wall - offsetAt(wall - DAY, timeZone)
  if (wallTime(before, timeZone) === wall) return before
  const after = wall - offsetAt(wall + DAY, timeZone)
  return wallTime(after, timeZone) === wall ? after : before
}

function offsetAt(at: number, timeZone: string): number {
  return wallTime(at, timeZone) - at
}

function clock(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(timeZone, format)
  }
  return format
}

const DAY = 86_400_000
