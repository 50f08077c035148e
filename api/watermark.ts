/**
 * Up to when answers are whole: everything that was accepted until then is in them. That is when the oldest job that is
 * not done yet was added, or now where none is.
 */
export type Watermark = () => Promise<Date | null>

/** How old an answer may be. An old one is no less true, it only promises less. */
const FRESH_MS = 1000

/** Null where the queue cannot be asked. */
export function createWatermark(oldest: () => Promise<number | null>, now: () => number): Watermark {
  let known: { at: number; watermark: Promise<Date | null> } | null = null
  return () => {
    // Taken before the queue is asked: what is accepted meanwhile is not promised.
    const at = now()
    if (known === null || at - known.at > FRESH_MS) {
      const watermark = oldest().then(
        (first) => new Date(first === null ? at : Math.min(first, at)),
        () => null,
      )
      known = { at, watermark }
    }
    return known.watermark
  }
}
