import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guard } from '../browser/guard.ts'
import { uuidV7 } from '../session/uuid.ts'
import type { Batch } from '../wire/batch.generated.ts'
import { LIMITS } from '../wire/limits.ts'
import { createDelivery, type Entry } from './delivery.ts'
import { outcomeOf, type Body, type Outcome } from './send.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_763_689_200_000 }))
afterEach(() => vi.useRealTimers())

type Sent = {
  /** Undefined when it was packed. */
  batch: Batch | undefined
  keepalive: boolean
  answer: (outcome: Outcome) => Promise<void>
}

/** `packs`: how long packing takes and how many bytes come of it. */
function aDelivery({ random = 1, packs }: { random?: number; packs?: { ms: number; bytes: number } } = {}) {
  const sent: Sent[] = []
  const kept = new Map<string, Entry>()
  const post = (body: Body, keepalive: boolean) =>
    new Promise<Outcome>((resolve) => {
      const answer = async (outcome: Outcome) => {
        resolve(outcome)
        await vi.advanceTimersByTimeAsync(0)
      }
      sent.push({
        batch: typeof body === 'string' ? (JSON.parse(body) as Batch) : undefined,
        keepalive,
        answer,
      })
    })
  const pack = (body: string) =>
    packs && body.length > 1000
      ? new Promise<ArrayBuffer>((resolve) => {
          setTimeout(() => resolve(new ArrayBuffer(packs.bytes)), packs.ms)
        })
      : undefined
  const delivery = createDelivery({ post, pack, guard, now: Date.now, random: () => random })
  return {
    delivery,
    sent,
    kept,
    ids: () => sent.map(({ batch }) => batch?.id),
    keep: (left?: Entry[]) =>
      delivery.keep((entry, isGone) => {
        if (isGone) kept.delete(entry.batch.id)
        else kept.set(entry.batch.id, entry)
      }, left),
  }
}

function aBatch({
  padding = 0,
  events = 0,
  ...more
}: Partial<Omit<Batch, 'events'>> & { padding?: number; events?: number } = {}): Batch {
  return {
    v: 1,
    key: 'k'.repeat(1 + padding),
    id: uuidV7(Date.now()),
    sentAt: Date.now(),
    session: { id: uuidV7(Date.now()), startedAt: 0 },
    events: Array.from({ length: events }, () => ({}) as Batch['events'][number]),
    ...more,
  }
}
const left = (batch: Batch): Entry => ({ batch, bytes: JSON.stringify(batch).length, wire: 0 })

test('a batch is kept before it is sent, until it is accepted', async () => {
  const { delivery, kept, sent, keep } = aDelivery()
  keep()
  const batch = aBatch()
  delivery.put(batch)
  expect(sent).toHaveLength(0)
  expect([...kept.keys()]).toEqual([batch.id])
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry' })
  expect(kept.size).toBe(1)
  await vi.advanceTimersByTimeAsync(1000)
  await sent[1]?.answer({ kind: 'accepted' })
  expect(kept.size).toBe(0)
})

test('one at a time, in order of age', async () => {
  const { delivery, sent, ids } = aDelivery()
  const batches = [aBatch(), aBatch(), aBatch()]
  for (const batch of batches) delivery.put(batch)
  delivery.pump()
  expect(sent).toHaveLength(1)
  await sent[0]?.answer({ kind: 'accepted' })
  await sent[1]?.answer({ kind: 'refused' })
  await sent[2]?.answer({ kind: 'accepted' })
  expect(ids()).toEqual(batches.map(({ id }) => id))
})

test('a failed batch is tried again with the same id, a new sentAt and a doubling wait', async () => {
  const { delivery, sent, ids } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  for (const wait of [1000, 2000, 4000]) {
    const tries = sent.length
    await sent.at(-1)?.answer({ kind: 'retry' })
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(sent).toHaveLength(tries)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toHaveLength(tries + 1)
  }
  expect(new Set(ids()).size).toBe(1)
  expect(new Set(sent.map(({ batch }) => batch?.sentAt)).size).toBe(4)
})

