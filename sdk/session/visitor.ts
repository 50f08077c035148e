import type { SafeStorage } from '../browser/storage.ts'

/** Only the form that we wrote ourselves is taken back: a page may have put anything there. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The random id of a browser at this origin, or null where there must be none: the site switched it off, or the
 * visitor asks not to be tracked by Global Privacy Control (https://w3c.github.io/gpc/). Null also removes an id that
 * was given before. Never a fingerprint.
 */
export function visitorId(storage: SafeStorage, allowed: boolean, newId: () => string): string | null {
  if (!allowed) {
    storage.remove('visitor')
    return null
  }
  const known = storage.get('visitor')
  if (known !== null && UUID.test(known)) return known
  const id = newId()
  storage.set('visitor', id)
  return id
}
