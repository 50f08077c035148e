/** What a request must pass before its batch is taken: rates, the session's length, the quota, room in the queue. */
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'
import { type Problem, type Rejection, problem } from '../collect/problems.ts'
import type { ValidBatch } from '../collect/validate.ts'
import type { KeyedSite } from '../collect/write-keys.ts'
import type { IngestBatch } from '../queue/ingest-job.ts'
import { batchBytes } from '../queue/job-id.ts'
import { type Backpressure, retryAfterFull } from './backpressure.ts'
import { capBatch } from './cap-batch.ts'
import type { KeptValues } from './kept-values.ts'
import type { Quotas } from './quota.ts'
import { type Buckets, networkOf } from './rates.ts'
import type { SessionEvents } from './session-events.ts'
import { isShed } from './shedding.ts'
import type { Storage } from './storage.ts'

export type Gate = {
  /** Before the body is read. Null: it may pass. */
  address(ip: string): Problem | null
  batch(site: KeyedSite, batch: ValidBatch): Problem | null
  /** The batch without what is given up while the queue is nearly full. */
  shed(batch: ValidBatch): ValidBatch
  /** The batch with `other` for values beyond their cap, and how many those were, by what they are of. */
  cap(site: KeyedSite, batch: ValidBatch): Promise<{ batch: ValidBatch; other: Record<string, number> }>
  accepted(batch: IngestBatch, events: number): void
  refused(siteId: number, refusal: Problem, at: number): void
}

/** Lets everything pass: for batches that no stranger sends. */
export const OPEN_GATE: Gate = {
  address: () => null,
  batch: () => null,
  shed: (batch) => batch,
  cap: (_, batch) => Promise.resolve({ batch, other: {} }),
  accepted: () => {},
  refused: () => {},
}

type Parts = {
  buckets: Buckets
  sessions: SessionEvents
  quotas: Quotas
  backpressure: Backpressure
  storage: Pick<Storage, 'fullness'>
  kept: KeptValues
  onRefused: Gate['refused']
  random: () => number
}

export function createGate({
  buckets,
  sessions,
  quotas,
  backpressure,
  storage,
  kept,
  onRefused,
  random,
}: Parts): Gate {
  return {
    address: (ip) => {
      const network = networkOf(ip)
      const wait = network === null ? null : buckets.address.take(network)
      return wait === null ? null : later('rate_limited_address', 'your network sends too fast', wait)
    },
    batch: (site, { envelope }) => {
      if (backpressure.fullness() >= 1)
        return later('queue_full', 'the queue is full', retryAfterFull(random))
      if (storage.fullness() >= 1)
        return later('storage_full', 'the database is full', retryAfterFull(random))
      const ofKey = buckets.key.take(envelope.key)
      if (ofKey !== null) return later('rate_limited_key', 'the site sends too fast with this key', ofKey)
      const session = envelope.session.id
      const ofSession = buckets.session.take(`${site.id} ${session}`)
      if (ofSession !== null) return later('rate_limited_session', 'the session sends too fast', ofSession)
      if (sessions.isOver(site.id, session))
        return problem('session_over', 'the session has sent as many events as a session may: begin another')
      const untilTomorrow = quotas.refusedFor(site.id, site.eventsADay)
      return untilTomorrow === null
        ? null
        : later('quota_exceeded', "the site's events of today are used up", untilTomorrow)
    },
    shed: (batch) => shedFrom(batch, Math.max(backpressure.fullness(), storage.fullness())),
    cap: async (site, batch) => capBatch(batch, { keep: await kept.ofSite(site.id), rules: site.rules }),
    accepted: (batch, events) => {
      backpressure.added(batchBytes(batch))
      quotas.accepted(batch.siteId, events)
      sessions.add(batch.siteId, batch.session.id, events)
    },
    refused: onRefused,
  }
}

function later(code: Parameters<typeof problem>[0], detail: string, seconds: number): Problem {
  return { ...problem(code, `${detail}: try again in ${seconds} s`), retryAfter: seconds }
}

function shedFrom(batch: ValidBatch, fullness: number): ValidBatch {
  const isKept = ({ event }: { event: WireEvent }) => !isShed(event, fullness)
  const events = batch.events.filter(isKept)
  if (events.length === batch.events.length) return batch
  const shed = batch.events
    .filter((one) => !isKept(one))
    .map(({ index, event }): Rejection => ({
      index,
      code: 'shed',
      message: `events[${index}] is a ${event.t}: it is not taken while the queue is nearly full`,
    }))
  return { ...batch, events, rejected: [...batch.rejected, ...shed] }
}
