import type { Stop } from './listen.ts'

/**
 * Puts `wrap(original)` in the place of a method of the page's. Undoing gives the original back only if nobody has
 * wrapped ours in the meantime; the wrapper must therefore do no harm when it stays.
 */
export function replaceMethod<K extends string, T extends Record<K, (...args: never[]) => unknown>>(
  owner: T,
  name: K,
  wrap: (original: T[K]) => T[K],
): Stop {
  const original = owner[name]
  const wrapped = wrap(original)
  try {
    owner[name] = wrapped
  } catch {
    // The page froze it: then it stays as it is.
    return () => {}
  }
  return () => {
    if (owner[name] === wrapped) owner[name] = original
  }
}
