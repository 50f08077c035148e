/** What the console shows, as the query of its address: it can be shared, and Back goes back. */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { allOf, whereEquals, type Filter } from '../data/filter.ts'
import { durationMs } from '../data/period.ts'
import { DIMENSIONS, type DimensionName } from '../format/names.ts'

export interface ConsoleLocation {
  /** Null: the first one that there is. */
  site: string | null
  range: string
  metric: VitalName
  /** One value a dimension; null is the unknown value. */
  filters: Readonly<Partial<Record<DimensionName, string | null>>>
  session: string | null
}

const START: ConsoleLocation = { site: null, range: 'P7D', metric: 'LCP', filters: {}, session: null }

/** Anything that cannot be read is as if it were not there. In filters, empty means unknown. */
export function parseLocation(search: string): ConsoleLocation {
  const query = new URLSearchParams(search)
  const range = query.get('range')
  const metric = query.get('metric') ?? ''
  const filters: Partial<Record<DimensionName, string | null>> = {}
  for (const [dimension, { field }] of filterFields()) {
    const value = query.get(field)
    if (value !== null) filters[dimension] = value === '' ? null : value
  }
  return {
    site: query.get('site'),
    range: range !== null && durationMs(range) ? range : START.range,
    metric: Object.hasOwn(VITALS, metric) ? (metric as VitalName) : START.metric,
    filters,
    session: query.get('session'),
  }
}

/** The query of an address, without what goes without saying. */
export function formatLocation({ site, range, metric, filters, session }: ConsoleLocation): string {
  const query = new URLSearchParams()
  if (site !== null) query.set('site', site)
  if (range !== START.range) query.set('range', range)
  if (metric !== START.metric) query.set('metric', metric)
  for (const [dimension, { field }] of filterFields()) {
    const value = filters[dimension]
    if (value !== undefined) query.set(field, value ?? '')
  }
  if (session !== null) query.set('session', session)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The filters as the API takes them. */
export function whereOf({ filters }: Pick<ConsoleLocation, 'filters'>): Filter | null {
  return allOf(
    filterFields().map(([dimension]) => {
      const value = filters[dimension]
      return value === undefined ? null : whereEquals(dimension, value)
    }),
  )
}

function filterFields(): [DimensionName, { field: string }][] {
  return Object.entries(DIMENSIONS) as [DimensionName, { field: string }][]
}
