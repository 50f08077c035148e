/** OpenSLO's shorthand for durations: a number and a unit, `m` a minute, `M` a month. */

const UNITS_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}

export type Shorthand = { count: number; unit: 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y' }

/** Null where the text is none. */
export function parseShorthand(text: string): Shorthand | null {
  const [, count, unit] = /^(\d{1,6})([mhdwMQY])$/.exec(text) ?? []
  return count === undefined ? null : { count: Number(count), unit: unit as Shorthand['unit'] }
}

/** Null where it depends on the calendar. */
export function shorthandMs({ count, unit }: Shorthand): number | null {
  const ms = UNITS_MS[unit]
  return ms === undefined ? null : count * ms
}

/** In whole minutes, hours or days, whichever is the largest that fits; weeks as days. */
export function toShorthand(ms: number): string {
  for (const unit of ['d', 'h', 'm']) {
    const length = UNITS_MS[unit] ?? 1
    if (ms % length === 0) return `${ms / length}${unit}`
  }
  return `${Math.round(ms / 60_000)}m`
}
