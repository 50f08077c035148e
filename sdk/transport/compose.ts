/** Makes batches of what was recorded: one session each, no larger than a request that outlives its page may be. */
import type { Batch } from '../wire/batch.generated.ts'
import type { Loose, Recorded } from '../record.ts'
import type { Sampled } from '../session/sampling.ts'
import { LIMITS } from '../wire/limits.ts'
import { byteLength, KEEPALIVE_BYTES } from './keepalive.ts'

/** What the batches of one flush share. */
export type Envelope = Pick<Batch, 'key' | 'sdk' | 'sender'> & {
  context: Loose<NonNullable<Batch['context']>>
  visitor: string | null
}

export function composeBatches(
  items: readonly Sampled<Recorded>[],
  envelope: Envelope,
  { now, newId, nextNumber }: { now: () => number; newId: () => string; nextNumber: () => number },
): Batch[] {
  const sessions = new Map<string, Sampled<Recorded>[]>()
  for (const sampled of items) {
    const { id } = sampled.item.session
    const others = sessions.get(id)
    if (others) others.push(sampled)
    else sessions.set(id, [sampled])
  }
  return [...sessions.values()].flatMap(compose)

  function compose(items: Sampled<Recorded>[]): Batch[] {
    const [first] = items
    if (!first) return []
    const { visitor, ...rest } = envelope
    const batch = {
      v: 1,
      id: newId(),
      sentAt: now(),
      ...rest,
      session: {
        ...first.item.session,
        visitor,
        sampled: first.sample.sampled,
        rate: Math.max(first.sample.rate, LIMITS.minimumRate),
      },
      views: Object.fromEntries(items.map(({ item: { view } }) => [view.id, view.context])),
      events: items.map(({ item: { event } }) => event),
    } as Batch
    const fits = () => byteLength(JSON.stringify(batch)) <= KEEPALIVE_BYTES
    if (items.length === 1 || (items.length <= LIMITS.events && fits())) {
      return [{ ...batch, number: nextNumber() }]
    }
    const half = items.length >> 1
    return [...compose(items.slice(0, half)), ...compose(items.slice(half))]
  }
}
