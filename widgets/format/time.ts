/** How moments and lengths of time are written, in the time zone of the site. */

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Reused: making an Intl formatter costs more than using it a hundred times. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let format = formatters.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, options)
    formatters.set(key, format)
  }
  return format
}

/** The time that a bucket covers: a day for buckets of a day and more, else a day and an hour. */
export function formatBucket(start: number, end: number, timeZone: string, locale: string): string {
  const day = { day: 'numeric', month: 'short', timeZone } as const
  if (end - start > 8 * DAY)
    return dateFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(start)
  if (end - start > 2 * DAY) return dateFormat(locale, day).formatRange(start, end - 1)
  if (end - start >= 23 * HOUR) return dateFormat(locale, { weekday: 'short', ...day }).format(start)
  return dateFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).formatRange(start, end)
}

/** A moment to the second. */
export function formatMoment(at: number, timeZone: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(at)
}

/** How long ago: 3 min. ago, yesterday. */
export function formatAgo(at: number, now: number, locale: string): string {
  const seconds = Math.max(0, (now - at) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  if (seconds < 60) return format.format(-Math.floor(seconds), 'second')
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return format.format(-Math.floor(seconds / 3600), 'hour')
  return format.format(-Math.floor(seconds / 86_400), 'day')
}

/** A length of time in its two largest units: 3 min 12 s. */
export function formatLength(durationMs: number, locale: string): string {
  const seconds = Math.round(durationMs / 1000)
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ]
  const first = parts.findIndex(([amount]) => amount > 0)
  const shown = first === -1 ? parts.slice(2) : parts.slice(first, first + 2)
  return shown
    .filter(([amount], index) => index === 0 || amount > 0)
    .map(([amount, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ')
}

/** A length of time in its two largest units from days on: 2 days 4 hr, 6 hr, 5 min. */
export function formatSpan(durationMs: number, locale: string): string {
  const minutes = Math.max(durationMs > 0 ? 1 : 0, Math.round(durationMs / 60_000))
  if (minutes < 1440) return formatLength(minutes * 60_000, locale)
  const unit = (unit: string, amount: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount)
  const hours = Math.round(minutes / 60)
  const days = unit('day', Math.floor(hours / 24))
  return hours % 24 === 0 ? days : `${days} ${unit('hour', hours % 24)}`
}

/** A time since a start, as on a stopwatch: 0:04.2, 12:31, 1:02:09. */
export function formatClock(sinceMs: number): string {
  const tenths = Math.max(0, Math.floor(sinceMs / 100))
  const seconds = Math.floor(tenths / 10)
  const two = (amount: number) => String(amount).padStart(2, '0')
  if (seconds < 600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}.${tenths % 10}`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** A period as words: `last 7 days`, `last 24 hours`, or its two ends. */
export function periodWords(range: string): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(range) ?? []
  if (days !== undefined) return days === '1' ? 'last 24 hours' : `last ${days} days`
  if (hours !== undefined) return hours === '1' ? 'last hour' : `last ${hours} hours`
  if (minutes !== undefined) return `last ${minutes} minutes`
  return 'period'
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
