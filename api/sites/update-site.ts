import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import type { UserError } from '../user-errors.ts'
import { checkSite } from './create-site.ts'
import { type SettingsChange, changeSettings, parseSettings } from './settings.ts'
import { type SiteRow, lockSite, manageableSite } from './sites.queries.ts'

/** What is null stays as it was; of the quota what is undefined does, as null is none. */
export type SiteChange = {
  id: string
  name: string | null
  origins: readonly string[] | null
  timeZone: string | null
  settings: SettingsChange
  eventsADay?: number | null | undefined
}

/** Changes a site in what is given, or tells every mistake of the input. */
export async function updateSite(
  control: Control,
  caller: Caller,
  { id, name, origins, timeZone, settings: change, eventsADay }: SiteChange,
): Promise<{ site: SiteRow | null; userErrors: UserError[] }> {
  const before = await manageableSite(control, caller, id)
  if (before === null) {
    const message = `there is no site "${id.slice(0, 60)}" that this token may see`
    return { site: null, userErrors: [{ path: ['id'], code: 'UNKNOWN', message }] }
  }
  return control.$transaction(async (transaction) => {
    // Two who change different settings at once must not undo each other.
    const stored = await lockSite(transaction, before)
    const fields = {
      name: (name ?? stored.name).trim(),
      origins: [...(origins ?? stored.origins)],
      timeZone: timeZone ?? stored.timeZone,
    }
    const changed = changeSettings(parseSettings(stored.settings), change)
    const userErrors = [...checkSite(fields), ...changed.userErrors, ...checkQuota(eventsADay)]
    if (userErrors.length > 0) return { site: null, userErrors }
    const quota = eventsADay === undefined ? {} : { eventsADay }
    const data = { ...fields, ...quota, settings: changed.settings }
    const site = await transaction.site.update({ where: { id: before.id }, data })
    return { site: { ...site, lock: before.lock }, userErrors: [] }
  })
}

function checkQuota(eventsADay: number | null | undefined): UserError[] {
  if (eventsADay === null || eventsADay === undefined || eventsADay >= 1) return []
  const message = `invalid eventsADay ${eventsADay}: expected 1 or more, or null for any number; to take nothing at all disable the write keys`
  return [{ path: ['eventsADay'], code: 'INVALID', message }]
}
