/** A series small enough to stand beside a number: the line alone, on its own scale, broken where nothing was. */
import { extent } from 'd3'
import { createLinear } from './linear.ts'
import { linePath } from './path.ts'

export interface SparklineMarks {
  line: string
  /** The last value that was measured. */
  end: { x: number; y: number } | null
  /** Values without neighbours. */
  dots: { x: number; y: number }[]
}

const MARGIN = 3

export function buildSparkline(
  values: readonly (number | null)[],
  { width, height }: { width: number; height: number },
): SparklineMarks {
  const [low = 0, high = 0] = extent(values.filter((value) => value !== null))
  const x = createLinear([0, Math.max(1, values.length - 1)], [MARGIN, width - MARGIN])
  const y = createLinear([low, high], [height - MARGIN, MARGIN])
  const last = values.map((value) => value !== null).lastIndexOf(true)
  const at = (index: number) => ({ x: x(index), y: y(values[index] ?? 0) })
  return {
    line: linePath([...values.keys()], {
      x,
      y: (index) => at(index).y,
      defined: (index) => values[index] !== null,
    }),
    end: last === -1 ? null : at(last),
    dots: values.flatMap((value, index) => {
      const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
      return value !== null && alone ? [at(index)] : []
    }),
  }
}
