/** How many columns things take in a narrower grid, so that no row is left with a hole. */

/** The grid that an author writes for. */
export const WIDE_COLUMNS = 12
export const MEDIUM_COLUMNS = 6

/** A whole number of columns; a third of the grid for what says nothing that makes sense. */
export function readSpan(said: string | null): number {
  const span = Number(said ?? 4)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, WIDE_COLUMNS) : 4
}

/** A quarter to a half become a half, what is broader the whole; the last of a row takes what is left of it. */
export function mediumSpans(wide: readonly number[]): number[] {
  const spans: number[] = []
  let used = 0
  for (const span of wide) {
    const wanted = span <= 2 ? 2 : span <= 6 ? 3 : MEDIUM_COLUMNS
    if (used + wanted > MEDIUM_COLUMNS) {
      stretchLast(spans, MEDIUM_COLUMNS - used)
      used = 0
    }
    spans.push(wanted)
    used = (used + wanted) % MEDIUM_COLUMNS
  }
  if (used > 0) stretchLast(spans, MEDIUM_COLUMNS - used)
  return spans
}

function stretchLast(spans: number[], left: number): void {
  const last = spans.pop()
  if (last !== undefined) spans.push(last + left)
}
