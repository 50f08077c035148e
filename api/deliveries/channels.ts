/** Channels: where the notices of a site are sent. A secret is told when it is made, and never again. */
import type { Channel } from '../../prisma/generated/client.ts'
import type { Caller } from '../access/authenticate.ts'
import type { Control } from '../db/prisma.ts'
import { globalId, localId, parseGlobalId, rowNumber } from '../global-id.ts'
import { userError } from '../problem.ts'
import { type SiteRow, siteBySlug } from '../sites/sites.queries.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { type ChannelKind, type GivenSettings, parseChannelSettings } from './channel-settings.ts'
import { newWebhookSecret } from './sign-webhook.ts'

export type SavedChannel = Channel & { site: SiteRow }

export type ChannelPayload = { channel: SavedChannel | null; secret: string | null; userErrors: UserError[] }

/** What changing channels takes: the rows, who asks, and what the operator lets receivers be. */
export type Changing = { control: Control; caller: Caller; allowedOrigins: readonly string[]; now: number }

const UNIQUE_VIOLATION = 'P2002'
/** How long both secrets sign: time for a receiver to change over. */
const ROTATION_MS = 24 * 3_600_000

export async function channelsOf(control: Control, site: SiteRow): Promise<SavedChannel[]> {
  const rows = await control.channel.findMany({ where: { siteId: site.id }, orderBy: { name: 'asc' } })
  return rows.map((row) => ({ ...row, site }))
}

/** By its global id (`shop/channel/3`) or its number alone; null where the site has none such. */
export async function channelById(control: Control, site: SiteRow, id: string): Promise<SavedChannel | null> {
  const number = rowNumber(localId(site, 'channel', id))
  if (number === null) return null
  const row = await control.channel.findFirst({ where: { id: number, siteId: site.id } })
  return row === null ? null : { ...row, site }
}

export function idOfChannel({ id, site }: Pick<SavedChannel, 'id' | 'site'>): string {
  return globalId(site, 'channel', String(id))
}

export async function createChannel(
  changing: Changing,
  input: GivenSettings & { site: string; name: string; kind: ChannelKind },
): Promise<ChannelPayload> {
  const { control, caller, allowedOrigins } = changing
  requireManage(caller)
  const site = await siteBySlug(control, caller, input.site)
  if (site === null)
    return failed('site', 'UNKNOWN', `there is no site "${input.site.slice(0, 60)}" that this token may see`)
  const checked = check(input, allowedOrigins)
  if ('mistakes' in checked) return { channel: null, secret: null, userErrors: checked.mistakes }
  const secret = input.kind === 'WEBHOOK' ? newWebhookSecret() : null
  const data = { siteId: site.id, kind: input.kind, secret, ...checked.data }
  return orTaken(data.name, secret, async () => ({ ...(await control.channel.create({ data })), site }))
}

export async function updateChannel(
  changing: Changing,
  input: GivenSettings & { id: string; name: string | null },
): Promise<ChannelPayload> {
  const { control, allowedOrigins } = changing
  const found = await manageable(changing, input.id)
  if (found === null) return unknown(input.id)
  const stored = { url: null, to: null, ...(found.settings as Partial<GivenSettings>) }
  const checked = check(
    {
      kind: found.kind as ChannelKind,
      name: input.name ?? found.name,
      url: input.url ?? stored.url,
      to: input.to ?? stored.to,
    },
    allowedOrigins,
  )
  if ('mistakes' in checked) return { channel: null, secret: null, userErrors: checked.mistakes }
  return orTaken(checked.data.name, null, async () => ({
    ...(await control.channel.update({ where: { id: found.id }, data: checked.data })),
    site: found.site,
  }))
}

export async function deleteChannel(
  changing: Changing,
  id: string,
): Promise<{ deletedId: string | null; userErrors: UserError[] }> {
  const found = await manageable(changing, id)
  if (found === null) return { deletedId: null, userErrors: unknown(id).userErrors }
  await changing.control.channel.deleteMany({ where: { id: found.id } })
  return { deletedId: idOfChannel(found), userErrors: [] }
}

/** Makes a new secret; the one before signs as well for a day. */
export async function rotateChannelSecret(changing: Changing, id: string): Promise<ChannelPayload> {
  const found = await manageable(changing, id)
  if (found === null) return unknown(id)
  if (found.kind !== 'WEBHOOK')
    return failed('id', 'INVALID', `"${found.name}" is of kind ${found.kind}: only webhooks are signed`)
  const secret = newWebhookSecret()
  const oldSecretUntil = new Date(changing.now + ROTATION_MS)
  const data = { secret, oldSecret: found.secret, oldSecretUntil }
  const channel = await changing.control.channel.update({ where: { id: found.id }, data })
  return { channel: { ...channel, site: found.site }, secret, userErrors: [] }
}

/** The channel that a mutation names by its global id, if the caller may see its site. */
export async function manageable(
  { control, caller }: Pick<Changing, 'control' | 'caller'>,
  id: string,
): Promise<SavedChannel | null> {
  requireManage(caller)
  const parsed = parseGlobalId(id)
  if (parsed?.kind !== 'channel') return null
  const site = await siteBySlug(control, caller, parsed.slug)
  return site === null ? null : channelById(control, site, parsed.id)
}

function requireManage({ scopes }: Caller): void {
  if (!scopes.includes('MANAGE'))
    throw userError('changing channels needs a token with the scope MANAGE', 'FORBIDDEN')
}

function check(
  { name, kind, url, to }: GivenSettings & { name: string; kind: ChannelKind },
  allowedOrigins: readonly string[],
) {
  const mistakes = checkLength('name', name, 100)
  const parsed = parseChannelSettings(kind, { url, to }, allowedOrigins)
  if ('mistakes' in parsed) mistakes.push(...parsed.mistakes)
  if ('mistakes' in parsed || mistakes.length > 0) return { mistakes }
  return { data: { name: name.trim(), settings: parsed.settings } }
}

async function orTaken(
  name: string,
  secret: string | null,
  write: () => Promise<SavedChannel>,
): Promise<ChannelPayload> {
  try {
    return { channel: await write(), secret, userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return failed('name', 'TAKEN', `there is a channel "${name}" already: choose another name`)
  }
}

function unknown(id: string): ChannelPayload {
  return failed('id', 'UNKNOWN', `there is no channel "${id.slice(0, 60)}" that this token may see`)
}

function failed(path: string, code: UserError['code'], message: string): ChannelPayload {
  return { channel: null, secret: null, userErrors: [{ path: [path], code, message }] }
}
