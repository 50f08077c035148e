/** SLOs under a name: kept as the input that they were made with, parsed by the same parser whenever they are asked. */
import { Duration } from 'luxon'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId } from '../global-id.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { type DefinitionInput, type SloDefinition, parseDefinition, storedDefinition } from './definition.ts'
import { type RuleOfGoal, rulesOfGoal } from './predictions.ts'

export type Slo = {
  id: number
  site: SiteRow
  name: string
  description: string | null
  input: DefinitionInput
  definition: SloDefinition
  /** What is written into OpenSLO besides. */
  openSlo: object
  createdAt: Date
  updatedAt: Date
}

export type SloPayload = { slo: Slo | null; predictions: RuleOfGoal[] | null; userErrors: UserError[] }

const UNIQUE_VIOLATION = 'P2002'
const LONGEST_NAME = 100
/** As long as OpenSLO allows. */
const LONGEST_DESCRIPTION = 1050

export async function slosOf(control: Control, site: SiteRow): Promise<Slo[]> {
  const rows = await control.slo.findMany({ where: { siteId: site.id }, orderBy: { name: 'asc' } })
  return rows.map((row) => ofSite(site, row))
}

/** By its global id (`shop/slo/3`) or its number alone; null where the site has none such. */
export async function sloById(control: Control, site: SiteRow, id: string): Promise<Slo | null> {
  const number = numberOf(localId(site, 'slo', id))
  if (number === null) return null
  const row = await control.slo.findFirst({ where: { id: number, siteId: site.id } })
  return row === null ? null : ofSite(site, row)
}

export function idOfSlo({ id, site }: Pick<Slo, 'id' | 'site'>): string {
  return globalId(site, 'slo', String(id))
}

export type NewSlo = {
  site: string
  name: string
  description: string | null
  definition: DefinitionInput
  dryRun: boolean
}

export async function createSlo(control: Control, caller: Caller, input: NewSlo): Promise<SloPayload> {
  const site = await manageableSite(control, caller, input.site)
  if (site === null) return failed('site', 'UNKNOWN', unknownSite(input.site))
  const { definition, userErrors } = checked(input)
  if (definition === null || userErrors.length > 0) return { slo: null, predictions: null, userErrors }
  const predictions = rulesOfGoal(definition)
  const data = { siteId: site.id, ...columnsOf(input) }
  if (input.dryRun) {
    const taken = await control.slo.count({ where: { siteId: site.id, name: data.name } })
    return taken > 0 ? nameTaken(data.name) : { slo: null, predictions, userErrors: [] }
  }
  return orTaken(data.name, async () => ofSite(site, await control.slo.create({ data })))
}

export async function updateSlo(
  control: Control,
  caller: Caller,
  input: {
    id: string
    name: string | null
    /** Absent: as it is. */
    description: string | null | undefined
    definition: DefinitionInput | null
  },
): Promise<SloPayload> {
  const found = await manageable(control, caller, input.id)
  if (found === null) return unknown(input.id)
  const whole = {
    name: input.name ?? found.name,
    description: input.description === undefined ? found.description : input.description,
    definition: input.definition ?? found.input,
  }
  const { definition, userErrors } = checked(whole)
  if (definition === null || userErrors.length > 0) return { slo: null, predictions: null, userErrors }
  const data = columnsOf(whole)
  return orTaken(data.name, async () =>
    ofSite(found.site, await control.slo.update({ where: { id: found.id }, data })),
  )
}

export async function deleteSlo(
  control: Control,
  caller: Caller,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  const found = await manageable(control, caller, id)
  if (found === null) return { deletedId: null, userErrors: unknown(id).userErrors }
  await control.slo.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfSlo(found), userErrors: [] }
}

/** The site if it is there and the caller may change it. */
export async function manageableSite(
  control: Control,
  caller: Caller,
  slug: string,
): Promise<SiteRow | null> {
  if (!caller.scopes.includes('MANAGE'))
    throw userError('changing SLOs needs a token with the scope MANAGE', 'FORBIDDEN')
  return siteBySlug(control, caller, slug)
}

export function unknownSite(slug: string): string {
  return `there is no site "${slug.slice(0, 60)}" that this token may see`
}

/** Everything that is wrong with it, and what it means if nothing is. */
export function checked({
  name,
  description,
  definition: input,
}: Pick<NewSlo, 'name' | 'description' | 'definition'>): {
  definition: SloDefinition | null
  userErrors: UserError[]
} {
  const userErrors = checkLength('name', name, LONGEST_NAME)
  if (description !== null) userErrors.push(...checkLength('description', description, LONGEST_DESCRIPTION))
  const inside: UserError[] = []
  const definition = parseDefinition(input, inside)
  userErrors.push(...inside.map((mistake) => ({ ...mistake, path: ['definition', ...mistake.path] })))
  return { definition, userErrors }
}

export function columnsOf({
  name,
  description,
  definition,
}: Pick<NewSlo, 'name' | 'description' | 'definition'>) {
  return { name: name.trim(), description, definition: toJson(definition) }
}

export function ofSite(
  site: SiteRow,
  row: Omit<Slo, 'site' | 'input' | 'definition' | 'openSlo'> & { definition: unknown; openSlo: unknown },
): Slo {
  const input = row.definition as DefinitionInput
  return {
    id: row.id,
    site,
    name: row.name,
    description: row.description,
    input,
    definition: storedDefinition(input),
    openSlo: row.openSlo as object,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

/** Part of an input as it can be sent again: durations as ISO 8601. */
export function inputText(input: object): string {
  const iso = (value: unknown) =>
    typeof value === 'number' ? Duration.fromMillis(value).rescale().toISO() : value
  return JSON.stringify(input, (key, value: unknown) => {
    if (key !== 'duration' || typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([bound, ms]) => [bound, iso(ms)]))
  })
}

/** The SLO that a mutation names by its global id, if the caller may see its site. */
async function manageable(control: Control, caller: Caller, id: string): Promise<Slo | null> {
  const parsed = parseGlobalId(id)
  const site = await manageableSite(control, caller, parsed?.slug ?? '')
  return site === null || parsed?.kind !== 'slo' ? null : sloById(control, site, parsed.id)
}

const MOST_NUMBER = 2_147_483_647

function numberOf(id: string | null): number | null {
  return id !== null && /^\d{1,10}$/.test(id) && Number(id) <= MOST_NUMBER ? Number(id) : null
}

async function orTaken(name: string, write: () => Promise<Slo>): Promise<SloPayload> {
  try {
    const slo = await write()
    return { slo, predictions: rulesOfGoal(slo.definition), userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return nameTaken(name)
  }
}

function nameTaken(name: string): SloPayload {
  return failed('name', 'TAKEN', `there is an SLO "${name}" already: choose another name`)
}

function unknown(id: string): SloPayload {
  return failed('id', 'UNKNOWN', `there is no SLO "${id.slice(0, 60)}" that this token may see`)
}

function failed(path: string, code: UserError['code'], message: string): SloPayload {
  return { slo: null, predictions: null, userErrors: [{ path: [path], code, message }] }
}

/** Input objects of GraphQL have no prototype; JSON leaves out what was not given. */
function toJson(definition: DefinitionInput): object {
  return JSON.parse(JSON.stringify(definition)) as object
}
