/** Sessions as lists of what happened: a page seen, a custom event, an error. */
import { randomUUID } from 'node:crypto'
import type { Batch, ViewContext, WireEvent } from '../sdk/wire/batch.generated.ts'
import { KEY, aView } from './batches.ts'

export type Happening = { at: number } & (
  { page: string } | { event: string; view?: string; seq?: number } | { error: string }
)

export type Visit = {
  session?: string
  visitor?: string
  /** What of the rate at which it was drawn; 'error': kept for an error. */
  rate?: number
  keptFor?: 'error'
  flags?: Record<string, string>
}

/** One batch with everything that happened; events belong to the view before them. */
export function aVisit(happenings: readonly Happening[], visit: Visit = {}): Batch {
  const views: Record<string, ViewContext> = {}
  const startedAt = Math.min(...happenings.map(({ at }) => at))
  let current = randomUUID() as string
  if (!happenings.some((one) => 'page' in one)) views[current] = aView({ startedAt })
  const events = happenings.map((one, seq): WireEvent => {
    if ('page' in one) {
      current = randomUUID()
      views[current] = aView({ startedAt: one.at, url: `https://shop.example${one.page}` })
      return { t: 'view', at: one.at, view: current, seq }
    }
    if ('error' in one)
      return {
        t: 'error',
        at: one.at,
        view: current,
        seq,
        message: one.error,
        source: 'window',
        type: one.error,
      }
    const view = one.view ?? current
    views[view] ??= aView({ startedAt })
    return { t: 'custom', at: one.at, view, seq: one.seq ?? seq, name: one.event }
  })
  const { session = randomUUID(), visitor, rate, keptFor, flags } = visit
  return {
    v: 1,
    key: KEY,
    id: randomUUID(),
    sentAt: Math.max(...happenings.map(({ at }) => at)) + 1,
    session: {
      id: session,
      startedAt,
      ...(visitor === undefined ? {} : { visitor }),
      ...(rate === undefined ? {} : { rate }),
      ...(keptFor === undefined ? {} : { sampled: keptFor }),
    },
    views,
    events,
    ...(flags === undefined ? {} : { context: { flags } }),
  }
}
