/** What a way through a funnel must be like, as the engine takes it: numbers and bits, no names and no predicates. */

export type Rules = {
  /** How many steps there are: 1 to 10. */
  steps: number
  order: 'ORDERED' | 'STRICT' | 'UNORDERED'
  /** From the first step to the last, ms; the far end belongs to it. */
  window: number
  /** From the step before to each step, ms, the far end included; Infinity where it has no window of its own. */
  gaps: readonly number[]
  /** Exclusion x forbids events with the bit `EXCLUDED << x` between the events of two steps, counted from 0. */
  exclusions: readonly { from: number; to: number }[]
}

export const MOST_STEPS = 10
export const MOST_EXCLUSIONS = 8

/** The marks of an event: bit i for step i, then the exclusions that it meets, then what it may do. */
export const STEPS = (1 << MOST_STEPS) - 1
export const EXCLUDED = 1 << MOST_STEPS
export const EXCLUSIONS = ((1 << MOST_EXCLUSIONS) - 1) << MOST_STEPS
/** It lies in the period, so a way may begin with it. */
export const STARTS = 1 << 18
/** It is of a type that the steps name, so in STRICT order no way leads past it. */
export const IN_STREAM = 1 << 19

/** The events of an entrant in order: times in ms, never falling, and marks side by side. Only [from, to) is looked at. */
export type Track = { times: Float64Array; marks: Int32Array; from: number; to: number }

/** The way of one entrant. Finders give the same object each time, so that 400,000 entrants make no garbage. */
export type Way = {
  /** Steps reached; 0: not an entrant. */
  depth: number
  /** Where in the track the way begins. */
  start: number
  /** When each step was reached. */
  reached: Float64Array
  /** Only an excluded event kept it from getting further: it is no entrant, its depth 0. */
  removed: boolean
}

/** Finds the furthest way of a track, and of those the one that starts first. */
export type FindWay = (track: Track) => Way

export function noWay({ steps }: Rules): Way {
  return { depth: 0, start: -1, reached: new Float64Array(steps), removed: false }
}
