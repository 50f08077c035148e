/**
 * localStorage that never throws: it may be denied (blocked cookies, sandboxed frames), full, or absent.
 * What cannot be written is remembered for the life of the page instead.
 */
export type SafeStorage = {
  get: (key: string) => string | null
  /** False when it is remembered for the life of the page only. */
  set: (key: string, value: string) => boolean
  remove: (key: string) => void
  /** The keys that begin with `prefix`, in no particular order. */
  keys: (prefix: string) => string[]
}

const NAMESPACE = 'sightline.'

/** `open` gives the browser's storage: merely touching `window.localStorage` may throw. */
export function createStorage(open: () => Storage): SafeStorage {
  const memory = new Map<string, string>()
  const attempt = <T>(action: (storage: Storage) => T, otherwise: T): T => {
    try {
      return action(open())
    } catch {
      return otherwise
    }
  }
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(NAMESPACE + key), null),
    set(key, value) {
      const written = attempt((storage) => {
        storage.setItem(NAMESPACE + key, value)
        return true
      }, false)
      if (written) memory.delete(key)
      else memory.set(key, value)
      return written
    },
    remove(key) {
      memory.delete(key)
      attempt((storage) => storage.removeItem(NAMESPACE + key), undefined)
    },
    keys(prefix) {
      const stored = attempt((storage) => Object.keys(storage), [])
        .filter((key) => key.startsWith(NAMESPACE))
        .map((key) => key.slice(NAMESPACE.length))
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix))
    },
  }
}
