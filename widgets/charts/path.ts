/** Lines and bands as SVG paths, broken where there is nothing: of d3-shape, which comes whole or not at all, 3.5 kB less. */

interface Line<Datum> {
  x: (datum: Datum) => number
  y: (datum: Datum) => number
  /** Whether there is something to draw; else the line is broken. */
  defined: (datum: Datum) => boolean
}

interface Band<Datum> extends Omit<Line<Datum>, 'y'> {
  low: (datum: Datum) => number
  high: (datum: Datum) => number
}

/** A datum alone is a point, which round ends make visible. */
export function linePath<Datum>(data: readonly Datum[], { x, y, defined }: Line<Datum>): string {
  return runsOf(data, defined)
    .map((run) => `M${run.map((datum) => pair(x(datum), y(datum))).join('L')}${run.length === 1 ? 'Z' : ''}`)
    .join('')
}

export function bandPath<Datum>(data: readonly Datum[], { x, low, high, defined }: Band<Datum>): string {
  return runsOf(data, defined)
    .map((run) => {
      const above = run.map((datum) => pair(x(datum), high(datum)))
      const below = run.map((datum) => pair(x(datum), low(datum))).reverse()
      return `M${[...above, ...below].join('L')}Z`
    })
    .join('')
}

function runsOf<Datum>(data: readonly Datum[], defined: (datum: Datum) => boolean): Datum[][] {
  const runs: Datum[][] = []
  let run: Datum[] | null = null
  for (const datum of data) {
    if (!defined(datum)) run = null
    else if (run === null) runs.push((run = [datum]))
    else run.push(datum)
  }
  return runs
}

/** To a thousandth of a pixel. */
const pair = (x: number, y: number): string => `${Math.round(x * 1000) / 1000},${Math.round(y * 1000) / 1000}`
