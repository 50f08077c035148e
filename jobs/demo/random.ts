/** Chance that can be repeated: the same seed gives the same history. */
export type Random = {
  /** 0 ≤ value < 1. */
  next(): number
  chance(probability: number): boolean
  integer(minimum: number, maximum: number): number
  /** A value by its weight. */
  pick<T>(weighted: readonly (readonly [value: T, weight: number])[]): T
  /** Durations are skewed to the right: half lie under the median, few far above it. */
  logNormal(median: number, spread: number): number
  uuid(timeMs: number): string
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for a demo.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    chance: (probability) => next() < probability,
    integer: (minimum, maximum) => minimum + Math.floor(next() * (maximum - minimum + 1)),
    pick: (weighted) => {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
      const found = weighted.find(([, weight]) => (left -= weight) < 0) ?? weighted.at(-1)
      if (found === undefined) throw new RangeError('there is nothing to pick from')
      return found[0]
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    uuid: (timeMs) => {
      const time = Math.floor(timeMs).toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`
    },
  }
}
