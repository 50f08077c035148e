/** Silences and maintenance windows of a site. */
import { IANAZone } from 'luxon'
import type { MaintenanceWindow, Silence } from '../../prisma/generated/client.ts'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { rowNumber } from '../global-id.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { requireManage, ruleById } from './saved-rules.ts'

export type SavedSilence = Silence & { site: SiteRow }
export type SavedWindow = MaintenanceWindow & { site: SiteRow }

type Changing = { control: Control; caller: Caller; now: number }

const DAY_MS = 24 * 3_600_000
const LONGEST_SILENCE_MS = 90 * DAY_MS
const WINDOW_MS = { least: 60_000, most: DAY_MS }

export async function silencesOf(control: Control, site: SiteRow, now: number): Promise<SavedSilence[]> {
  const where = { siteId: site.id, to: { gt: new Date(now) } }
  const rows = await control.silence.findMany({ where, orderBy: { to: 'asc' } })
  return rows.map((row) => ({ ...row, site }))
}

export async function windowsOf(control: Control, site: SiteRow): Promise<SavedWindow[]> {
  const where = { siteId: site.id }
  const rows = await control.maintenanceWindow.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({ ...row, site }))
}

export type NewSilence = {
  site: string
  rule: string | null
  segment: string | null
  from: Date | null
  to: Date
  reason: string
}

export async function createSilence(
  { control, caller, now }: Changing,
  { site: slug, rule, segment, to, reason, ...given }: NewSilence,
): Promise<{ silence: SavedSilence | null; userErrors: UserError[] }> {
  const { site, userErrors } = await siteFor({ control, caller }, slug)
  if (site === null) return { silence: null, userErrors }
  const from = given.from ?? new Date(now)
  userErrors.push(...checkLength('reason', reason, 200))
  const lengthMs = to.getTime() - from.getTime()
  if (!(lengthMs > 0 && lengthMs <= LONGEST_SILENCE_MS) || to.getTime() <= now)
    userErrors.push(
      wrong(
        'to',
        `a silence until ${to.toISOString()}: expected the future, and 90 days after its begin at most`,
      ),
    )
  if (segment !== null && !isKey(segment))
    userErrors.push(
      wrong('segment', `"${segment.slice(0, 60)}" is no key as JSON: expected "DE" in quotes, or null`),
    )
  const ruleId = await ruleIn({ control, site }, rule, userErrors)
  if (userErrors.length > 0) return { silence: null, userErrors }
  const data = { siteId: site.id, ruleId, segment, from, to, reason: reason.trim(), by: caller.name }
  return { silence: { ...(await control.silence.create({ data })), site }, userErrors }
}

/** What it held back is told by the next evaluation, if it is still so. */
export async function endSilence(
  { control, caller, now }: Changing,
  { site: slug, id }: { site: string; id: string },
): Promise<{ silence: SavedSilence | null; userErrors: UserError[] }> {
  const { site, userErrors } = await siteFor({ control, caller }, slug)
  if (site === null) return { silence: null, userErrors }
  const number = rowNumber(id)
  const where = { id: number ?? 0, siteId: site.id, to: { gt: new Date(now) } }
  const found = await control.silence.findFirst({ where })
  if (found === null)
    return { silence: null, userErrors: [unknown('id', `silence "${id.slice(0, 60)}" that is not over`)] }
  const silence = await control.silence.update({ where: { id: found.id }, data: { to: new Date(now) } })
  return { silence: { ...silence, site }, userErrors }
}

export type NewWindow = {
  site: string
  name: string
  rule: string | null
  timeZone: string | null
  weekdays: readonly number[]
  startsAt: string
  durationMs: number
}

export async function createWindow(
  { control, caller }: Omit<Changing, 'now'>,
  { site: slug, name, rule, weekdays, startsAt, durationMs, ...given }: NewWindow,
): Promise<{ maintenanceWindow: SavedWindow | null; userErrors: UserError[] }> {
  const { site, userErrors } = await siteFor({ control, caller }, slug)
  if (site === null) return { maintenanceWindow: null, userErrors }
  const timeZone = given.timeZone ?? site.timeZone
  userErrors.push(...checkLength('name', name, 100))
  if (!IANAZone.isValidZone(timeZone))
    userErrors.push(
      wrong(
        'timeZone',
        `unknown time zone "${timeZone.slice(0, 60)}": expected a name such as Europe/Berlin`,
      ),
    )
  if (weekdays.length === 0 || weekdays.some((day) => !(day >= 1 && day <= 7)))
    userErrors.push(
      wrong('weekdays', `the weekdays ${weekdays.join(', ')}: expected some of 1 (Monday) to 7 (Sunday)`),
    )
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt))
    userErrors.push(
      wrong('startsAt', `"${startsAt.slice(0, 20)}" is no time of day: expected one such as 02:30`),
    )
  if (!(durationMs >= WINDOW_MS.least && durationMs <= WINDOW_MS.most))
    userErrors.push(wrong('duration', `a window of ${durationMs} ms: expected PT1M to PT24H`))
  const ruleId = await ruleIn({ control, site }, rule, userErrors)
  if (userErrors.length > 0) return { maintenanceWindow: null, userErrors }
  const data = {
    siteId: site.id,
    ruleId,
    name: name.trim(),
    timeZone,
    weekdays: [...new Set(weekdays)].sort((a, b) => a - b),
    startsAt,
    durationMs,
  }
  return { maintenanceWindow: { ...(await control.maintenanceWindow.create({ data })), site }, userErrors }
}

export async function deleteWindow(
  { control, caller }: Omit<Changing, 'now'>,
  { site: slug, id }: { site: string; id: string },
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  const { site, userErrors } = await siteFor({ control, caller }, slug)
  if (site === null) return { deletedId: null, userErrors }
  const where = { id: rowNumber(id) ?? 0, siteId: site.id }
  const { count } = await control.maintenanceWindow.deleteMany({ where })
  return count > 0
    ? { deletedId: id, userErrors }
    : { deletedId: null, userErrors: [unknown('id', `maintenance window "${id.slice(0, 60)}"`)] }
}

async function siteFor({ control, caller }: Omit<Changing, 'now'>, slug: string) {
  requireManage(caller)
  const site = await siteBySlug(control, caller, slug)
  return {
    site,
    userErrors: site === null ? [unknown('site', `site "${slug.slice(0, 60)}" that this token may see`)] : [],
  }
}

async function ruleIn(
  { control, site }: { control: Control; site: SiteRow },
  id: string | null,
  userErrors: UserError[],
): Promise<number | null> {
  if (id === null) return null
  const rule = await ruleById(control, site, id)
  if (rule === null) userErrors.push(unknown('rule', `alert rule "${id.slice(0, 60)}" of this site`))
  return rule?.id ?? null
}

function isKey(segment: string): boolean {
  try {
    const key: unknown = JSON.parse(segment)
    // Compared as text: another way to write the same key would match nothing.
    return (key === null || typeof key === 'string') && JSON.stringify(key) === segment
  } catch {
    return false
  }
}

function wrong(path: string, message: string): UserError {
  return { path: [path], code: 'INVALID', message }
}

function unknown(path: string, what: string): UserError {
  return { path: [path], code: 'UNKNOWN', message: `there is no ${what}` }
}