test('the wait never exceeds five minutes, and takes its jitter from chance', async () => {
  const { delivery, sent } = aDelivery({ random: 0.5 })
  delivery.put(aBatch())
  delivery.pump()
  for (let tries = 1; tries < 20; tries++) {
    await sent.at(-1)?.answer({ kind: 'retry' })
    await vi.advanceTimersByTimeAsync(150_000)
    expect(sent).toHaveLength(tries + 1)
  }
})

test('when the collector asks for a wait nothing is sent meanwhile, and then not by everybody at once', async () => {
  const { delivery, sent } = aDelivery({ random: 0.5 })
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry', afterMs: 60_000 })
  delivery.put(aBatch())
  delivery.pump(true)
  await vi.advanceTimersByTimeAsync(60_499)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
})

test('a page that leaves tries once more, though the last try has just failed', async () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry' })
  delivery.pump()
  expect(sent).toHaveLength(1)
  delivery.pump(true)
  expect(sent).toHaveLength(2)
})

test('a page that leaves sends all that fits into what may outlive it, and the rest waits for the next page', () => {
  const { delivery, sent, kept, keep, ids } = aDelivery()
  keep()
  const batches = [30_000, 20_000, 30_000, 1000].map((padding) => aBatch({ padding }))
  for (const batch of batches) delivery.put(batch)
  delivery.pump(true)
  expect(ids()).toEqual([batches[0]?.id, batches[1]?.id, batches[3]?.id])
  expect(sent.every(({ keepalive }) => keepalive)).toBe(true)
  expect(kept.size).toBe(4)
})

test('hiding and leaving together send nothing twice', () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch())
  delivery.pump(true)
  delivery.pump(true)
  expect(sent).toHaveLength(1)
})

test('what earlier pages left goes first, and is not sent before it is known', async () => {
  const { delivery, sent, keep, ids } = aDelivery()
  const [before, now] = [aBatch(), aBatch()]
  delivery.put(now)
  keep([left(before)])
  await sent[0]?.answer({ kind: 'accepted' })
  expect(ids()).toEqual([before.id, now.id])
})

test('what is here and was also left is sent once', async () => {
  const { delivery, sent, keep } = aDelivery()
  const batch = aBatch()
  delivery.put(batch)
  keep([left(batch)])
  await sent[0]?.answer({ kind: 'accepted' })
  expect(sent).toHaveLength(1)
})

test('a keeper that comes late is told of all that is here', () => {
  const { delivery, kept, keep } = aDelivery()
  const batch = aBatch()
  delivery.put(batch)
  delivery.pump()
  keep()
  expect([...kept.keys()]).toEqual([batch.id])
})

test('when the network comes back nobody waits any longer', async () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry', afterMs: 60_000 })
  delivery.retryNow()
  expect(sent).toHaveLength(2)
})

test('after stop nothing is sent, not even what was being packed', async () => {
  const { delivery, sent } = aDelivery({ packs: { ms: 10, bytes: 10 } })
  delivery.put(aBatch({ padding: 2000 }))
  delivery.pump()
  delivery.stop()
  delivery.pump(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sent).toHaveLength(0)
})

test('what is cleared is not sent, and what comes afterwards does not wait for it', async () => {
  const { delivery, sent, ids } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry', afterMs: 60_000 })
  delivery.clear()
  const last = aBatch()
  delivery.put(last)
  delivery.pump()
  expect(ids().slice(1)).toEqual([last.id])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sent).toHaveLength(2)
})

test('a handed over batch is the next page’s to repeat, not this one’s', async () => {
  const { delivery, sent, kept, keep } = aDelivery()
  keep()
  delivery.put(aBatch())
  delivery.pump(true)
  await sent[0]?.answer({ kind: 'unknown' })
  delivery.pump(true)
  expect(sent).toHaveLength(1)
  expect(kept.size).toBe(1)
})

test('packed bytes count, not those before', async () => {
  const { delivery, sent } = aDelivery({ packs: { ms: 10, bytes: 59_000 } })
  delivery.put(aBatch({ padding: 100_000 }))
  delivery.put(aBatch({ padding: 500 }))
  delivery.pump()
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toMatchObject([{ batch: undefined, keepalive: true }])
  delivery.pump(true)
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, true])
})

