/** Longer texts (stacks, messages) seldom come again. */
const LONGEST = 160
/** So many of the latest are remembered, and as many of those before. */
const MOST = 4000

/**
 * The same work on a text done once: names, pages, selectors and addresses come again and again. Bounded: what was not
 * asked for while `MOST` others were is forgotten.
 */
export function memo(work: (text: string) => string): (text: string) => string {
  let young = new Map<string, string>()
  let old = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST) return work(text)
    const known = young.get(text)
    if (known !== undefined) return known
    const done = old.get(text) ?? work(text)
    if (young.size >= MOST) {
      old = young
      young = new Map()
    }
    young.set(text, done)
    return done
  }
}
