/** Days of the week as maintenance windows have them: 1 is Monday, 7 Sunday. */
import { dateFormat } from '../../format/time.ts'

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

export function weekdayName(day: number, locale: string): string {
  return dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY_MS)
}

export function weekdaysWords(days: readonly number[], locale: string): string {
  if (new Set(days).size === 7) return 'Every day'
  return new Intl.ListFormat(locale).format(
    [...days].sort((a, b) => a - b).map((day) => weekdayName(day, locale)),
  )
}
