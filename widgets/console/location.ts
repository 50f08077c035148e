/** What the console shows, as its address: it can be shared, and Back goes back. */
import { VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { isRange } from '../data/period.ts'
import { DIMENSIONS, type DimensionName } from '../format/names.ts'
import { CONSOLE_PAGES, SESSION_KINDS, pageAt, type PageName, type SessionKind } from './console-pages.ts'

export interface ConsoleLocation {
  page: PageName
  /** Null: the first one that there is. */
  site: string | null
  range: string
  metric: VitalName
  /** One value a dimension; null is the unknown value. */
  filters: ReadonlyMap<DimensionName, string | null>
  /** Which sessions are listed. */
  show: SessionKind
  /** What is open on the page: an SLO, a group of errors, a funnel by its id, a flag by its key. */
  open: string | null
  /** The session that lies over the page. */
  session: string | null
}

export const START: ConsoleLocation = {
  page: 'overview',
  site: null,
  range: 'P7D',
  metric: 'LCP',
  filters: new Map(),
  show: 'all',
  open: null,
  session: null,
}

/** Anything that cannot be read is as if it were not there. In filters, empty means unknown. */
export function parseLocation({ pathname, search }: { pathname: string; search: string }): ConsoleLocation {
  const query = new URLSearchParams(search)
  const range = query.get('range') ?? ''
  const metric = query.get('metric') ?? ''
  const show = query.get('show') ?? ''
  const filters = new Map<DimensionName, string | null>()
  for (const [dimension, { field }] of filterFields()) {
    const value = query.get(field)
    if (value !== null) filters.set(dimension, value === '' ? null : value)
  }
  return {
    page: pageAt(pathname) ?? START.page,
    site: query.get('site'),
    range: isRange(range) ? range : START.range,
    metric: Object.hasOwn(VITALS, metric) ? (metric as VitalName) : START.metric,
    filters,
    show: Object.hasOwn(SESSION_KINDS, show) ? (show as SessionKind) : START.show,
    open: query.get('open'),
    session: query.get('session'),
  }
}

/** The address, without what goes without saying. */
export function formatLocation(place: ConsoleLocation): string {
  const query = new URLSearchParams()
  for (const name of ['site', 'range', 'metric', 'show', 'open', 'session'] as const) {
    const value = place[name]
    if (value !== null && value !== START[name]) query.set(name, value)
  }
  for (const [dimension, { field }] of filterFields()) {
    const value = place.filters.get(dimension)
    if (value !== undefined) query.set(field, value ?? '')
  }
  const text = query.toString()
  return `${CONSOLE_PAGES[place.page].path}${text === '' ? '' : `?${text}`}`
}

/** Where a change leads: another page or another site has nothing of this one open. */
export function changed(place: ConsoleLocation, change: Partial<ConsoleLocation>): ConsoleLocation {
  const leaves =
    (change.page ?? place.page) !== place.page || (change.site ?? place.site) !== place.site
      ? { open: null, session: null, show: START.show }
      : {}
  return { ...place, ...leaves, ...change }
}

function filterFields(): [DimensionName, { field: string }][] {
  return Object.entries(DIMENSIONS) as [DimensionName, { field: string }][]
}
