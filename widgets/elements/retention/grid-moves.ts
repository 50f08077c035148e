/** Where the keys lead in a grid whose rows differ in length. */
export interface GridPlace {
  row: number
  column: number
}

interface GridMove {
  key: string
  /** How many cells each row has; one at least. */
  lengths: readonly number[]
  isRightToLeft: boolean
}

/** Rows and columns that a key moves by; Infinity is up to the end. */
const MOVES: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-Infinity, 0],
  PageDown: [Infinity, 0],
}

/** The place that a key leads to; null for a key that leads nowhere. A shorter row is entered at its end. */
export function gridMove(from: GridPlace, { key, lengths, isRightToLeft }: GridMove): GridPlace | null {
  const mirrored = isRightToLeft ? { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] : undefined
  const move = MOVES[mirrored ?? key]
  if (move === undefined || lengths.length === 0) return null
  const row = clamp(from.row + move[0], lengths.length)
  return { row, column: clamp(from.column + move[1], lengths[row] ?? 1) }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
