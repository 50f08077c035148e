/** Sends a notice through a channel, once, and tells what the receiver said. */
import type { Channel } from '../../prisma/generated/client.ts'
import type { ChannelKind, ChannelSettings } from './channel-settings.ts'
import { mailContent } from './formats/mail.ts'
import { plainLine } from './formats/plain-line.ts'
import { slackBody } from './formats/slack.ts'
import { teamsBody } from './formats/teams.ts'
import { webhookBody } from './formats/webhook.ts'
import type { Notice } from './notice.ts'
import { RefusedUrlError, type SafeAnswer, type Outbound, safePost } from './safe-request.ts'
import { type Mailbox, sendMail } from './send-mail.ts'
import { signWebhook } from './sign-webhook.ts'

export type SendSettings = Outbound & Mailbox & { now?: () => number }

/** DELIVERED; FAILED: worth another try; REFUSED: it would never go. */
export type Sent = { result: 'DELIVERED' | 'FAILED' | 'REFUSED'; answer: string }

export type Send = (channel: Channel, message: { id: string; notice: Notice }) => Promise<Sent>

const BODIES = { WEBHOOK: webhookBody, SLACK: slackBody, TEAMS: teamsBody }
/** The receiver says that it will never take anything again (Standard Webhooks). */
const GONE = 410
const MOST_ANSWER = 200

export function createSend(settings: SendSettings): Send {
  return async (channel, message) => {
    try {
      return await sendThrough(channel, message, settings)
    } catch (error) {
      const result = error instanceof RefusedUrlError ? 'REFUSED' : 'FAILED'
      return { result, answer: plainLine((error as Error).message, MOST_ANSWER) }
    }
  }
}

async function sendThrough(
  channel: Channel,
  { id, notice }: { id: string; notice: Notice },
  { now = Date.now, ...settings }: SendSettings,
): Promise<Sent> {
  const target = channel.settings as ChannelSettings
  if ('to' in target) {
    const answer = await sendMail({ id, to: target.to, ...mailContent(notice) }, settings)
    return { result: 'DELIVERED', answer: plainLine(answer, MOST_ANSWER) }
  }
  const kind = channel.kind as Exclude<ChannelKind, 'EMAIL'>
  const body = BODIES[kind](notice)
  const signature =
    kind === 'WEBHOOK'
      ? signWebhook({ id, timestampS: Math.floor(now() / 1000), body, secrets: liveSecrets(channel, now()) })
      : {}
  const headers = { 'content-type': 'application/json', ...signature }
  return judge(await safePost({ url: target.url, headers, body }, settings))
}

function liveSecrets({ secret, oldSecret, oldSecretUntil }: Channel, now: number): string[] {
  const isOldLive = oldSecretUntil !== null && oldSecretUntil.getTime() > now
  return [secret, isOldLive ? oldSecret : null].filter((one) => one !== null)
}

function judge({ status, text }: SafeAnswer): Sent {
  const answer = plainLine(`${status} ${text}`, MOST_ANSWER)
  if (status >= 200 && status < 300) return { result: 'DELIVERED', answer }
  return { result: status === GONE ? 'REFUSED' : 'FAILED', answer }
}
