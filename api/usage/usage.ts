/** The accounts of a site as they are asked for: totals, and the same by hour or day. */
import type { Context } from '../context.ts'
import { userError } from '../problem.ts'
import { bucketEdges } from '../segment/intervals.ts'
import { type Range, type RangeInput, parseRange } from '../segment/range.ts'
import { HOUR_MS } from '../segment/rollups.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Outcome } from './accounting.ts'
import { type CodeWords, type Coded, wordsOf } from './code-words.ts'
import type { Queued } from './queued.ts'
import { type Account, accountsOf } from './usage.queries.ts'

export type Usage = {
  site: SiteRow
  range: Range
  by: 'HOUR' | 'DAY'
  accounts: Account[]
  /** Null where the queue cannot be asked. */
  queued: Waiting[] | null
  queuedIsExact: boolean | null
}

export type UsageCode = { code: string; count: number } & CodeWords

type Waiting = { at: number; n: number }

export async function openUsage(
  { db, now, record, lookAtQueue }: Context,
  site: SiteRow,
  asked: { range: RangeInput; by: 'HOUR' | 'DAY' },
): Promise<Usage> {
  if (site.lock !== undefined) throw userError('usage is not for embed tokens', 'FORBIDDEN')
  const range = wholeHours(parseRange(asked.range, now))
  // The queue first: what is stored between the two looks is then in the accounts, and not lost between them.
  const queue = await lookAtQueue()
  const own = (queue?.batches ?? []).filter(({ siteId }) => siteId === site.id)
  const batchIds = own.map(({ batchId }) => batchId)
  const { accounts, settled } = await accountsOf(db, { siteId: site.id, range, batchIds, record })
  const queued = queue === null ? null : waitingIn(queue, { siteId: site.id, range, settled })
  return { site, range, by: asked.by, accounts, queued, queuedIsExact: queue?.isExact ?? null }
}

function waitingIn(
  { batches, unread }: Queued,
  { siteId, range, settled }: { siteId: number; range: Range; settled: ReadonlySet<string> },
): Waiting[] {
  return [
    ...batches
      .filter((batch) => batch.siteId === siteId && !settled.has(batch.batchId))
      .map(({ receivedAt, events }) => ({ at: receivedAt, n: events })),
    ...unread
      .filter((job) => job.siteId === siteId)
      .map(({ addedAt, events }) => ({ at: addedAt, n: events })),
  ].filter(({ at }) => at >= range.from && at < range.to)
}

function wholeHours({ from, to }: Range): Range {
  return { from: Math.floor(from / HOUR_MS) * HOUR_MS, to: Math.ceil(to / HOUR_MS) * HOUR_MS }
}

type Counts = Pick<Usage, 'accounts' | 'queued'>

export function countOf({ accounts }: Counts, what: Outcome): number {
  return accounts.reduce((sum, account) => (account.what === what ? sum + account.n : sum), 0)
}

export function queuedOf({ queued }: Counts): number | null {
  return queued === null ? null : queued.reduce((sum, { n }) => sum + n, 0)
}

export function acceptedOf(counts: Counts): number {
  return countOf(counts, 'accepted') + (queuedOf(counts) ?? 0)
}

/** By code, the most frequent first. */
export function codesOf({ accounts }: Counts, what: Coded): UsageCode[] {
  const counts = new Map<string, number>()
  for (const account of accounts)
    if (account.what === what) counts.set(account.code, (counts.get(account.code) ?? 0) + account.n)
  return [...counts]
    .map(([code, count]) => ({ code, count, ...wordsOf(what, code) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

export type UsagePoint = Counts & { at: number }

export function pointsOf({ site, range, by, accounts, queued }: Usage): UsagePoint[] {
  const edges = bucketEdges(range, by, by === 'HOUR' ? 'UTC' : site.timeZone)
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? range.to
    // An hour belongs to where it begins; what waits is counted by the same hours.
    const isIn = ({ at }: { at: number }) => {
      const hour = Math.floor(at / HOUR_MS) * HOUR_MS
      return hour >= from && hour < to
    }
    return { at: from, accounts: accounts.filter(isIn), queued: queued?.filter(isIn) ?? null }
  })
}
