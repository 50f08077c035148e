/** Status pages as they are saved. What one of them shows is put together in status-view.ts. */
import { randomBytes } from 'node:crypto'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId, rowNumber } from '../global-id.ts'
import { userError } from '../problem.ts'
import type { SaveStatusPageInput } from '../schema.generated.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { type PageSettings, checkPage } from './check-page.ts'

export type StatusPage = PageSettings & {
  id: number
  site: SiteRow
  createdAt: Date
  updatedAt: Date
}

export type StatusPagePayload = { statusPage: StatusPage | null; userErrors: UserError[] }

const UNIQUE_VIOLATION = 'P2002'
/** 256 bits, as many as the hash has (RFC 7518, 3.2). */
const SECRET_BYTES = 32

export async function statusPagesOf(control: Control, site: SiteRow): Promise<StatusPage[]> {
  const rows = await control.statusPage.findMany({ where: { siteId: site.id }, orderBy: { title: 'asc' } })
  return rows.map((row) => pageOf(site, row))
}

/** By its global id (`shop/status/3`) or its number alone; null where the site has none such. */
export async function statusPageById(
  control: Control,
  site: SiteRow,
  id: string,
): Promise<StatusPage | null> {
  const number = rowNumber(localId(site, 'status', id))
  if (number === null) return null
  const row = await control.statusPage.findFirst({ where: { id: number, siteId: site.id } })
  return row === null ? null : pageOf(site, row)
}

/** Whoever asks: it is for the callers of this to say who may see it. */
export async function statusPageBySlug(
  control: Control,
  slug: string,
): Promise<(StatusPage & { secret: Uint8Array }) | null> {
  const row = await control.statusPage.findUnique({ where: { slug }, include: { site: true } })
  return row === null ? null : { ...pageOf(row.site, row), secret: row.secret }
}

export function idOfPage({ id, site }: Pick<StatusPage, 'id' | 'site'>): string {
  return globalId(site, 'status', String(id))
}

export async function saveStatusPage(
  control: Control,
  caller: Caller,
  input: SaveStatusPageInput,
): Promise<StatusPagePayload> {
  requireManage(caller)
  const id = input.id ?? null
  const before = id === null ? null : await manageablePage(control, caller, id)
  if (id !== null && before === null) return unknownPage(id, 'id')
  const slug = input.site ?? ''
  const site = before?.site ?? (await siteBySlug(control, caller, slug))
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${slug.slice(0, 60)}" that this token may see`)
  if (before !== null && input.site !== null && input.site !== undefined && input.site !== site.slug)
    return failed('site', 'INVALID', `the page belongs to "${site.slug}": make a new one for another site`)
  const { settings, userErrors } = await checkPage(control, site, { input, before })
  if (settings === null) return { statusPage: null, userErrors }
  const data = { ...settings, components: settings.components as object[] }
  try {
    const row =
      before === null
        ? await control.statusPage.create({
            data: { ...data, siteId: site.id, secret: new Uint8Array(randomBytes(SECRET_BYTES)) },
          })
        : await control.statusPage.update({ where: { id: before.id }, data })
    return { statusPage: pageOf(site, row), userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return failed('slug', 'TAKEN', `there is a status page "${settings.slug}" already: choose another slug`)
  }
}

export async function deleteStatusPage(
  control: Control,
  caller: Caller,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  requireManage(caller)
  const found = await manageablePage(control, caller, id)
  if (found === null) return { deletedId: null, userErrors: unknownPage(id, 'id').userErrors }
  await control.statusPage.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfPage(found), userErrors: [] }
}

/** The page that a mutation names by its global id, if the caller may see its site. */
export async function manageablePage(
  control: Control,
  caller: Caller,
  id: string,
): Promise<StatusPage | null> {
  const parsed = parseGlobalId(id)
  if (parsed?.kind !== 'status') return null
  const site = await siteBySlug(control, caller, parsed.slug)
  return site === null ? null : statusPageById(control, site, parsed.id)
}

export function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('changing status pages needs a token with the scope MANAGE', 'FORBIDDEN')
}

export function unknownPage(id: string, path: string): { statusPage: null; userErrors: UserError[] } {
  return failed(path, 'UNKNOWN', `there is no status page "${id.slice(0, 60)}" that this token may see`)
}

type Row = Omit<StatusPage, 'site' | 'components' | 'theme'> & { components: unknown; theme: string }

function pageOf(site: SiteRow, row: Row): StatusPage {
  return {
    id: row.id,
    site,
    slug: row.slug,
    title: row.title,
    description: row.description,
    components: row.components as PageSettings['components'],
    theme: row.theme as PageSettings['theme'],
    origins: row.origins,
    published: row.published,
    floor: row.floor,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

function failed(path: string, code: UserError['code'], message: string) {
  return { statusPage: null, userErrors: [{ path: [path], code, message }] }
}
