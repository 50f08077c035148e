import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import type { UserError } from '../user-errors.ts'
import { checkSite } from './create-site.ts'
import { type SiteRow, manageableSite } from './sites.queries.ts'

/** What is null stays as it was. */
export type SiteChange = {
  id: string
  name: string | null
  origins: readonly string[] | null
  timeZone: string | null
}

/** Changes a site in what is given, or tells every mistake of the input. */
export async function updateSite(
  control: Control,
  caller: Caller,
  { id, name, origins, timeZone }: SiteChange,
): Promise<{ site: SiteRow | null; userErrors: UserError[] }> {
  const before = await manageableSite(control, caller, id)
  if (before === null) {
    const message = `there is no site "${id.slice(0, 60)}" that this token may see`
    return { site: null, userErrors: [{ path: ['id'], code: 'UNKNOWN', message }] }
  }
  const settings = {
    name: (name ?? before.name).trim(),
    origins: [...(origins ?? before.origins)],
    timeZone: timeZone ?? before.timeZone,
  }
  const userErrors = checkSite(settings)
  if (userErrors.length > 0) return { site: null, userErrors }
  const site = await control.site.update({ where: { id: before.id }, data: settings })
  return { site: { ...site, lock: before.lock }, userErrors: [] }
}
