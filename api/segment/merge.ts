import type { Distribution } from './rollups.ts'

/** Adds a distribution to another, in place. */
export function mergeInto(target: Distribution, added: Distribution): void {
  target.n += added.n
  target.sum += added.sum
  target.good += added.good
  target.poor += added.poor
  target.min = smaller(target.min, added.min)
  target.max = larger(target.max, added.max)
  for (const [bin, count] of added.bins) {
    const sum = (target.bins.get(bin) ?? 0) + count
    if (sum === 0) target.bins.delete(bin)
    else target.bins.set(bin, sum)
  }
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}
