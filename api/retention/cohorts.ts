/** Cohorts of visitors by the period in which they were first seen, and who of them came again. Arithmetic on bits. */
import { type Proportion, proportion } from '../statistics/proportion.ts'
import { LOW_BITS, type SeenRow } from './retention.queries.ts'

export type Period = {
  /** Periods after the first one: 0 is the first itself. */
  index: number
  retained: Proportion
  rolling: Proportion
  /** Cut by the segment's ends, or not over yet. */
  partial: boolean
}

export type Cohort = { start: number; end: number; size: number; partial: boolean; periods: Period[] }

export type Retention = { cohorts: Cohort[]; mean: Period[] }

type Count = { visitors: number; retained: Float64Array; rolling: Float64Array; squares: number }

/** `isWhole` tells of each period, by its place, whether it is over and lies in the segment from end to end. */
export function cohortsOf(
  rows: readonly SeenRow[],
  edges: readonly number[],
  isWhole: readonly boolean[],
): Retention {
  const periods = edges.length - 1
  const counts = Array.from({ length: periods }, (_, first): Count => ({
    visitors: 0,
    squares: 0,
    retained: new Float64Array(periods - first),
    rolling: new Float64Array(periods - first),
  }))
  for (const row of rows) addVisitors(counts, row)
  const cohorts = counts.map((count, first): Cohort => ({
    start: edges[first] ?? 0,
    end: edges[first + 1] ?? 0,
    size: Math.round(count.visitors),
    partial: isWhole[first] !== true,
    periods: Array.from(count.retained, (retained, index) => ({
      index,
      retained: share(retained, [count]),
      rolling: share(count.rolling[index] ?? 0, [count]),
      partial: isWhole[first + index] !== true,
    })),
  }))
  return { cohorts, mean: meanOf(counts, isWhole) }
}

function addVisitors(counts: readonly Count[], { low, high, weight, visitors }: SeenRow): void {
  const isSeen = (period: number) =>
    ((period < LOW_BITS ? low >> period : high >> (period - LOW_BITS)) & 1) === 1
  const first = counts.findIndex((_, period) => isSeen(period))
  const count = counts[first]
  if (count === undefined) return
  const total = weight * visitors
  count.visitors += total
  count.squares += total * weight
  let isSeenLater = false
  for (let index = count.retained.length - 1; index >= 0; index--) {
    const isHere = isSeen(first + index)
    isSeenLater ||= isHere
    if (isHere) count.retained[index] = (count.retained[index] ?? 0) + total
    if (isSeenLater) count.rolling[index] = (count.rolling[index] ?? 0) + total
  }
}

/** Cohorts taken together, so that each counts by its size: of those whose period n is whole. */
function meanOf(counts: readonly Count[], isWhole: readonly boolean[]): Period[] {
  return counts.map((_, index) => {
    const known = counts.filter((_, first) => isWhole[first + index] === true)
    const sum = (of: (count: Count) => number) => known.reduce((all, count) => all + of(count), 0)
    return {
      index,
      retained: share(
        sum(({ retained }) => retained[index] ?? 0),
        known,
      ),
      rolling: share(
        sum(({ rolling }) => rolling[index] ?? 0),
        known,
      ),
      partial: false,
    }
  })
}

function share(part: number, counts: readonly Count[]): Proportion {
  const total = counts.reduce((sum, { visitors }) => sum + visitors, 0)
  const squares = counts.reduce((sum, count) => sum + count.squares, 0)
  return proportion(part, total, total ** 2 / squares)
}
