/**
 * Incidents of status pages. The status of one is that of its last update:
 *
 *   INVESTIGATING ⇄ IDENTIFIED ⇄ MONITORING ──▶ RESOLVED (closed) ──any other──▶ open again
 */
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId, rowNumber } from '../global-id.ts'
import type {
  IncidentImpact,
  IncidentStatus,
  OpenIncidentInput,
  UpdateIncidentInput,
} from '../schema.generated.ts'
import { DAY_MS } from '../segment/rollups.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import type { StatusComponent } from './check-page.ts'
import { type StatusPage, manageablePage, requireManage, unknownPage } from './status-pages.ts'

export type IncidentUpdate = { status: IncidentStatus; message: string; at: Date }

export type Incident = {
  id: number
  site: SiteRow
  title: string
  impact: IncidentImpact
  status: IncidentStatus
  components: string[]
  startedAt: Date
  resolvedAt: Date | null
  updates: IncidentUpdate[]
}

export type IncidentPayload = { incident: Incident | null; userErrors: UserError[] }

/** How long an incident that is over is shown. */
const SHOWN_MS = 90 * DAY_MS
const MOST_SHOWN = 100
const LONGEST_TITLE = 150
const LONGEST_MESSAGE = 2000

const WITH_UPDATES = { updates: { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }] } }

/** Open ones and those of the last 90 days, the newest first. */
export async function incidentsOf(
  control: Control,
  { id, site }: Pick<StatusPage, 'id' | 'site'>,
  now: number,
): Promise<Incident[]> {
  const rows = await control.incident.findMany({
    where: { pageId: id, OR: [{ resolvedAt: null }, { startedAt: { gte: new Date(now - SHOWN_MS) } }] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    include: WITH_UPDATES,
  })
  return rows.map((row) => incidentOf(site, row))
}

export async function incidentById(control: Control, site: SiteRow, id: string): Promise<Incident | null> {
  const number = rowNumber(localId(site, 'incident', id))
  if (number === null) return null
  const row = await control.incident.findFirst({
    where: { id: number, page: { siteId: site.id } },
    include: WITH_UPDATES,
  })
  return row === null ? null : incidentOf(site, row)
}

export function idOfIncident({ id, site }: Pick<Incident, 'id' | 'site'>): string {
  return globalId(site, 'incident', String(id))
}

type Asking = { control: Control; caller: Caller; now: number }

export async function openIncident(
  { control, caller, now }: Asking,
  input: OpenIncidentInput,
): Promise<IncidentPayload> {
  requireManage(caller)
  const page = await manageablePage(control, caller, input.page)
  if (page === null) return { incident: null, userErrors: unknownPage(input.page, 'page').userErrors }
  const { title, message } = input
  const at = input.startedAt ?? new Date(now)
  const components = input.components ?? []
  const userErrors = [
    ...checkLength('title', title, LONGEST_TITLE),
    ...checkLength('message', message, LONGEST_MESSAGE),
    ...strangers(components, page.components),
    ...notYet('startedAt', at, now),
  ]
  if (userErrors.length > 0) return { incident: null, userErrors }
  const status = input.status ?? 'INVESTIGATING'
  const row = await control.incident.create({
    data: {
      pageId: page.id,
      title: title.trim(),
      impact: input.impact ?? 'MINOR',
      status,
      components: [...new Set(components)],
      startedAt: at,
      resolvedAt: status === 'RESOLVED' ? at : null,
      updates: { create: { status, message: message.trim(), at } },
    },
    include: WITH_UPDATES,
  })
  return { incident: incidentOf(page.site, row), userErrors: [] }
}

export async function updateIncident(
  { control, caller, now }: Asking,
  input: UpdateIncidentInput,
): Promise<IncidentPayload> {
  requireManage(caller)
  const found = await manageable(control, caller, input.id)
  if (found === null) return { incident: null, userErrors: unknown(input.id) }
  const at = input.at ?? new Date(now)
  const title = input.title ?? found.title
  const components = input.components ?? found.components
  const last = found.updates[0]?.at ?? found.startedAt
  const userErrors = [
    ...checkLength('title', title, LONGEST_TITLE),
    ...checkLength('message', input.message, LONGEST_MESSAGE),
    // A component that has gone since may stay named.
    ...(input.components ? strangers(components, await componentsBeside(control, found)) : []),
    ...notYet('at', at, now),
  ]
  if (at < last) {
    const message = `${at.toISOString()} is before the last update, of ${last.toISOString()}`
    userErrors.push({ path: ['at'], code: 'INVALID', message })
  }
  if (userErrors.length > 0) return { incident: null, userErrors }
  const status = input.status ?? found.status
  const row = await control.incident.update({
    where: { id: found.id },
    data: {
      title: title.trim(),
      impact: input.impact ?? found.impact,
      status,
      components: [...new Set(components)],
      resolvedAt: status === 'RESOLVED' ? (found.resolvedAt ?? at) : null,
      updates: { create: { status, message: input.message.trim(), at } },
    },
    include: WITH_UPDATES,
  })
  return { incident: incidentOf(found.site, row), userErrors: [] }
}

export async function deleteIncident(
  { control, caller }: Omit<Asking, 'now'>,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  requireManage(caller)
  const found = await manageable(control, caller, id)
  if (found === null) return { deletedId: null, userErrors: unknown(id) }
  await control.incident.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfIncident(found), userErrors: [] }
}

async function manageable(control: Control, caller: Caller, id: string): Promise<Incident | null> {
  const parsed = parseGlobalId(id)
  if (parsed?.kind !== 'incident') return null
  const site = await siteBySlug(control, caller, parsed.slug)
  return site === null ? null : incidentById(control, site, parsed.id)
}

async function componentsBeside(control: Control, { id }: Incident): Promise<StatusComponent[]> {
  const { page } = await control.incident.findUniqueOrThrow({ where: { id }, select: { page: true } })
  return page.components as unknown as StatusComponent[]
}

function strangers(keys: readonly string[], components: readonly StatusComponent[]): UserError[] {
  const known = components.map(({ key }) => key)
  return keys.flatMap((key, i) => {
    const message = `the page has no component "${key.slice(0, 60)}": it has ${known.join(', ')}`
    return known.includes(key) ? [] : [{ path: ['components', String(i)], code: 'UNKNOWN' as const, message }]
  })
}

function notYet(path: string, at: Date, now: number): UserError[] {
  if (at.getTime() <= now) return []
  return [{ path: [path], code: 'INVALID', message: `${at.toISOString()} is yet to come` }]
}

function unknown(id: string): UserError[] {
  const message = `there is no incident "${id.slice(0, 60)}" that this token may see`
  return [{ path: ['id'], code: 'UNKNOWN', message }]
}

type Row = Omit<Incident, 'site' | 'impact' | 'status' | 'updates'> & {
  impact: string
  status: string
  updates: (Omit<IncidentUpdate, 'status'> & { status: string })[]
}

function incidentOf(site: SiteRow, row: Row): Incident {
  return {
    id: row.id,
    site,
    title: row.title,
    impact: row.impact as IncidentImpact,
    status: row.status as IncidentStatus,
    components: row.components,
    startedAt: row.startedAt,
    resolvedAt: row.resolvedAt,
    updates: row.updates.map(({ message, at, ...update }) => ({
      status: update.status as IncidentStatus,
      message,
      at,
    })),
  }
}
