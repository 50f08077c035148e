/** Makes batches of what was recorded: one session each, no larger than a request that outlives its page may be. */
import type { Batch } from '../wire/batch.generated.ts'
import type { Loose, Recorded } from '../record.ts'
import { byteLength, KEEPALIVE_BYTES } from './keepalive.ts'

/** What the batches of one flush share. */
export type Envelope = Pick<Batch, 'key' | 'sdk'> & {
  context: Loose<NonNullable<Batch['context']>>
  visitor: string | null
}

export function composeBatches(
  items: readonly Recorded[],
  envelope: Envelope,
  { now, newId }: { now: () => number; newId: () => string },
): Batch[] {
  const sessions = new Map<string, Recorded[]>()
  for (const item of items) {
    const others = sessions.get(item.session.id)
    if (others) others.push(item)
    else sessions.set(item.session.id, [item])
  }
  return [...sessions.values()].flatMap(compose)

  function compose(items: Recorded[]): Batch[] {
    const [first] = items
    if (!first) return []
    const { visitor, ...rest } = envelope
    const batch = {
      v: 1,
      id: newId(),
      sentAt: now(),
      ...rest,
      session: { ...first.session, visitor },
      views: Object.fromEntries(items.map(({ view }) => [view.id, view.context])),
      events: items.map(({ event }) => event),
    } as Batch
    if (items.length === 1 || byteLength(JSON.stringify(batch)) <= KEEPALIVE_BYTES) return [batch]
    const half = items.length >> 1
    return [...compose(items.slice(0, half)), ...compose(items.slice(half))]
  }
}
