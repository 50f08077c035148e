/** What people call the states of a status page, and the mark and colour of each. */
import type { DayState } from '../../charts/status-cells.ts'
import { RATING_LABELS, VITAL_LABELS, type RatingName } from '../../format/names.ts'
import { numberFormat, formatMeasureText } from '../../format/number.ts'
import { formatObjective } from '../../format/objective.ts'
import { dateFormat } from '../../format/time.ts'
import type { ComponentAnswer, StatusDay, StatusStateName } from './status-page.query.ts'

/** Each with its name, the rating whose colour and shape it takes, and the shape of its days. */
export const STATES = {
  OPERATIONAL: { label: 'Operational', rating: 'GOOD', day: 'good' },
  DEGRADED: { label: 'Degraded performance', rating: 'NEEDS_IMPROVEMENT', day: 'burned' },
  MAJOR_OUTAGE: { label: 'Major outage', rating: 'POOR', day: 'missed' },
  UNKNOWN: { label: 'Not enough data', rating: null, day: 'none' },
} as const satisfies Record<StatusStateName, { label: string; rating: RatingName | null; day: DayState }>

export const TOO_FEW = 'Too few visits to tell in public'

/** The API rounds down to 0.01 %, so that what is less than all never reads 100%. */
export function shareText(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(share)
}

/** How the component does over all of what is shown. */
export function summaryOf({ uptime, vital, metric, objective }: ComponentAnswer, locale: string): string {
  if (metric !== null) {
    if (vital === null) return TOO_FEW
    const value = formatMeasureText(vital.p75, vital.unit, locale)
    return `${VITAL_LABELS[metric]} ${value}, ${RATING_LABELS[vital.rating].toLowerCase()}`
  }
  if (uptime === null) return TOO_FEW
  const promised = objective === null ? '' : `, objective ${formatObjective(objective, locale)}`
  return `${shareText(uptime, locale)} good${promised}`
}

/** The figure of one day. */
export function figureOf({ compliance, p75 }: StatusDay, unit: string, locale: string): string {
  if (compliance !== null) return `${shareText(compliance, locale)} good`
  return p75 === null ? TOO_FEW : `${formatMeasureText(p75, unit, locale)} at the 75th percentile`
}

export function dayText(start: string, timeZone: string, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const
  return dateFormat(locale, options).format(Date.parse(start))
}

export function momentText(at: string, timeZone: string, locale: string): string {
  const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone } as const
  return dateFormat(locale, { ...options, timeZoneName: 'short' }).format(Date.parse(at))
}