test('a page that leaves does not wait for packing, and does not send twice when that ends', async () => {
  const { delivery, ids } = aDelivery({ packs: { ms: 10, bytes: 100 } })
  const batch = aBatch({ padding: 2000 })
  delivery.put(batch)
  delivery.pump()
  expect(ids()).toEqual([])
  delivery.pump(true)
  await vi.advanceTimersByTimeAsync(10)
  expect(ids()).toEqual([batch.id])
})

test('a thousand events are kept, the newest; the batch that drove the oldest out reports them', async () => {
  const { delivery, sent, kept, keep } = aDelivery()
  keep()
  delivery.put(aBatch({ events: 50 }))
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry' })
  const batches = Array.from({ length: 21 }, () => aBatch({ events: 50 }))
  batches.forEach(delivery.put)
  expect([...kept.keys()]).toEqual(batches.slice(1).map(({ id }) => id))
  expect([...kept.values()].map(({ batch }) => batch.dropped)).toEqual([
    ...Array.from({ length: 18 }),
    { outbox_full: 50 },
    { outbox_full: 50 },
  ])
})

test('two MiB are kept', () => {
  const { delivery, kept, keep } = aDelivery()
  keep()
  for (let i = 0; i < 5; i++) delivery.put(aBatch({ padding: 500_000, events: 1 }))
  expect(kept.size).toBe(4)
})

test('what a batch had to report is not lost with it', async () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch({ events: 3, dropped: { outbox_full: 7 } }))
  delivery.pump()
  await sent[0]?.answer({ kind: 'refused' })
  delivery.put(aBatch({ events: 1, dropped: { refused: 1 } }))
  delivery.put(aBatch({ events: 1 }))
  delivery.pump(true)
  expect(sent.slice(1).map(({ batch }) => batch?.dropped)).toEqual([
    { outbox_full: 7, refused: 4 },
    undefined,
  ])
})

test('what is under way is not given up: it may have arrived', () => {
  const { delivery, kept, keep } = aDelivery()
  keep()
  const first = aBatch({ events: 50 })
  delivery.put(first)
  delivery.pump()
  for (let i = 0; i < 20; i++) delivery.put(aBatch({ events: 50 }))
  expect(kept.size).toBe(21)
  expect([...kept.keys()][0]).toBe(first.id)
})

test('what is older than the collector takes is given up, what is younger goes', () => {
  const { delivery, ids, kept, keep, sent } = aDelivery()
  const [old, young] = [1, 0].map((ms) => aBatch({ events: 2, sentAt: Date.now() - LIMITS.pastMs - ms }))
  if (!old || !young) throw new Error('two batches')
  keep([left(old), left(young)])
  expect(ids()).toEqual([young.id])
  expect(kept.has(old.id)).toBe(false)
  delivery.put(aBatch())
  delivery.pump(true)
  expect(sent[1]?.batch?.dropped).toEqual({ too_old: 2 })
})

test('a batch that the collector would refuse for its size is not sent', () => {
  const { delivery, ids, sent } = aDelivery()
  delivery.put(aBatch({ events: 1, padding: LIMITS.batchBytes }))
  const small = aBatch()
  delivery.put(small)
  delivery.pump()
  expect(ids()).toEqual([small.id])
  expect(sent[0]?.batch?.dropped).toEqual({ too_large: 1 })
})

test.each([
  [200, null, { kind: 'accepted' }],
  [202, null, { kind: 'accepted' }],
  [400, null, { kind: 'refused' }],
  [401, null, { kind: 'refused' }],
  [413, null, { kind: 'refused' }],
  [422, '5', { kind: 'refused' }],
  [408, null, { kind: 'retry', afterMs: 0 }],
  [429, '7', { kind: 'retry', afterMs: 7000 }],
  [503, '999999', { kind: 'retry', afterMs: 3_600_000 }],
  [503, 'Fri, 21 Nov 2025 07:00:00 GMT', { kind: 'retry', afterMs: 0 }],
] as const)('an answer of %i with Retry-After %s', (status, retryAfter, outcome) => {
  expect(outcomeOf(status, retryAfter)).toEqual(outcome)
})
