/**
 * How full the queue is, of its bounds in bytes and in age. Looked at once a second and not by request; what this
 * process adds in between is counted on top.
 *
 *   under 70 %: all is taken ── 70 %: kinds are given up ── 100 %: 503
 */
import type { QueueDepth } from '../queue/queues.ts'

export type QueueBounds = { bytes: number; ageMs: number }

export type Backpressure = {
  /** The larger of both shares; 0 is empty, 1 or more is full. What the queue says of itself last, if it cannot be asked. */
  fullness(): number
  /** What was seen last; null before the first look and after one that failed. */
  depth(): QueueDepth | null
  added(bytes: number): void
  look(): Promise<void>
  stop(): void
}

const LOOK_EVERY_MS = 1000

type Parts = {
  depth: () => Promise<QueueDepth>
  bounds: QueueBounds
  now: () => number
}

export function createBackpressure({ depth, bounds, now }: Parts): Backpressure {
  let seen: QueueDepth | null = null
  let last: QueueDepth = { jobs: 0, bytes: 0, oldest: null }
  let addedSince = 0
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    const addedBefore = addedSince
    try {
      seen = await depth()
      last = seen
      addedSince -= addedBefore
    } catch {
      seen = null
    } finally {
      looking = false
    }
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return {
    fullness: () => {
      const age = last.oldest === null ? 0 : now() - last.oldest
      return Math.max((last.bytes + addedSince) / bounds.bytes, age / bounds.ageMs)
    },
    depth: () => seen,
    added: (bytes) => {
      addedSince += bytes
    },
    look,
    stop: () => clearInterval(timer),
  }
}

/** Seconds, so that clients that were sent away together do not come back together. */
export function retryAfterFull(random: () => number): number {
  return 5 + Math.floor(random() * 56)
}
