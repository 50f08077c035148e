/** Shares of a whole as pieces that lie end to end, in percent of the width. */
export interface SharePiece {
  x: number
  width: number
}

/** Gaps between pieces are taken from the pieces, so that the last one always ends at 100. Nothing has no width. */
export function buildShareBar(shares: readonly number[], gap = 0.6): SharePiece[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total <= 0) return shares.map(() => ({ x: 0, width: 0 }))
  const gaps = Math.max(0, shares.filter((share) => share > 0).length - 1) * gap
  let x = 0
  return shares.map((share) => {
    if (share <= 0) return { x, width: 0 }
    const piece = { x, width: (share / total) * (100 - gaps) }
    x += piece.width + gap
    return piece
  })
}
