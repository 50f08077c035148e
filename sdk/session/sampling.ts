/**
 * Which sessions are sent. A session is drawn by its id, so that all its tabs and pages agree without asking each other,
 * at the rate that held when it was first asked about. What is not drawn is held back, the last moments of it, in case
 * an error makes the session worth keeping: then all of it goes out, marked so that it has no weight in figures about
 * everybody. Nothing that happens in a session changes whether it speaks for others.
 */
import type { Session, Sessions } from './session.ts'

/** How many events of a session are held back, and for how long. */
const HELD_EVENTS = 200
const HELD_MS = 5 * 60_000

export type Sample = { sampled: 'rate' | 'error'; rate: number }
/** An item that can be held back: what it is about, and whether it is a reason to keep its session. */
type Item = { session: Session; event: { t: string; at: number } }
export type Sampled<I> = { item: I; sample: Sample }

export type Sampler<I> = {
  /** What of this may be sent now, with what was held back before it. */
  take: (items: readonly I[]) => Sampled<I>[]
  /** Forgets what is held back. */
  clear: () => void
}

export function createSampler<I extends Item>({
  sessions,
  settings,
  now,
}: {
  sessions: Pick<Sessions, 'sampling' | 'setSampling'>
  settings: () => { rate: number; keepErrors: boolean }
  now: () => number
}): Sampler<I> {
  const rates = new Map<string, number>()
  const kept = new Set<string>()
  let held: I[] = []

  function rateOf(id: string): number {
    const rate = rates.get(id) ?? sessions.sampling(id).rate ?? settings().rate
    if (!rates.has(id)) {
      rates.set(id, rate)
      sessions.setSampling(id, { rate })
    }
    return rate
  }
  function isKept({ session: { id }, event }: I): boolean {
    if (!kept.has(id)) {
      const fails = event.t === 'error' && settings().keepErrors
      if (!fails && !sessions.sampling(id).kept) return false
      kept.add(id)
      sessions.setSampling(id, { kept: true })
    }
    return true
  }
  return {
    take(items) {
      const taken: Sampled<I>[] = []
      for (const item of items) {
        const { id } = item.session
        const rate = rateOf(id)
        if (draw(id) < rate) taken.push({ item, sample: { sampled: 'rate', rate } })
        else if (isKept(item)) {
          const before = held.filter(({ session }) => session.id === id)
          held = held.filter(({ session }) => session.id !== id)
          const sample = { sampled: 'error', rate } as const
          taken.push(...[...before, item].map((item) => ({ item, sample })))
        } else held.push(item)
      }
      held = held.filter(({ event }) => now() - event.at < HELD_MS).slice(-HELD_EVENTS)
      return taken
    },
    clear() {
      held = []
    },
  }
}

/** A number from 0 to 1, the same for the same session: the last 48 bits of a version 7 UUID are chance. */
export function draw(id: string): number {
  return parseInt(id.slice(-12), 16) / 2 ** 48
}
