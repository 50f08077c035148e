/** Whether a reading is bad, well again, in between, or no evidence at all. */
import type { Evaluation } from './advance.ts'
import type { Bounds } from './definition.ts'
import type { Figure } from './metrics.ts'

/** How whole the data are at the moment that is judged. */
export type Evidence = {
  at: number
  /** Everything that was accepted until then is stored, epoch ms; null: that is not known. */
  acceptedUntil: number | null
  /** Everything that happened until then is counted, epoch ms; null: that is not known. */
  watermark: number | null
  /** What was received of what was sent, 0…1; null: that is not known, and holds nothing up. */
  coverage: number | null
}

/** Of what browsers sent: less says too little. */
export const LEAST_COVERAGE = 0.9

export function judgeReading(
  { value, count }: Pick<Figure, 'value' | 'count'>,
  { side, bound, recovery }: Bounds,
  { minSample, evidence }: { minSample: number; evidence: Evidence },
): Evaluation {
  const { at, watermark, coverage } = evidence
  if (value === null || count === 0) return { frozen: 'NO_EVENTS' }
  if (watermark === null || watermark < at) return { frozen: 'LATE' }
  if (coverage !== null && coverage < LEAST_COVERAGE) return { frozen: 'COVERAGE' }
  if (count !== null && count < minSample) return { frozen: 'THIN' }
  return side === 'ABOVE'
    ? { frozen: null, bad: value > bound, recovered: value <= recovery }
    : { frozen: null, bad: value < bound, recovered: value >= recovery }
}
