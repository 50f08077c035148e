/**
 * DDSketch (Masson, Rim, Lee, VLDB 2019) with logarithmic bins: bin i holds the values in (γ^(i−1), γ^i]. Answering with
 * 2γ^i / (γ + 1) is off by at most α of the value itself, whatever the distribution. Sketches add bin by bin, so hours
 * merge to days and pages to sites without loss.
 */
export const RELATIVE_ACCURACY = 0.01
export const GAMMA = (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY)
export const LN_GAMMA = Math.log(GAMMA)

/** Where values of 0 and less go: the one bin without width. */
export const ZERO_BIN = -32_768

/** Bins of a smallint: 10^−280 to 10^284, more than any duration or score. */
export const MAX_BIN = 32_767

export function binOf(value: number): number {
  if (value <= 0) return ZERO_BIN
  return Math.max(-MAX_BIN, Math.min(MAX_BIN, Math.ceil(Math.log(value) / LN_GAMMA)))
}

/** The value that a bin answers with. */
export function binValue(bin: number): number {
  return bin === ZERO_BIN ? 0 : (2 * GAMMA ** bin) / (GAMMA + 1)
}

/** The values that a bin holds: lower < value ≤ upper. */
export function binBounds(bin: number): { lower: number; upper: number } {
  return bin === ZERO_BIN ? { lower: 0, upper: 0 } : { lower: GAMMA ** (bin - 1), upper: GAMMA ** bin }
}
