/**
 * A status page as its readers see it. Figures are the same for an hour, so they are put together once and kept: however
 * many read the page, the database is asked once. What people say about incidents is read anew each time.
 */
import { requireWholeSite } from '../access/grant.ts'
import type { Caller } from '../access/authenticate.ts'
import type { Context } from '../context.ts'
import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import type { StatusState } from '../schema.generated.ts'
import { type Figures, figuresOf, lastHour } from './figures.ts'
import { type Incident, incidentsOf } from './incidents.ts'
import { withIncidents, worstOf } from './state.ts'
import { type StatusPage, statusPageBySlug } from './status-pages.ts'

export type StatusView = Pick<StatusPage, 'title' | 'description' | 'theme'> & {
  state: StatusState
  at: number
  floor: number
  timeZone: string
  components: ({
    key: string
    name: string
    description: string
    metric: 'LCP' | 'INP' | 'CLS' | null
  } & Figures)[]
  incidents: (Omit<Incident, 'id' | 'site'> & { key: string })[]
}

type Asking = Pick<Context, 'db' | 'control' | 'record' | 'segments' | 'now'>

/** The page of a reader's token; for any other caller the page of that name, if they may see its site. */
export async function pageFor(
  control: Control,
  caller: Caller,
  slug: string | null,
): Promise<{ page: StatusPage; floor: number } | null> {
  const { grant } = caller
  if (grant?.reader !== undefined) {
    if (slug !== null && slug !== grant.reader.page)
      throw userError('the token is for the readers of another status page', 'FORBIDDEN')
    const page = await statusPageBySlug(control, grant.reader.page)
    if (page === null || !(caller.siteIds ?? []).includes(page.site.id)) return null
    return { page, floor: Math.max(page.floor, grant.reader.floor) }
  }
  if (slug === null) throw userError('give the `slug` of the status page')
  requireWholeSite(grant?.lock, 'a status page')
  const page = await statusPageBySlug(control, slug)
  const isSeen = page !== null && (caller.siteIds === null || caller.siteIds.includes(page.site.id))
  return isSeen && caller.scopes.includes('READ') ? { page, floor: page.floor } : null
}

export async function viewOf(page: StatusPage, floor: number, context: Asking): Promise<StatusView> {
  const [figures, incidents] = await Promise.all([
    figuresOfPage(page, floor, context),
    incidentsOf(context.control, page, context.now),
  ])
  const names = new Map(page.components.map(({ key, name }) => [key, name]))
  const components = page.components.map(({ key, name, description, vital }, i) => {
    const own = figures[i]
    if (own === undefined) throw new RangeError('a component without figures')
    const about = incidents.filter((one) => one.resolvedAt === null && one.components.includes(key))
    const state = withIncidents(
      own.state,
      about.map(({ impact }) => impact),
    )
    return { ...own, key, name, description, metric: vital, state }
  })
  // Trouble that names no component is the whole page's.
  const general = incidents.filter((one) => one.resolvedAt === null && one.components.length === 0)
  return {
    title: page.title,
    description: page.description,
    theme: page.theme,
    state: withIncidents(
      worstOf(components.map(({ state }) => state)),
      general.map(({ impact }) => impact),
    ),
    at: lastHour(context.now),
    floor,
    timeZone: page.site.timeZone,
    components,
    incidents: incidents.map(
      ({ id, title, impact, status, startedAt, resolvedAt, updates, ...incident }) => ({
        key: `i${id}`,
        title,
        impact,
        status,
        startedAt,
        resolvedAt,
        updates,
        components: incident.components.flatMap((key) => names.get(key) ?? []),
      }),
    ),
  }
}

const MOST_KEPT = 500
/** By database, for the tests of a process have several. */
const kept = new WeakMap<Control, Map<string, Promise<Figures[]>>>()

async function figuresOfPage(page: StatusPage, floor: number, context: Asking): Promise<Figures[]> {
  const known = kept.get(context.control) ?? new Map<string, Promise<Figures[]>>()
  kept.set(context.control, known)
  const now = lastHour(context.now)
  const key = `${page.id} ${page.updatedAt.getTime()} ${floor} ${now}`
  // Whoever asked first may have gone away, and the statements with them: then the next asks anew.
  const found = await known.get(key)?.catch(() => null)
  if (found !== undefined && found !== null) return found
  const site = { ...page.site, lock: undefined }
  const asked = Promise.all(
    page.components.map((component) => figuresOf(component, { site, floor, now }, context)),
  )
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}
