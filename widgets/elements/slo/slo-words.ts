/** What people call the states of an SLO, what it counts, and how long its window is. */
import type { RatingName } from '../../format/names.ts'
import { formatSpan } from '../../format/time.ts'

/** Each state with its name, and the rating whose colour and shape it takes. */
export const SLO_STATES = {
  OK: { label: 'OK', rating: 'GOOD' },
  BURNING: { label: 'Burning', rating: 'NEEDS_IMPROVEMENT' },
  EXHAUSTED: { label: 'Exhausted', rating: 'POOR' },
  NO_DATA: { label: 'No data', rating: null },
} as const satisfies Record<string, { label: string; rating: RatingName | null }>

export type SloStateName = keyof typeof SLO_STATES

export type RuleStateName = 'BURNING' | 'CALM' | 'FROZEN'

/** What is counted, in the plural. */
const EVENTS = {
  VITAL: 'values',
  CRASH_FREE: 'sessions',
  REQUESTS: 'requests',
  PAGE_LOADS: 'page loads',
  TRANSACTIONS: 'transactions',
} as const

export interface Counted {
  indicator: { kind: keyof typeof EVENTS }
  budgeting: { method: string }
}

export function eventWords({ indicator, budgeting }: Counted): string {
  return budgeting.method === 'OCCURRENCES' ? EVENTS[indicator.kind] : 'slices of time'
}

export interface WindowAnswer {
  days: number | null
  calendar: 'WEEK' | 'MONTH' | 'QUARTER' | null
}

export function windowWords({ days, calendar }: WindowAnswer, locale: string): string {
  if (calendar !== null) return `this ${calendar.toLowerCase()}`
  return `last ${formatSpan((days ?? 0) * 86_400_000, locale)}`
}
