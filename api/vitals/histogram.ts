/** A sketch's logarithmic bins poured into bins of equal width: each by the share of it that lies there. */
import { binBounds } from '../segment/sketch.ts'
import type { WeightedDistribution } from '../segment/weighted.ts'
import { percentiles } from './percentile.ts'

export type HistogramBin = { from: number; to: number; count: number }

export function histogram(
  distribution: WeightedDistribution,
  bins: number,
  max: number | null,
): HistogramBin[] {
  const end = max ?? roundUp(percentiles(distribution, [0.98])[0]?.value ?? 0)
  if (distribution.n === 0 || end <= 0) return []
  const width = end / bins
  const counts = new Float64Array(bins)
  for (const [bin, count] of distribution.bins) pour(counts, width, clamped(distribution, bin), count)
  return Array.from(counts, (count, i) => ({ from: i * width, to: (i + 1) * width, count }))
}

/** The edges of a bin, no further than what was seen. */
function clamped({ min, max }: WeightedDistribution, bin: number): { lower: number; upper: number } {
  const { lower, upper } = binBounds(bin)
  return {
    lower: Math.max(lower, Math.min(min ?? lower, upper)),
    upper: Math.min(upper, Math.max(max ?? upper, lower)),
  }
}

function pour(
  counts: Float64Array,
  width: number,
  { lower, upper }: { lower: number; upper: number },
  count: number,
): void {
  const last = counts.length - 1
  const binAt = (value: number) => Math.min(last, Math.floor(value / width))
  const first = binAt(lower)
  const final = binAt(upper)
  if (upper <= lower || first === final) {
    counts[final] = (counts[final] ?? 0) + count
    return
  }
  for (let i = first; i <= final; i++) {
    const from = Math.max(lower, i * width)
    const to = i === last ? upper : Math.min(upper, (i + 1) * width)
    counts[i] = (counts[i] ?? 0) + (count * (to - from)) / (upper - lower)
  }
}

/** Up to the next 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value * (1 - 1e-12)) ?? 10
  return step * power
}
