/**
 * Brings batches to the collector, one at a time, and all that fit at once when the page is leaving. What nobody has
 * acknowledged waits here, oldest first; a keeper may write it down, so that it outlives the page.
 *
 *   put ──▶ waiting ──▶ packed ──▶ under way ──accepted──▶ gone
 *              ▲                       │    └───refused──▶ given up
 *              └────────backoff────────┘ retry: full jitter, 1 s doubling to 5 min, on top of what the collector asks for
 *
 * What is given up is counted by reason; the counts travel with the next batch.
 */
import type { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import type { Batch } from '../wire/batch.generated.ts'
import type { DropReason } from '../wire/drop-reasons.ts'
import { LIMITS } from '../wire/limits.ts'
import { byteLength, KEEPALIVE_BYTES } from './keepalive.ts'
import type { Outcome, pack, Post } from './send.ts'

const MAX_EVENTS = 1000
const MAX_BYTES = 2 * 1024 * 1024
const BACKOFF_FIRST_MS = 1000
const BACKOFF_MAX_MS = 5 * 60_000

/** A batch that nobody has acknowledged. */
export type Entry = {
  batch: Batch
  /** Of its JSON. */
  bytes: number
  /** 0 while it waits, negative while it is packed, then as many bytes as are under way. */
  wire: number
}

type Dropped = NonNullable<Batch['dropped']>

/** Is told of every batch that comes and goes. */
export type Keeper = (entry: Entry, isGone: boolean) => void

export type Delivery = {
  /** Takes responsibility for a batch: it is in the outbox, and with the keeper, before anything is sent. */
  put: (batch: Batch) => void
  /** Sends what is waiting. `leaving`: now or never in this page. */
  pump: (leaving?: boolean) => void
  /** Forgets the backoff, as when the network comes back, and sends. */
  retryNow: () => void
  /** Tells the keeper of all that is here and to come, and sends what earlier pages left. Without one: memory alone. */
  keep: (keeper?: Keeper, left?: readonly Entry[]) => void
  /** Throws away everything that is not yet sent, as if it had never been; the keeper is not told. */
  clear: () => void
  stop: Stop
}

export function createDelivery({
  post,
  pack: packed,
  guard: guarded,
  now,
  random,
}: {
  post: Post
  pack: typeof pack
  guard: typeof guard
  now: () => number
  /** 0…1, for the jitter. */
  random: () => number
}): Delivery {
  let outbox: Entry[] = []
  let keeper: Keeper | undefined
  let dropped: Dropped | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The collector asked to be left alone until the timer ends. */
  let isAskedToWait = false
  let stopped = false

  function count(more: Dropped = {}): void {
    for (const [reason, events] of Object.entries(more) as [DropReason, number][])
      dropped = { ...dropped, [reason]: (dropped?.[reason] ?? 0) + events }
  }
  function remove(entry: Entry): void {
    outbox = outbox.filter((other) => other !== entry)
    keeper?.(entry, true)
  }
  function giveUp(entry: Entry, reason: DropReason): void {
    remove(entry)
    count({ [reason]: entry.batch.events.length })
    // What the batch was to report goes with the next one.
    count(entry.batch.dropped)
  }
  function makeRoom(events: number, bytes: number): void {
    for (const entry of [...outbox].reverse()) {
      events += entry.batch.events.length
      bytes += entry.bytes
      // What is under way may have arrived: to count it as lost could be wrong.
      if (!entry.wire && (events > MAX_EVENTS || bytes > MAX_BYTES)) giveUp(entry, 'outbox_full')
    }
  }

  function pump(leaving = false): void {
    if (stopped || (timer && (isAskedToWait || !leaving))) return
    for (const entry of outbox) {
      if (entry.wire > 0) continue
      if (!leaving && outbox.some(({ wire }) => wire)) return
      deliver(entry, leaving)
    }
  }
  function deliver(entry: Entry, leaving: boolean): void {
    const { batch, bytes } = entry
    if (now() - batch.sentAt > LIMITS.pastMs) {
      giveUp(entry, 'too_old')
      return
    }
    const body = JSON.stringify({ ...batch, sentAt: now() })
    const send = guarded((gzipped?: ArrayBuffer) => {
      // Gone, or already sent as it is, because the page was about to leave.
      if (stopped || entry.wire > 0 || !outbox.includes(entry)) return
      const size = gzipped?.byteLength ?? bytes
      entry.wire = 0
      const keepalive = outbox.reduce((sum, { wire }) => sum + wire, size) <= KEEPALIVE_BYTES
      if (leaving && !keepalive) return
      entry.wire = keepalive ? size : 1
      void post(gzipped ?? body, keepalive).then(guarded((outcome: Outcome) => settle(entry, outcome)))
    })
    const packing = leaving ? undefined : packed(body)
    entry.wire = -1
    if (packing) packing.then(send, () => send())
    else send()
  }
  function settle(entry: Entry, { kind, afterMs = 0 }: Outcome): void {
    entry.wire = 0
    if (stopped) return
    if (kind === 'retry') {
      isAskedToWait = afterMs > 0
      clearTimeout(timer)
      // On top of what was asked for: all clients of a site were asked for the same.
      timer = setTimeout(
        guarded(retryNow),
        afterMs + random() * Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** failures++),
      )
      return
    }
    failures = 0
    if (kind === 'refused') giveUp(entry, kind)
    else if (kind === 'accepted') remove(entry)
    // Nobody will know how it ended: if there is a keeper, the next page sends it again.
    else outbox = outbox.filter((other) => other !== entry)
    pump()
  }
  function retryNow(): void {
    clearTimeout(timer)
    timer = undefined
    pump()
  }
  return {
    put(batch) {
      const bytes = byteLength(JSON.stringify(batch))
      const events = batch.events.length
      count(batch.dropped)
      if (bytes > LIMITS.batchBytes) {
        count({ too_large: events })
        return
      }
      // First, so that what has to go for this batch is reported by it.
      makeRoom(events, bytes)
      const entry = { batch: { ...batch, ...(dropped && { dropped }) }, bytes, wire: 0 }
      dropped = undefined
      outbox.push(entry)
      keeper?.(entry, false)
    },
    pump,
    retryNow,
    keep(next, left = []) {
      keeper = next
      // A store that was lost and found again holds what is here as well.
      const own = new Set(outbox.map(({ batch }) => batch.id))
      outbox = [...left.filter(({ batch }) => !own.has(batch.id)), ...outbox]
      for (const entry of outbox) keeper?.(entry, false)
      makeRoom(0, 0)
      pump()
    },
    clear() {
      outbox = []
      retryNow()
    },
    stop() {
      stopped = true
      retryNow()
    },
  }
}
