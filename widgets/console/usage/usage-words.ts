/** The accounts of a site in sentences. */
import { formatCount, formatShare } from '../../format/number.ts'
import type { Usage, UsageCap, UsagePoint, UsageQuota } from './usage.query.ts'

/** From here on a cap is worth a word. */
const NEAR = 0.8

export const QUOTA_STATES: Record<UsageQuota['state'], { label: string; rating: string }> = {
  OK: { label: 'Enough is left', rating: 'good' },
  WARNING: { label: 'Nearly used up', rating: 'needs-improvement' },
  EXCEEDED: { label: 'Used up: what comes is refused', rating: 'poor' },
}

type Sums = Pick<Usage, 'accepted' | 'stored' | 'dead' | 'erased' | 'queued' | 'queuedIsExact'>

/** accepted = stored + dead + erased + queued, in words. */
export function identityWords(sums: Sums, locale: string): string {
  const count = (n: number) => formatCount(n, locale)
  if (sums.accepted === 0) return 'Nothing was accepted in this time.'
  const queued =
    sums.queued === null
      ? 'what waits in the queue cannot be told just now'
      : `${sums.queuedIsExact === false ? 'about ' : ''}${count(sums.queued)} wait in the queue`
  const erased = sums.erased === 0 ? '' : `${count(sums.erased)} were of people who are forgotten, `
  return `Of ${count(sums.accepted)} events that were accepted ${count(sums.stored)} are stored, ${count(sums.dead)} are dead letters, ${erased}and ${queued}.`
}

/** What does not add up: 0 unless the queue cannot be asked or counts are wrong. */
export function missingOf({ accepted, stored, dead, erased, queued }: Sums): number {
  return accepted - stored - dead - erased - (queued ?? 0)
}

export function lossWords(loss: Usage['loss'], locale: string): string {
  if (loss === null) return 'No client numbered its batches, so what never arrived cannot be told.'
  const count = (n: number) => formatCount(n, locale)
  const of = `${count(loss.expected)} batches of ${count(loss.senders)} page loads`
  return loss.missing === 0
    ? `All ${of} arrived, by their own numbers.`
    : `${count(loss.missing)} of ${of} never arrived (${formatShare(loss.missing / loss.expected, locale)}), by their own numbers.`
}

export function quotaWords({ used, events }: UsageQuota, locale: string): string {
  const count = (n: number) => formatCount(n, locale)
  return `${count(used)} of ${count(events)} events of today (${formatShare(used / events, locale)})`
}

/** The fullest first; those that are not near are left out. */
export function nearCaps(caps: readonly UsageCap[]): UsageCap[] {
  return caps.filter(({ values, most }) => values >= NEAR * most)
}

export function capWords({ what, of, values, most }: UsageCap, locale: string): string {
  const kind = of === null ? what.replace('_', ' ') : `${what.replace('_', ' ')} of ${of}`
  return `${kind}: ${formatCount(values, locale)} of ${formatCount(most, locale)} different values`
}

/** What of a point came to nothing, in events. Requests that were refused whole are not events. */
export function goneOf({ dead, rejected, dropped }: UsagePoint): number {
  return dead + rejected + dropped
}
