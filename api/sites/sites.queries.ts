/** The one door to a site: nothing below it is reached but through here, and what the caller may not see is not there. */
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'

export type SiteRow = { id: number; slug: string; name: string; origins: string[]; timeZone: string }

/** The site if the caller may see it. One that is not there and one that is not theirs are the same: null. */
export async function siteBySlug(control: Control, caller: Caller, slug: string): Promise<SiteRow | null> {
  const site = await control.site.findUnique({ where: { slug } })
  return site !== null && mayRead(caller, site.id) ? site : null
}

export function visibleSites(control: Control, caller: Caller): Promise<SiteRow[]> {
  if (!caller.scopes.includes('READ')) return Promise.resolve([])
  const where = caller.siteIds === null ? {} : { id: { in: caller.siteIds } }
  return control.site.findMany({ where, orderBy: { name: 'asc' } })
}

export async function writeKeysOf(control: Control, { id }: SiteRow): Promise<string[]> {
  const keys = await control.writeKey.findMany({
    where: { siteId: id, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  })
  return keys.map(({ key }) => key)
}

function mayRead({ scopes, siteIds }: Caller, siteId: number): boolean {
  return scopes.includes('READ') && (siteIds === null || siteIds.includes(siteId))
}
