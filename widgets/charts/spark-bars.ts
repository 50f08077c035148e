/** Counts small enough to stand in a row: bars from 0, on their own scale. */
export interface SparkBar {
  x: number
  y: number
  width: number
  height: number
}

const GAP_SHARE = 0.25
/** What is more than nothing can be seen. */
const LEAST_HEIGHT = 2

export function buildSparkBars(
  counts: readonly number[],
  { width, height }: { width: number; height: number },
): SparkBar[] {
  const most = counts.reduce((most, count) => Math.max(most, count), 0)
  const step = width / Math.max(1, counts.length)
  return counts.flatMap((count, index) => {
    if (!(count > 0)) return []
    const tall = Math.max(LEAST_HEIGHT, (count / most) * height)
    return [
      { x: (index + GAP_SHARE / 2) * step, y: height - tall, width: step * (1 - GAP_SHARE), height: tall },
    ]
  })
}
