/** The answer, or undefined where asking throws: a page may have put a getter of its own on anything. */
export function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
