/** What a cell of the heat map says. */
import { formatCount, NO_VALUE } from '../../format/number.ts'
import { formatRate, proportionWords } from '../../format/proportion.ts'
import { formatBucket } from '../../format/time.ts'
import type { CalendarName, CohortAnswer, PeriodAnswer } from './retention.query.ts'

const UNITS = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const

export interface Calendar {
  interval: CalendarName
  timeZone: string
  locale: string
}

/** `week`, in the words of the page. */
export function intervalWord(interval: CalendarName): string {
  return UNITS[interval]
}

/** Thu, Nov 20; Nov 17 – 23; November 2026. */
export function cohortLabel({ start, end }: CohortAnswer, { timeZone, locale }: Calendar): string {
  return formatBucket(Date.parse(start), Date.parse(end), timeZone, locale)
}

export function sizeWords(cohort: CohortAnswer, calendar: Calendar): string {
  const count = formatCount(cohort.size, calendar.locale)
  const words = `${cohortLabel(cohort, calendar)}: ${count} ${cohort.size === 1 ? 'visitor' : 'visitors'} first seen`
  return cohort.partial ? `${words}, in part` : words
}

/** Nov 3 – 9, after 2 weeks: 18%, 120 of 660 visitors, 95 % interval 15%–21% */
export function periodWords(label: string, { index, retained, partial }: PeriodAnswer, calendar: Calendar) {
  const { interval, locale } = calendar
  const after = `${label}, after ${formatCount(index, locale)} ${UNITS[interval]}${index === 1 ? '' : 's'}`
  if (retained.value === null) return `${after}: ${NO_VALUE}, nothing whole to count`
  const words = `${after}: ${formatRate(retained.value, locale)}, ${proportionWords(retained, 'visitors', locale)}`
  return partial ? `${words}, in part` : words
}
