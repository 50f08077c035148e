/**
 * Whether sessions came to the variants as they were meant to: chi-square against the declared split. The sessions of a
 * visitor come to one variant together and count in several: the statistic is divided by the mean design effect (Rao and
 * Scott 1981, first order), so that neither that nor weights raise a false alarm.
 */
import { chiSquareAbove } from './chi-square.ts'
import { type ClusterSums, residuals } from './cluster-ratio.ts'

/** `sums`: by visitor the sessions of the variant (y) and of all variants (x). `expected` shares add up to 1. */
export type VariantShare = { expected: number; sums: ClusterSums }

export type SampleRatio = { chiSquare: number | null; pValue: number | null; mismatch: boolean }

/** A split that is as declared comes out so far from it once in 1,000 times. */
export const MISMATCH_BELOW = 0.001

export function sampleRatio(variants: readonly VariantShare[]): SampleRatio {
  const total = variants[0]?.sums.x ?? 0
  const degrees = variants.length - 1
  if (degrees < 1 || !(total > 0)) return { chiSquare: null, pValue: null, mismatch: false }
  let statistic = 0
  let effects = 0
  for (const { expected, sums } of variants) {
    statistic += (sums.y - expected * total) ** 2 / (expected * total)
    effects += residuals(sums, expected) / (expected * total)
  }
  const chiSquare = statistic / (effects / degrees)
  const pValue = chiSquareAbove(chiSquare, degrees)
  return { chiSquare, pValue, mismatch: pValue < MISMATCH_BELOW }
}
