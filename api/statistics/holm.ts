/**
 * The p-values of several figures, corrected so that under no true difference at most a share α of experiments finds any
 * (Holm 1979). A figure that has no p-value yet counts as one of them all the same: how many are asked must not depend on
 * what was found. Of always-valid p-values the corrected ones are always valid too.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1))
  const adjusted: (number | null)[] = pValues.map(() => null)
  let largest = 0
  order.forEach((i, rank) => {
    const p = pValues[i] ?? null
    largest = Math.max(largest, Math.min(1, (p ?? 1) * (pValues.length - rank)))
    if (p !== null) adjusted[i] = largest
  })
  return adjusted
}
