/**
 * Where unacknowledged batches outlive their page: an IndexedDB store that follows the outbox, and brings in what
 * earlier pages left. It may be denied, full, broken, of a later version, or deleted from another tab when consent is
 * withdrawn there: then memory goes on alone. What other living tabs write later is theirs to send, and what they wrote
 * before is sent twice: the collector knows a batch by its id.
 */
import type { guard } from '../browser/guard.ts'
import type { listen } from '../browser/listen.ts'
import type { Batch } from '../wire/batch.generated.ts'
import { LIMITS } from '../wire/limits.ts'
import type { Delivery, Entry } from './delivery.ts'
import { OUTBOX_DATABASE } from './outbox-database.ts'

const STORE = 'outbox'

/** The batch as text: what a page's `beforeSend` puts into an event may be beyond what IndexedDB can clone. */
type Stored = { id: string; body: string; place: string; at: number }

export type OutboxStore = { open: () => void; close: () => void }

export function createOutboxStore({
  place,
  keep,
  guard: guarded,
  listen: on,
}: {
  /** Write key and collector: what another wrote is not for this one to send. */
  place: string
  keep: Delivery['keep']
  guard: typeof guard
  listen: typeof listen
}): OutboxStore {
  let database: IDBDatabase | undefined
  let opening: IDBOpenDBRequest | undefined

  function close(): void {
    opening = undefined
    if (!database) return
    keep()
    database.close()
    database = undefined
  }
  /**
   * Relaxed: handed to the system, not forced to the disk, so that no page waits for it. Committed at once: a
   * transaction that waits for its page to say that nothing follows dies with the page.
   */
  const write = guarded((action: (store: IDBObjectStore) => void) => {
    if (!database) return
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'relaxed' })
    transaction.addEventListener('error', quiet)
    action(transaction.objectStore(STORE))
    transaction.commit?.()
  })
  function follow(): void {
    const reading = database?.transaction(STORE).objectStore(STORE).getAll()
    if (!reading) return
    reading.addEventListener('error', quiet)
    on(reading, 'success', () => {
      if (!database) return
      const left: Entry[] = []
      for (const stored of reading.result as Stored[]) {
        const batch = parseStored(stored)
        if (batch && stored.place === place) left.push({ batch, bytes: stored.body.length, wire: 0 })
        // Nobody sends what is of another place until one of its pages is opened again, which may never be.
        else if (!batch || Date.now() - stored.at > LIMITS.pastMs) write((store) => store.delete(stored.id))
      }
      const known = new Set(left.map(({ batch }) => batch.id))
      keep(({ batch }, isGone) => {
        const { id } = batch
        if (isGone) write((store) => store.delete(id))
        else if (!known.has(id)) {
          const stored: Stored = { id, body: JSON.stringify(batch), place, at: Date.now() }
          write((store) => store.put(stored))
        }
      }, left)
    })
  }
  return {
    open: guarded(() => {
      if (opening) return
      const request = indexedDB.open(OUTBOX_DATABASE, 1)
      opening = request
      request.addEventListener('error', quiet)
      on(request, 'upgradeneeded', () => {
        request.result.createObjectStore(STORE, { keyPath: 'id' })
      })
      on(request, 'success', () => {
        const { result } = request
        if (opening !== request) {
          result.close()
          return
        }
        database = result
        on(database, 'versionchange', close)
        on(database, 'close', close)
        follow()
      })
    }),
    close: guarded(close),
  }
}

/** In Firefox an error that nobody cancels is reported to the page (https://github.com/w3c/IndexedDB/issues/49). */
function quiet(event: Event): void {
  event.preventDefault()
}

/** Undefined for what another script put there: one batch that cannot be read would hold up all others. */
function parseStored({ id, body }: Stored): Batch | undefined {
  try {
    const batch = JSON.parse(body) as Batch
    return batch.id === id && Array.isArray(batch.events) ? batch : undefined
  } catch {
    return undefined
  }
}
