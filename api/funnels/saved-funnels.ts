/** Funnels under a name: kept as the input that they were made with, parsed by the same parser whenever they are asked. */
import { GraphQLError } from 'graphql'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId, rowNumber } from '../global-id.ts'
import { withIsoDurations } from '../iso-durations.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { type FunnelInput, parseFunnel } from './definition.ts'

export type SavedFunnel = {
  id: number
  site: SiteRow
  name: string
  definition: FunnelInput
  createdAt: Date
  updatedAt: Date
}

export type FunnelPayload = { funnel: SavedFunnel | null; userErrors: UserError[] }

const UNIQUE_VIOLATION = 'P2002'

export async function funnelsOf(control: Control, site: SiteRow): Promise<SavedFunnel[]> {
  const rows = await control.funnel.findMany({ where: { siteId: site.id }, orderBy: { name: 'asc' } })
  return rows.map((row) => ofSite(site, row))
}

/** By its global id (`shop/funnel/3`) or its number alone; null where the site has none such. */
export async function funnelById(control: Control, site: SiteRow, id: string): Promise<SavedFunnel | null> {
  const number = rowNumber(localId(site, 'funnel', id))
  if (number === null) return null
  const row = await control.funnel.findFirst({ where: { id: number, siteId: site.id } })
  return row === null ? null : ofSite(site, row)
}

export function idOfFunnel({ id, site }: SavedFunnel): string {
  return globalId(site, 'funnel', String(id))
}

export async function createFunnel(
  control: Control,
  caller: Caller,
  input: { site: string; name: string; definition: FunnelInput },
): Promise<FunnelPayload> {
  requireManage(caller)
  const site = await siteBySlug(control, caller, input.site)
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${input.site}" that this token may see`)
  const userErrors = mistakesIn(input)
  if (userErrors.length > 0) return { funnel: null, userErrors }
  const data = { siteId: site.id, name: input.name.trim(), definition: toJson(input.definition) }
  return orTaken(data.name, async () => ofSite(site, await control.funnel.create({ data })))
}

export async function updateFunnel(
  control: Control,
  caller: Caller,
  input: { id: string; name: string | null; definition: FunnelInput | null },
): Promise<FunnelPayload> {
  const found = await manageable(control, caller, input.id)
  if (found === null) return unknown(input.id)
  const { name, definition } = {
    name: input.name ?? found.name,
    definition: input.definition ?? found.definition,
  }
  const userErrors = mistakesIn({ name, definition })
  if (userErrors.length > 0) return { funnel: null, userErrors }
  const data = { name: name.trim(), definition: toJson(definition) }
  return orTaken(data.name, async () =>
    ofSite(found.site, await control.funnel.update({ where: { id: found.id }, data })),
  )
}

export async function deleteFunnel(
  control: Control,
  caller: Caller,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  const found = await manageable(control, caller, id)
  if (found === null) return { deletedId: null, userErrors: unknown(id).userErrors }
  await control.funnel.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfFunnel(found), userErrors: [] }
}

/** The definition as it can be sent again: durations as ISO 8601. */
export function definitionText(definition: FunnelInput): string {
  return JSON.stringify(withIsoDurations(definition))
}

/** The funnel that a mutation names by its global id, if the caller may see its site. */
async function manageable(control: Control, caller: Caller, id: string): Promise<SavedFunnel | null> {
  requireManage(caller)
  const parsed = parseGlobalId(id)
  if (parsed?.kind !== 'funnel') return null
  const site = await siteBySlug(control, caller, parsed.slug)
  return site === null ? null : funnelById(control, site, parsed.id)
}

function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('changing funnels needs a token with the scope MANAGE', 'FORBIDDEN')
}

function ofSite(
  site: SiteRow,
  {
    id,
    name,
    definition,
    createdAt,
    updatedAt,
  }: Omit<SavedFunnel, 'site' | 'definition'> & { definition: unknown },
): SavedFunnel {
  return { id, site, name, definition: definition as FunnelInput, createdAt, updatedAt }
}

function mistakesIn({ name, definition }: { name: string; definition: FunnelInput }): UserError[] {
  const mistakes = checkLength('name', name, 100)
  try {
    parseFunnel(definition)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    mistakes.push({ path: ['definition'], code: 'INVALID', message: error.message })
  }
  return mistakes
}

async function orTaken(name: string, write: () => Promise<SavedFunnel>): Promise<FunnelPayload> {
  try {
    return { funnel: await write(), userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return failed('name', 'TAKEN', `there is a funnel "${name}" already: choose another name`)
  }
}

function unknown(id: string): FunnelPayload {
  return failed('id', 'UNKNOWN', `there is no funnel "${id.slice(0, 60)}" that this token may see`)
}

function failed(path: string, code: UserError['code'], message: string): FunnelPayload {
  return { funnel: null, userErrors: [{ path: [path], code, message }] }
}

/** Input objects of GraphQL have no prototype; JSON leaves out what was not given. */
function toJson(definition: FunnelInput): object {
  return JSON.parse(JSON.stringify(definition)) as object
}
