import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { uuidV7 } from '../session/uuid.ts'
import type { Batch } from '../wire/batch.generated.ts'
import { createDelivery } from './delivery.ts'
import { createOutbox } from './outbox.ts'
import { outcomeOf, type Outcome } from './send.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_763_689_200_000 }))
afterEach(() => vi.useRealTimers())

type Sent = { id: string; sentAt: number; keepalive: boolean; answer: (outcome: Outcome) => Promise<void> }

function aDelivery(random = 1) {
  const outbox = createOutbox()
  const sent: Sent[] = []
  const post = (body: string, keepalive: boolean) =>
    new Promise<Outcome>((resolve) => {
      const { id, sentAt } = JSON.parse(body) as Batch
      const answer = async (outcome: Outcome) => {
        resolve(outcome)
        await vi.advanceTimersByTimeAsync(0)
      }
      sent.push({ id, sentAt, keepalive, answer })
    })
  const open = () => createDelivery({ outbox, post, now: Date.now, random: () => random })
  return { outbox, sent, open, delivery: open() }
}

function aBatch(padding = 0): Batch {
  return {
    v: 1,
    key: 'k'.repeat(1 + padding),
    id: uuidV7(Date.now()),
    sentAt: 0,
    session: { id: uuidV7(Date.now()), startedAt: 0 },
    events: [],
  }
}

test('a batch is in the outbox before it is sent and leaves it when it is accepted', async () => {
  const { delivery, outbox, sent } = aDelivery()
  const batch = aBatch()
  delivery.put(batch)
  expect(sent).toHaveLength(0)
  expect(outbox.ids()).toEqual([batch.id])
  delivery.pump()
  await sent[0]?.answer({ kind: 'accepted' })
  expect(outbox.ids()).toEqual([])
})

test('one at a time, in order of age', async () => {
  const { delivery, sent } = aDelivery()
  const batches = [aBatch(), aBatch(), aBatch()]
  for (const batch of batches) delivery.put(batch)
  delivery.pump()
  expect(sent).toHaveLength(1)
  await sent[0]?.answer({ kind: 'accepted' })
  await sent[1]?.answer({ kind: 'refused' })
  await sent[2]?.answer({ kind: 'accepted' })
  expect(sent.map(({ id }) => id)).toEqual(batches.map(({ id }) => id))
})

test('a failed batch is tried again with the same id, a new sentAt and a doubling wait', async () => {
  const { delivery, sent } = aDelivery()
  const batch = aBatch()
  delivery.put(batch)
  delivery.pump()
  for (const wait of [1000, 2000, 4000]) {
    const tries = sent.length
    await sent.at(-1)?.answer({ kind: 'retry' })
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(sent).toHaveLength(tries)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toHaveLength(tries + 1)
  }
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
  expect(new Set(sent.map(({ sentAt }) => sentAt)).size).toBe(4)
})

test('the wait never exceeds five minutes, and takes its jitter from chance', async () => {
  const { delivery, sent } = aDelivery(0.5)
  delivery.put(aBatch())
  delivery.pump()
  for (let tries = 1; tries < 20; tries++) {
    await sent.at(-1)?.answer({ kind: 'retry' })
    await vi.advanceTimersByTimeAsync(150_000)
    expect(sent).toHaveLength(tries + 1)
  }
})

test('the collector may ask for a longer wait, and nothing else is sent meanwhile', async () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry', afterMs: 60_000 })
  delivery.put(aBatch())
  delivery.pump(true)
  await vi.advanceTimersByTimeAsync(59_999)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
})

test('a page that leaves sends all that fits into what may outlive it, and the rest waits for the next page', () => {
  const { delivery, sent, outbox } = aDelivery()
  const batches = [aBatch(30_000), aBatch(20_000), aBatch(30_000), aBatch(1000)]
  for (const batch of batches) delivery.put(batch)
  delivery.pump(true)
  expect(sent.map(({ id }) => id)).toEqual([batches[0]?.id, batches[1]?.id, batches[3]?.id])
  expect(sent.every(({ keepalive }) => keepalive)).toBe(true)
  expect(outbox.ids()).toHaveLength(4)
})

test('the next page sends what the last one left behind', async () => {
  const { delivery, sent, open } = aDelivery()
  const batch = aBatch()
  delivery.put(batch)
  delivery.stop()
  const next = open()
  next.pump()
  expect(sent.map(({ id }) => id)).toEqual([batch.id])
})

test('when the network comes back nobody waits any longer', async () => {
  const { delivery, sent } = aDelivery()
  delivery.put(aBatch())
  delivery.pump()
  await sent[0]?.answer({ kind: 'retry', afterMs: 60_000 })
  delivery.retryNow()
  expect(sent).toHaveLength(2)
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
