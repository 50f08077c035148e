/** What was decided about flags: kept as the input that it was made with, parsed by the same parser when it is asked. */
import { GraphQLError } from 'graphql'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { type SavedChannel, channelById, channelsOf } from '../deliveries/channels.ts'
import { parseGlobalId } from '../global-id.ts'
import { userError } from '../problem.ts'
import type { FlagGuardrailInput, FlagMetricInput, SaveFlagInput } from '../schema.generated.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { checkSplit } from './cohorts.ts'
import { MOST_METRICS, parseMetric, parseMetrics } from './flag-metrics.ts'
import { idOfFlag } from './flag-id.ts'

export type Split = readonly { variant: string; weight: number }[]

export type FlagDefinition = {
  control: string
  split: Split | null
  metrics: FlagMetricInput[]
  guardrails: FlagGuardrailInput[]
}

export type SavedFlag = {
  id: number
  site: SiteRow
  key: string
  definition: FlagDefinition
  owner: string | null
  channelIds: number[]
  startedAt: Date
  updatedAt: Date
}

export type FlagPayload = { flag: SavedFlag | null; userErrors: UserError[] }

type Row = Omit<SavedFlag, 'site' | 'definition'> & { definition: unknown }

/** In the order in which they are asked for; null where a flag was not saved. */
export async function savedFlags(
  control: Control,
  asked: readonly { site: SiteRow; key: string }[],
): Promise<(SavedFlag | null)[]> {
  const rows = await control.flag.findMany({
    where: { OR: asked.map(({ site, key }) => ({ siteId: site.id, key })) },
  })
  return asked.map(({ site, key }) => {
    const row = rows.find((one) => one.siteId === site.id && one.key === key)
    return row === undefined ? null : ofSite(site, row)
  })
}

export async function savedFlagsOf(control: Control, site: SiteRow): Promise<SavedFlag[]> {
  const rows = await control.flag.findMany({ where: { siteId: site.id }, orderBy: { key: 'asc' } })
  return rows.map((row) => ofSite(site, row))
}

/** Of all sites, to be judged. */
export async function everySavedFlag(control: Control): Promise<SavedFlag[]> {
  const rows = await control.flag.findMany({ include: { site: true }, orderBy: { id: 'asc' } })
  return rows.map(({ site, ...row }) => ofSite(site, row))
}

/** One that was deleted since is told nothing. */
export async function channelsOfFlag(
  control: Control,
  { site, channelIds }: SavedFlag,
): Promise<SavedChannel[]> {
  const channels = await channelsOf(control, site)
  return channels.filter(({ id }) => channelIds.includes(id))
}

export async function saveFlag(
  control: Control,
  caller: Caller,
  { input, now }: { input: SaveFlagInput; now: number },
): Promise<FlagPayload> {
  requireManage(caller)
  const site = await siteBySlug(control, caller, input.site)
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${input.site}" that this token may see`)
  const definition = {
    control: input.control,
    split: input.split ?? null,
    metrics: [...(input.metrics ?? [])],
    guardrails: [...(input.guardrails ?? [])],
  }
  const ids = [...new Set(input.channels)]
  const channels = await Promise.all(ids.map((id) => channelById(control, site, id)))
  const userErrors = [...mistakesIn(input, definition), ...unknownChannels(ids, channels)]
  if (userErrors.length > 0) return { flag: null, userErrors }
  const data = {
    definition: toJson(definition),
    owner: input.owner ?? null,
    channelIds: [...new Set(channels.flatMap((channel) => (channel === null ? [] : [channel.id])))],
  }
  const startedAt = input.startedAt ?? undefined
  const row = await control.flag.upsert({
    where: { siteId_key: { siteId: site.id, key: input.key } },
    create: { ...data, siteId: site.id, key: input.key, startedAt: startedAt ?? new Date(now) },
    update: { ...data, ...(startedAt === undefined ? {} : { startedAt }) },
  })
  return { flag: ofSite(site, row), userErrors: [] }
}

export async function deleteFlag(
  control: Control,
  caller: Caller,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  requireManage(caller)
  const parsed = parseGlobalId(id)
  const site = parsed?.kind === 'flag' ? await siteBySlug(control, caller, parsed.slug) : null
  const { count } =
    parsed === null || site === null
      ? { count: 0 }
      : await control.flag.deleteMany({ where: { siteId: site.id, key: parsed.id } })
  if (site === null || parsed === null || count === 0) {
    const message = `there is no saved flag "${id.slice(0, 60)}" that this token may see`
    return { deletedId: null, userErrors: failed('id', 'UNKNOWN', message).userErrors }
  }
  return { deletedId: idOfFlag({ site, key: parsed.id }), userErrors: [] }
}

function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('changing flags needs a token with the scope MANAGE', 'FORBIDDEN')
}

function ofSite(site: SiteRow, { definition, ...row }: Row): SavedFlag {
  return { ...row, site, definition: definition as FlagDefinition }
}

function mistakesIn(input: SaveFlagInput, definition: FlagDefinition): UserError[] {
  const { metrics, guardrails, split, control } = definition
  return [
    ...checkLength('key', input.key, 200),
    ...checkLength('control', control, 200),
    ...(typeof input.owner === 'string' ? checkLength('owner', input.owner, 200) : []),
    ...mistake('split', () => {
      if (split === null) return
      checkSplit(split)
      if (!split.some(({ variant }) => variant === control))
        throw userError(`the split has no part for the control "${control}": name each variant`)
    }),
    ...mistake('metrics', () => {
      if (metrics.length > 0) parseMetrics(metrics)
    }),
    ...mistake('guardrails', () => checkGuardrails(guardrails)),
  ]
}

function unknownChannels(ids: readonly string[], found: readonly (SavedChannel | null)[]): UserError[] {
  return ids
    .filter((_, i) => found[i] === null)
    .map((id) => ({
      path: ['channels'],
      code: 'UNKNOWN',
      message: `this site has no channel "${id.slice(0, 60)}"`,
    }))
}

function checkGuardrails(guardrails: readonly FlagGuardrailInput[]): void {
  if (guardrails.length > MOST_METRICS)
    throw userError(`${guardrails.length} guardrails: give ${MOST_METRICS} at most`)
  for (const { metric, worst } of guardrails) {
    const { name } = parseMetric(metric)
    if (!(worst >= 0))
      throw userError(`the worst change of ${name} is ${worst}: expected 0 or more, whichever way is bad`)
  }
  if (guardrails.length > 0) parseMetrics(guardrails.map(({ metric }) => metric))
}

function mistake(path: string, check: () => void): UserError[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return [{ path: [path], code: 'INVALID', message: error.message }]
  }
}

function failed(path: string, code: UserError['code'], message: string): FlagPayload {
  return { flag: null, userErrors: [{ path: [path], code, message }] }
}

/** Input objects of GraphQL have no prototype; JSON leaves out what was not given. */
function toJson(definition: object): object {
  return JSON.parse(JSON.stringify(definition)) as object
}
