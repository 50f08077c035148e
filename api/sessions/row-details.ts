/** What a row holds beyond its columns, and the vitals that stand in several of them. */
import { type VitalName, VITAL_NAMES, rateVital } from '../../sdk/wire/vitals.ts'
import { EVENT_KINDS } from '../rows/layout.ts'
import { METRICS } from '../segment/metrics.ts'
import { RATINGS } from '../vitals/vital-stats.ts'
import type { TimelineRow } from './timeline.queries.ts'

export const detail = (row: TimelineRow): Record<string, unknown> => row.detail ?? {}
export const text = (row: TimelineRow, name: string): string | null => {
  const value = detail(row)[name]
  return typeof value === 'string' ? value : null
}
export const number = (row: TimelineRow, name: string): number | null => {
  const value = detail(row)[name]
  return typeof value === 'number' ? value : null
}
export const yes = (row: TimelineRow, name: string): boolean => detail(row)[name] === true

/** An object of numbers as phases. */
export function phases(value: unknown): { name: string; duration: number }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, duration]) =>
    typeof duration === 'number' ? [{ name, duration }] : [],
  )
}

/** The metrics that the row holds, each with what it is owed to. */
export function vitalValues(row: TimelineRow) {
  return VITAL_NAMES.flatMap((metric) => {
    const value = vitalIn(row, metric)
    if (value === null) return []
    const attribution = detail(row)[metric]
    const about =
      typeof attribution === 'object' && attribution !== null ? (attribution as Record<string, unknown>) : {}
    const rating = rateVital(metric, value)
    return [
      {
        metric,
        value,
        rating: rating === null ? null : RATINGS[rating],
        element: typeof about['element'] === 'string' ? about['element'] : null,
        phases: phases(about['phases']),
      },
    ]
  })
}

function vitalIn(row: TimelineRow, metric: VitalName): number | null {
  const { kind, column, name } = METRICS[metric]
  if (kind !== EVENT_KINDS.vital || column === null || (name !== null && name !== row.name)) return null
  return row[column]
}
