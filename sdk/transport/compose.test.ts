import { expect, test } from 'vitest'
import type { View } from '../capture/view.ts'
import type { Recorded } from '../record.ts'
import { composeBatches } from './compose.ts'
import { byteLength, KEEPALIVE_BYTES } from './keepalive.ts'

const SENDER = '0193a2b4-0000-7000-8000-000000000001'
const ENVELOPE = { key: 'pk_test', sdk: 'browser/1.0.0', sender: SENDER, context: {}, visitor: null }
const SAMPLE = { sampled: 'rate', rate: 1 } as const

function compose(items: Recorded[]) {
  let made = 0
  let number = 0
  const sampled = items.map((item) => ({ item, sample: SAMPLE }))
  const newId = () => `batch-${++made}`
  return composeBatches(sampled, ENVELOPE, { now: () => 7, newId, nextNumber: () => number++ })
}
function anItem(seq: number, { view = 'view-1', session = 'session-1', message = 'x' } = {}): Recorded {
  const context = { url: `https://shop.example/${view}`, navigation: 'navigate', startedAt: 1 } as const
  return {
    event: { t: 'error', at: 1, seq, view, message, source: 'window' },
    view: { id: view, context } as View,
    session: { id: session, startedAt: 1 },
  }
}

test('a batch holds the context of every view that its events name', () => {
  const [batch] = compose([anItem(1), anItem(1, { view: 'view-2' }), anItem(2)])
  expect(Object.keys(batch?.views ?? {})).toEqual(['view-1', 'view-2'])
  expect(batch?.events).toHaveLength(3)
  expect(batch?.session).toEqual({ id: 'session-1', startedAt: 1, visitor: null, ...SAMPLE })
})

test('events of two sessions go in two batches', () => {
  const batches = compose([anItem(1), anItem(2, { session: 'session-2' }), anItem(3)])
  expect(batches.map(({ id, session, events }) => [id, session.id, events.length])).toEqual([
    ['batch-1', 'session-1', 2],
    ['batch-2', 'session-2', 1],
  ])
})

test('what does not fit into a request that outlives its page is split, in order and without loss', () => {
  const items = Array.from({ length: 20 }, (_, seq) => anItem(seq, { message: 'ü'.repeat(4000) }))
  const batches = compose(items)
  expect(batches.length).toBeGreaterThan(1)
  for (const batch of batches) {
    expect(byteLength(JSON.stringify(batch))).toBeLessThanOrEqual(KEEPALIVE_BYTES)
  }
  expect(batches.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
    items.map(({ event }) => event.seq),
  )
  expect(batches.map(({ number }) => number)).toEqual(batches.map((_, index) => index))
})
