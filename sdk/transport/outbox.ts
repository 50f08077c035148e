/**
 * What survives a closed tab and a dead network: batches that nobody has acknowledged, one storage key each, so that two
 * tabs never write the same key. Bounded; the oldest go first. A batch keeps its id for ever, so that the collector can
 * tell a repetition.
 */
import { LIMITS } from '../wire/limits.ts'
import type { SafeStorage } from '../browser/storage.ts'
import { timeOfUuidV7 } from '../session/uuid.ts'

const PREFIX = 'outbox.'
/** In UTF-16 code units: a tenth of what browsers commonly give an origin. */
const MAX_LENGTH = 512 * 1024

export type Outbox = {
  put: (id: string, body: string) => void
  /** Undefined if it was sent by another tab, or dropped. */
  get: (id: string) => string | undefined
  remove: (id: string) => void
  /** Oldest first; what the collector would refuse for its age is dropped. */
  ids: () => string[]
}

export function createOutbox(storage: SafeStorage, now: () => number, maxLength = MAX_LENGTH): Outbox {
  const remove = (id: string) => storage.remove(PREFIX + id)

  // Version 7 ids sort by time of making, so the order of the names is the order of age.
  function ids(): string[] {
    const all = storage.keys(PREFIX).map((key) => key.slice(PREFIX.length))
    return all.sort().filter((id) => {
      const isFresh = now() - timeOfUuidV7(id) < LIMITS.pastMs
      if (!isFresh) remove(id)
      return isFresh
    })
  }
  return {
    ids,
    remove,
    get: (id) => storage.get(PREFIX + id) ?? undefined,
    put(id, body) {
      if (body.length > maxLength) return
      const sizes = ids().map((id) => ({ id, length: storage.get(PREFIX + id)?.length ?? 0 }))
      let total = sizes.reduce((sum, { length }) => sum + length, body.length)
      for (const oldest of sizes) {
        if (total <= maxLength) break
        remove(oldest.id)
        total -= oldest.length
      }
      storage.set(PREFIX + id, body)
    },
  }
}
