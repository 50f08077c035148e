/** The kinds of channels and what each must be told, checked when a channel is saved. */
import type { UserError } from '../user-errors.ts'
import { RefusedUrlError, checkUrl } from './safe-request.ts'

export const CHANNEL_KINDS = ['WEBHOOK', 'SLACK', 'TEAMS', 'EMAIL'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

export type ChannelSettings = { url: string } | { to: string[] }

export type GivenSettings = { url: string | null; to: readonly string[] | null }

const MOST_RECIPIENTS = 20
/** One address, without what could begin a header or a second recipient. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,253}$/u

export function parseChannelSettings(
  kind: ChannelKind,
  given: GivenSettings,
  allowedOrigins: readonly string[],
): { settings: ChannelSettings } | { mistakes: UserError[] } {
  return kind === 'EMAIL' ? parseRecipients(given) : parseReceiver(kind, given, allowedOrigins)
}

function parseRecipients({ url, to }: GivenSettings) {
  if (url !== null) return wrong('url', 'a channel of mails has no `url`: give `to`')
  if (to === null || to.length === 0 || to.length > MOST_RECIPIENTS)
    return wrong('to', `${to?.length ?? 0} recipients: give 1 to ${MOST_RECIPIENTS}`)
  const bad = to.find((address) => !ADDRESS.test(address))
  if (bad !== undefined)
    return wrong('to', `"${bad.slice(0, 80)}" is no mail address: expected name@example.com`)
  return { settings: { to: [...to] } }
}

function parseReceiver(kind: ChannelKind, { url, to }: GivenSettings, allowedOrigins: readonly string[]) {
  if (to !== null) return wrong('to', `a channel of kind ${kind} has no \`to\`: give \`url\``)
  if (url === null) return wrong('url', `a channel of kind ${kind} needs the \`url\` of its receiver`)
  try {
    return { settings: { url: checkUrl(url, allowedOrigins).href } }
  } catch (error) {
    if (!(error instanceof RefusedUrlError)) throw error
    return wrong('url', error.message)
  }
}

function wrong(path: string, message: string): { mistakes: UserError[] } {
  return { mistakes: [{ path: [path], code: 'INVALID', message }] }
}

/** What may be shown of it: the address of a receiver is often all that it takes to post there. */
export function targetOf(settings: ChannelSettings): string {
  return 'to' in settings ? settings.to.join(', ') : new URL(settings.url).origin
}
