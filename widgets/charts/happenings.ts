/** What happened while a series was measured: moments as marks at the top, spans as bars along it. */

/** ms since 1970; `until` null: it is not over, absent: it was a moment. */
export interface Happening {
  label: string
  at: number
  until?: number | null
}

export interface HappeningMark {
  label: string
  x: number
  /** Null for a moment. */
  width: number | null
}

interface Frame {
  from: number
  to: number
  plot: { x: number; width: number }
}

/** A span is never so thin that it cannot be seen, px. */
const LEAST_WIDTH = 3

/** Those that touch the period, cut at its ends. */
export function markHappenings(happenings: readonly Happening[], { from, to, plot }: Frame): HappeningMark[] {
  const x = (at: number) => plot.x + ((at - from) / (to - from)) * plot.width
  return happenings
    .filter((one) => touches(one, from, to))
    .map((one) => {
      const begin = x(Math.max(from, one.at))
      const end = x(Math.min(to, one.until ?? to))
      const width = one.until === undefined ? null : Math.max(LEAST_WIDTH, end - begin)
      return { label: one.label, x: begin, width }
    })
}

/** What happened from one moment to before another. */
export function happenedWithin(happenings: readonly Happening[], from: number, to: number): string[] {
  return happenings.filter((one) => touches(one, from, to)).map(({ label }) => label)
}

function touches({ at, until }: Happening, from: number, to: number): boolean {
  return at < to && (until === undefined ? at : (until ?? Infinity)) >= from
}
