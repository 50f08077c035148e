/** Batches as a client would send them: `aBatch()` with overrides. */
import { randomUUID } from 'node:crypto'
import type { Batch, ViewContext, WireEvent } from '../sdk/wire/batch.generated.ts'

export const KEY = 'pk_test'

export function aView(overrides: Partial<ViewContext> = {}): ViewContext {
  return {
    url: 'https://shop.example/p/42?ref=x',
    navigation: 'navigate',
    startedAt: Date.now() - 1000,
    ...overrides,
  }
}

export function aVital(overrides: Partial<Extract<WireEvent, { t: 'vital' }>> & { view: string }): WireEvent {
  return { t: 'vital', at: Date.now(), seq: 1, name: 'LCP', value: 1800, ...overrides }
}

/** One hard view with its view event and an LCP of 1,800 ms. */
export function aBatch(overrides: Partial<Batch> = {}): Batch {
  const view = randomUUID()
  const now = Date.now()
  return {
    v: 1,
    key: KEY,
    id: randomUUID(),
    sentAt: now,
    session: { id: randomUUID(), startedAt: now - 1000 },
    views: { [view]: aView({ startedAt: now - 1000 }) },
    events: [{ t: 'view', at: now - 1000, view, seq: 0 }, aVital({ view, at: now - 500 })],
    ...overrides,
  }
}
