/** Days beside each other as cells, the newest at the end: what each was like, how many fit, and where they stand. */

export interface StatusDay {
  bad: number
  total: number
  /** Of the SLO's window that ends with the day, at most 1; null without events. */
  budgetRemaining: number | null
}

export type DayState = 'good' | 'burned' | 'missed' | 'none'

/**
 * Good: the day kept the objective. Burned: it did not, but there was budget for it. Missed: it did not, and at its end
 * the budget was used up. A day without events is none of them.
 */
export function dayState({ bad, total, budgetRemaining }: StatusDay, objective: number): DayState {
  if (!(total > 0)) return 'none'
  // As a share 99 of 100 may lie below 0.99 by the last binary digit.
  if (bad <= (1 - objective) * total * (1 + 1e-9)) return 'good'
  return budgetRemaining !== null && budgetRemaining > 0 ? 'burned' : 'missed'
}

const LEAST_WIDTH = 5
const MOST_WIDTH = 14
const GAP = 2

/** How many of so many days there is room for. */
export function daysThatFit(width: number, days: number): number {
  return Math.max(1, Math.min(days, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))))
}

export interface Cell {
  x: number
  width: number
}

/** Cells of one width that end at the right edge; they grow to fill the width, but not beyond what looks like a day. */
export function buildCells(count: number, width: number): Cell[] {
  const cell = Math.max(1, Math.min(MOST_WIDTH, (width + GAP) / Math.max(1, count) - GAP))
  const from = Math.max(0, width - count * (cell + GAP) + GAP)
  return Array.from({ length: count }, (_, index) => ({ x: from + index * (cell + GAP), width: cell }))
}
