/** What a vital can be at most. Beyond, a clock has jumped or somebody makes numbers up; one such value moves every mean. */
import type { WireEvent } from '../../sdk/wire/batch.generated.ts'

const MINUTE_MS = 60_000

export const MOST_PLAUSIBLE: Record<
  Extract<WireEvent, { t: 'vital' }>['name'],
  { most: number; reason: string }
> = {
  LCP: { most: 10 * MINUTE_MS, reason: 'nobody looks at a page for ten minutes before its content is there' },
  FCP: { most: 10 * MINUTE_MS, reason: 'nobody looks at an empty page for ten minutes' },
  TTFB: { most: 10 * MINUTE_MS, reason: 'browsers give up on a server after five minutes' },
  INP: { most: 10 * MINUTE_MS, reason: 'browsers offer to end a page that hangs after seconds' },
  FID: { most: 10 * MINUTE_MS, reason: 'browsers offer to end a page that hangs after seconds' },
  CLS: { most: 600, reason: 'a shift scores 1 at most, and 5 s at 120 frames a second are 600' },
  TBT: { most: 60 * MINUTE_MS, reason: 'it is blocked time of a load, and no load takes an hour' },
  ROUTE: { most: 10 * MINUTE_MS, reason: 'a view that has not settled after ten minutes never will' },
}

/** The mistake, if it is one. */
export function implausible(event: WireEvent, index: number): string | null {
  if (event.t !== 'vital') return null
  const { most, reason } = MOST_PLAUSIBLE[event.name]
  return event.value > most
    ? `events[${index}].value is ${event.value}: ${event.name} is ${most} at most, since ${reason}`
    : null
}
