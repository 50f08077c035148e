/** Series that are small enough to stand in a row. What they show the cell beside them says in words. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { buildSparkBars } from '../../charts/spark-bars.ts'
import { buildSparkline } from '../../charts/sparkline.ts'

const SIZE = { width: 120, height: 28 }

/** Counts, from 0. */
export function sparkBars(counts: readonly number[]): TemplateResult {
  return html`<svg
    class="spark"
    part="spark"
    viewBox="0 0 ${SIZE.width} ${SIZE.height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<path class="base" d="M0 ${SIZE.height}H${SIZE.width}" />${buildSparkBars(counts, SIZE).map(
      ({ x, y, width, height }) => svg`<rect x=${x} y=${y} width=${width} height=${height} />`,
    )}`}
  </svg>`
}

/** Values on their own scale, broken where nothing was measured. */
export function sparkLine(
  values: readonly (number | null)[],
  { className = 'spark', width = SIZE.width, height = SIZE.height } = {},
): TemplateResult {
  const { line, end, dots } = buildSparkline(values, { width, height })
  const round = ({ x, y }: { x: number; y: number }) => svg`<path class="dot" d="M${x} ${y}h0" />`
  return html`<svg
    class=${className}
    part=${className}
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<path d=${line} />${dots.map(round)}${end === null ? nothing : round(end)}`}
  </svg>`
}
