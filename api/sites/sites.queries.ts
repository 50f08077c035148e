/** The one door to a site: nothing below it is reached but through here, and what the caller may not see is not there. */
import type { Caller } from '../access/authenticate.ts'
import type { Lock } from '../access/grant.ts'
import type { Control, ControlTransaction } from '../db/prisma.ts'
import { userError } from '../problem.ts'

export type SiteRow = {
  id: number
  slug: string
  name: string
  origins: string[]
  timeZone: string
  /** What narrows every answer about the site to whoever came through the door; absent: nothing. */
  lock?: Lock | undefined
}

/** The site if the caller may see it. One that is not there and one that is not theirs are the same: null. */
export async function siteBySlug(control: Control, caller: Caller, slug: string): Promise<SiteRow | null> {
  const site = await control.site.findUnique({ where: { slug } })
  return site !== null && mayRead(caller, site.id) ? { ...site, lock: caller.grant?.lock } : null
}

export async function visibleSites(control: Control, caller: Caller): Promise<SiteRow[]> {
  if (!caller.scopes.includes('READ') || isReader(caller)) return []
  const where = caller.siteIds === null ? {} : { id: { in: caller.siteIds } }
  const sites = await control.site.findMany({ where, orderBy: { name: 'asc' } })
  return sites.map((site) => ({ ...site, lock: caller.grant?.lock }))
}

export async function writeKeysOf(control: Control, { id }: SiteRow): Promise<string[]> {
  const keys = await control.writeKey.findMany({
    where: { siteId: id, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  })
  return keys.map(({ key }) => key)
}

/** The site, if the caller may change what it sees; null if there is none such. */
export function manageableSite(control: Control, caller: Caller, slug: string): Promise<SiteRow | null> {
  if (!caller.scopes.includes('MANAGE'))
    throw userError('changing a site needs a token with the scope MANAGE', 'FORBIDDEN')
  return siteBySlug(control, caller, slug)
}

/** The row as it is now; whoever else wants to change the site or its keys waits until the transaction is over. */
export function lockSite(transaction: ControlTransaction, { id, slug }: SiteRow) {
  return transaction.site.update({ where: { id }, data: { slug } })
}

function mayRead(caller: Caller, siteId: number): boolean {
  const { scopes, siteIds } = caller
  return scopes.includes('READ') && !isReader(caller) && (siteIds === null || siteIds.includes(siteId))
}

/** The public reads status pages, which have a door of their own. */
function isReader({ grant }: Caller): boolean {
  return grant?.reader !== undefined
}
