/**
 * Brings batches from the outbox to the collector, one at a time, and all that fit at once when the page is leaving.
 *
 *   put ──▶ waiting ──▶ under way ──accepted, refused──▶ gone
 *              ▲            │
 *              └──backoff───┘ retry: full jitter, 1 s doubling to 5 min, or as long as the collector says
 */
import { guard } from '../browser/guard.ts'
import type { Stop } from '../browser/listen.ts'
import type { Batch } from '../wire/batch.generated.ts'
import { byteLength, KEEPALIVE_BYTES } from './keepalive.ts'
import type { Outbox } from './outbox.ts'
import type { Outcome, Post } from './send.ts'

const BACKOFF_FIRST_MS = 1000
const BACKOFF_MAX_MS = 5 * 60_000

export type Delivery = {
  /** Takes responsibility for a batch: it is in the outbox before anything is sent. */
  put: (batch: Batch) => void
  /** Sends what is waiting. `leaving`: now or never in this page. */
  pump: (leaving?: boolean) => void
  /** Forgets the backoff, as when the network comes back, and sends. */
  retryNow: () => void
  /** Throws away everything that is not yet sent. */
  clear: () => void
  stop: Stop
}

export function createDelivery({
  outbox,
  post,
  now,
  random,
}: {
  outbox: Outbox
  post: Post
  now: () => number
  /** 0…1, for the jitter. */
  random: () => number
}): Delivery {
  // What earlier pages left behind comes first. What other living tabs put there later is theirs to send.
  let waiting = outbox.ids()
  const underWay = new Map<string, number>()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function pump(leaving = false): void {
    if (stopped || timer !== undefined) return
    for (const id of waiting) {
      if (underWay.has(id)) continue
      if (underWay.size > 0 && !leaving) return
      const stored = outbox.get(id)
      if (stored === undefined) waiting = waiting.filter((other) => other !== id)
      else deliver(id, stored, leaving)
    }
  }
  function deliver(id: string, stored: string, leaving: boolean): void {
    const body = JSON.stringify({ ...(JSON.parse(stored) as Batch), sentAt: now() })
    const bytes = byteLength(body)
    const used = [...underWay.values()].reduce((sum, bytes) => sum + bytes, 0)
    const keepalive = used + bytes <= KEEPALIVE_BYTES
    if (leaving && !keepalive) return
    underWay.set(id, keepalive ? bytes : 0)
    void post(body, keepalive).then(
      guard((outcome: Outcome) => settle(id, outcome)),
      guard(() => settle(id, { kind: 'retry' })),
    )
  }
  function settle(id: string, outcome: Outcome): void {
    underWay.delete(id)
    if (stopped) return
    if (outcome.kind === 'retry') {
      const backoff = random() * Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** failures++)
      schedule(Math.max(backoff, outcome.afterMs ?? 0))
      return
    }
    failures = 0
    waiting = waiting.filter((other) => other !== id)
    // An unknown end leaves the batch in the outbox for the next page load; the collector knows a repetition.
    if (outcome.kind !== 'unknown') outbox.remove(id)
    pump()
  }
  function schedule(delayMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(guard(retry), delayMs)
  }
  function retry(): void {
    clearTimeout(timer)
    timer = undefined
    pump()
  }
  return {
    put(batch) {
      outbox.put(batch.id, JSON.stringify(batch))
      waiting = [...waiting, batch.id]
    },
    pump,
    retryNow: retry,
    clear() {
      waiting = []
      outbox.clear()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
