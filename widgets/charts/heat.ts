/** Values as steps of a colour scale that begins at 0 and ends at a round number. */
import { max } from 'd3'

export interface Heat {
  /** By value: 0 for nothing, up to the number of steps for the highest. Null where nothing was measured. */
  levels: (number | null)[]
  /** Where the scale ends. */
  top: number
}

/** The end is the next multiple of a twentieth, so that pictures of two periods stay comparable. */
export function buildHeat(values: readonly (number | null)[], steps: number): Heat {
  const highest = max(values, (value) => value ?? undefined) ?? 0
  const top = Math.max(0.05, Math.ceil(highest * 20 - 1e-9) / 20)
  return {
    levels: values.map((value) =>
      value === null ? null : Math.min(steps, Math.max(0, Math.ceil((value / top) * steps - 1e-9))),
    ),
    top,
  }
}
