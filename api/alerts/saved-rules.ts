/** Alert rules under a name. */
import type { GraphQLSchema } from 'graphql'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId, rowNumber } from '../global-id.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { type RuleData, type RuleFields, checkRule } from './rule-input.ts'
import { type AlertRule, ruleOf } from './rules.ts'

export type RulePayload = { rule: AlertRule | null; userErrors: UserError[] }
export type Changing = { control: Control; caller: Caller; schema: GraphQLSchema; now: number }

const UNIQUE_VIOLATION = 'P2002'

export async function rulesOf(control: Control, site: SiteRow): Promise<AlertRule[]> {
  const rows = await control.alertRule.findMany({ where: { siteId: site.id }, orderBy: { name: 'asc' } })
  return rows.map((row) => ruleOf(site, row))
}

/** By its global id (`shop/rule/3`) or its number alone; null where the site has none such. */
export async function ruleById(control: Control, site: SiteRow, id: string): Promise<AlertRule | null> {
  const number = rowNumber(localId(site, 'rule', id))
  if (number === null) return null
  const row = await control.alertRule.findFirst({ where: { id: number, siteId: site.id } })
  return row === null ? null : ruleOf(site, row)
}

export function idOfRule({ id, site }: Pick<AlertRule, 'id' | 'site'>): string {
  return globalId(site, 'rule', String(id))
}

export async function createRule(
  { control, caller, schema, now }: Changing,
  { site: slug, enabled, ...fields }: RuleFields & { site: string; enabled: boolean },
): Promise<RulePayload> {
  requireManage(caller)
  const site = await siteBySlug(control, caller, slug)
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${slug.slice(0, 60)}" that this token may see`)
  const checked = await checkRule({ control, site, schema, now }, fields)
  if ('mistakes' in checked) return { rule: null, userErrors: checked.mistakes }
  const data = { siteId: site.id, enabled, ...columns(checked.data) }
  return orTaken(data.name, async () => ruleOf(site, await control.alertRule.create({ data })))
}

/** What is not given stays as it is. */
export type RuleChanges = { id: string } & Partial<RuleFields>

export async function updateRule(
  { control, caller, schema, now }: Changing,
  { id, ...changes }: RuleChanges,
): Promise<RulePayload> {
  const found = await manageable({ control, caller }, id)
  if (found === null) return unknown(id)
  const { site } = found
  const checked = await checkRule({ control, site, schema, now }, { ...fieldsOf(found), ...changes })
  if ('mistakes' in checked) return { rule: null, userErrors: checked.mistakes }
  const data = columns(checked.data)
  const watchesOther = watched(checked.data) !== watched(found)
  const version = watchesOther ? { version: { increment: 1 } } : {}
  return orTaken(data.name, async () =>
    ruleOf(site, await control.alertRule.update({ where: { id: found.id }, data: { ...data, ...version } })),
  )
}

export async function enableRule(
  { control, caller }: Pick<Changing, 'control' | 'caller'>,
  id: string,
  enabled: boolean,
): Promise<RulePayload> {
  const found = await manageable({ control, caller }, id)
  if (found === null) return unknown(id)
  const row = await control.alertRule.update({ where: { id: found.id }, data: { enabled } })
  return { rule: ruleOf(found.site, row), userErrors: [] }
}

export async function deleteRule(
  { control, caller }: Pick<Changing, 'control' | 'caller'>,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  const found = await manageable({ control, caller }, id)
  if (found === null) return { deletedId: null, userErrors: unknown(id).userErrors }
  await control.alertRule.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfRule(found), userErrors: [] }
}

/** The rule that a mutation names by its global id, if the caller may see its site. */
export async function manageable(
  { control, caller }: Pick<Changing, 'control' | 'caller'>,
  id: string,
): Promise<AlertRule | null> {
  requireManage(caller)
  const parsed = parseGlobalId(id)
  if (parsed?.kind !== 'rule') return null
  const site = await siteBySlug(control, caller, parsed.slug)
  return site === null ? null : ruleById(control, site, parsed.id)
}

export function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('changing alerts needs a token with the scope MANAGE', 'FORBIDDEN')
}

/** What an open alert is about: if this changes it is about nothing any more. Keys in one order, as jsonb has another. */
function watched({
  definition,
  where,
  split,
  splitKey,
}: Pick<RuleData, 'definition' | 'where' | 'split' | 'splitKey'>): string {
  return JSON.stringify([definition, where, split, splitKey], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

function fieldsOf(rule: AlertRule): RuleFields {
  const { name, definition, where, split, splitKey, severity, times, of, minSample, escalateAfterMs } = rule
  return {
    name,
    definition: { stored: definition },
    where: where === null ? null : { stored: where },
    split: split as RuleFields['split'],
    splitKey,
    severity: severity as RuleFields['severity'],
    times,
    of,
    minSample,
    escalateAfterMs,
    channels: rule.channelIds.map(String),
    escalationChannels: rule.escalationChannelIds.map(String),
  }
}

function columns(data: RuleData) {
  return {
    ...data,
    definition: data.definition as unknown as Prisma.InputJsonObject,
    where: data.where === null ? Prisma.DbNull : (data.where as Prisma.InputJsonObject),
  }
}

async function orTaken(name: string, write: () => Promise<AlertRule>): Promise<RulePayload> {
  try {
    return { rule: await write(), userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return failed('name', 'TAKEN', `there is a rule "${name}" already: choose another name`)
  }
}

export function unknown(id: string): RulePayload {
  return failed('id', 'UNKNOWN', `there is no alert rule "${id.slice(0, 60)}" that this token may see`)
}

function failed(path: string, code: UserError['code'], message: string): RulePayload {
  return { rule: null, userErrors: [{ path: [path], code, message }] }
}
