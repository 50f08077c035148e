/**
 * localStorage that never throws: it may be denied (blocked cookies, sandboxed frames), full, or absent.
 * What cannot or must not be written is remembered for the life of the page instead.
 */
import { OUTBOX_DATABASE } from '../transport/outbox-database.ts'
import { attempt } from './attempt.ts'

export type SafeStorage = {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
  /**
   * True writes down what was remembered, false takes everything of ours away and remembers it for this page alone, but
   * for batches that wait: the outbox has those of this page.
   */
  persist: (allowed: boolean) => void
}

const NAMESPACE = 'sightline.'

/**
 * `open` gives the browser's storage: merely touching `window.localStorage` may throw. What earlier pages were allowed to
 * write is read in any case, for the site's last settings say whether this one is.
 */
export function createStorage(open: () => Storage, mayWrite: () => boolean = () => true): SafeStorage {
  const memory = new Map<string, string>()
  const use = <T>(action: (storage: Storage) => T) => attempt(() => action(open()))
  function set(key: string, value: string): void {
    const isWritten =
      mayWrite() &&
      use((storage) => {
        storage.setItem(NAMESPACE + key, value)
        return true
      })
    if (isWritten) memory.delete(key)
    else memory.set(key, value)
  }
  return {
    get(key) {
      const written = () => use((storage) => storage.getItem(NAMESPACE + key))
      return memory.get(key) ?? written() ?? null
    },
    set,
    remove(key) {
      memory.delete(key)
      use((storage) => storage.removeItem(NAMESPACE + key))
    },
    persist(allowed) {
      if (allowed) for (const [key, value] of memory) set(key, value)
      else {
        // Whether it is there or not: asking first would cost more. Those who have it open close it when they hear of this.
        attempt(() => indexedDB.deleteDatabase(OUTBOX_DATABASE))
        use((storage) => {
          for (const name of Object.keys(storage)) {
            if (!name.startsWith(NAMESPACE)) continue
            memory.set(name.slice(NAMESPACE.length), storage.getItem(name) ?? '')
            storage.removeItem(name)
          }
        })
      }
    },
  }
}
