/**
 * The write keys of a site. One is exchanged by making the second, putting it into the pages, and disabling the first
 * once nothing comes with it any more.
 */
import type { Caller } from '../access/authenticate.ts'
import { newWriteKey } from '../access/tokens.ts'
import type { Control } from '../db/prisma.ts'
import type { UserError } from '../user-errors.ts'
import { type SiteRow, lockSite, manageableSite } from './sites.queries.ts'

/** One for each of the apps that are a site together, and one that takes another's place. */
const MOST_LIVE = 10

export type WriteKeyRow = { key: string; createdAt: Date; disabledAt: Date | null }

export function allWriteKeysOf(control: Control, { id }: SiteRow): Promise<WriteKeyRow[]> {
  return control.writeKey.findMany({ where: { siteId: id }, orderBy: [{ createdAt: 'asc' }, { key: 'asc' }] })
}

export async function createWriteKey(
  control: Control,
  caller: Caller,
  slug: string,
): Promise<{ writeKey: WriteKeyRow | null; userErrors: UserError[] }> {
  const site = await manageableSite(control, caller, slug)
  if (site === null) return { writeKey: null, userErrors: [unknownSite(slug)] }
  return control.$transaction(async (transaction) => {
    await lockSite(transaction, site)
    const live = await transaction.writeKey.count({ where: { siteId: site.id, disabledAt: null } })
    if (live >= MOST_LIVE) {
      const message = `"${slug}" has ${live} write keys that work: disable one of them first`
      return { writeKey: null, userErrors: [{ path: ['site'], code: 'TAKEN', message }] }
    }
    const data = { key: newWriteKey(site.slug), siteId: site.id }
    return { writeKey: await transaction.writeKey.create({ data }), userErrors: [] }
  })
}

export async function disableWriteKey(
  control: Control,
  caller: Caller,
  { site: slug, key, force, now }: { site: string; key: string; force: boolean; now: number },
): Promise<{ disabledKey: string | null; userErrors: UserError[] }> {
  const site = await manageableSite(control, caller, slug)
  if (site === null) return { disabledKey: null, userErrors: [unknownSite(slug)] }
  return control.$transaction(async (transaction) => {
    // Of two who disable a key each at once the second finds what the first has left.
    await lockSite(transaction, site)
    const live = await transaction.writeKey.findMany({ where: { siteId: site.id, disabledAt: null } })
    const mistake = whyNot({ slug, key, force, live: live.map((other) => other.key) })
    if (mistake !== null) return { disabledKey: null, userErrors: [mistake] }
    await transaction.writeKey.updateMany({
      where: { key, siteId: site.id },
      data: { disabledAt: new Date(now) },
    })
    return { disabledKey: key, userErrors: [] }
  })
}

function whyNot({
  slug,
  key,
  force,
  live,
}: {
  slug: string
  key: string
  force: boolean
  live: readonly string[]
}): UserError | null {
  if (!live.includes(key)) {
    const message = `"${slug}" has no working write key "${key.slice(0, 60)}"`
    return { path: ['key'], code: 'UNKNOWN', message }
  }
  if (live.length > 1 || force) return null
  const message = `"${key}" is the last write key of "${slug}" that works: make another one first, or say \`force: true\` to stop receiving`
  return { path: ['key'], code: 'INVALID', message }
}

function unknownSite(slug: string): UserError {
  const message = `there is no site "${slug.slice(0, 60)}" that this token may see`
  return { path: ['site'], code: 'UNKNOWN', message }
}
