/**
 * Fewer buckets than a line has room for, and none of its extremes lost: of those that share a column of pixels the lowest
 * and the highest stay, with the widest bounds of all of them. A column without a value stays a gap.
 */
import type { Bucket } from './series.ts'

/** Buckets by column, each a run in time; as they are where every one has a column for itself. */
export function columnsOf(buckets: readonly Bucket[], columns: number): (readonly Bucket[])[] {
  if (buckets.length <= columns) return buckets.map((bucket) => [bucket])
  return Array.from({ length: columns }, (_, index) =>
    buckets.slice(
      Math.floor((index * buckets.length) / columns),
      Math.floor(((index + 1) * buckets.length) / columns),
    ),
  )
}

/** What is drawn of a column, in time order. */
export function extremesOf(column: readonly Bucket[]): Bucket[] {
  const [first] = column
  if (first === undefined || column.length === 1) return [...column]
  let lowest: Bucket | null = null
  let highest: Bucket | null = null
  let low = Infinity
  let high = -Infinity
  for (const bucket of column) {
    if (bucket.value === null) continue
    if (lowest === null || bucket.value < (lowest.value ?? 0)) lowest = bucket
    if (highest === null || bucket.value > (highest.value ?? 0)) highest = bucket
    low = Math.min(low, bucket.low ?? Infinity)
    high = Math.max(high, bucket.high ?? -Infinity)
  }
  if (lowest === null || highest === null) return [first]
  const bounds = low <= high ? { low, high } : { low: null, high: null }
  const drawn = lowest === highest ? [lowest] : [lowest, highest].sort((a, b) => a.start - b.start)
  // Thin ones are marked where each can be told from the next.
  return drawn.map((bucket) => ({ ...bucket, ...bounds, thin: false }))
}

/** The column as one bucket for its views: the most that one of them had. */
export function busiestOf(column: readonly Bucket[]): { start: number; end: number; views: number } {
  const views = column.reduce((most, bucket) => Math.max(most, bucket.views), 0)
  return { start: column[0]?.start ?? 0, end: column.at(-1)?.end ?? 0, views }
}
