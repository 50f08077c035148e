/** The marks of a series as SVG. Colours come from the element's styles. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { SeriesMarks } from '../../charts/series.ts'
import { formatThreshold, formatTicks } from '../../format/number.ts'

interface SeriesPicture {
  marks: SeriesMarks
  unit: string
  locale: string
  width: number
  height: number
  /** The bucket under the crosshair; -1 for none. */
  active: number
}

export function seriesPicture({ width, height, ...drawing }: SeriesPicture): TemplateResult {
  return html`<svg part="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${seriesDrawing(drawing)}
  </svg>`
}

/** What is in the picture, for whoever has a picture of their own around it. */
export function seriesDrawing({
  marks,
  unit,
  locale,
  active,
}: Omit<SeriesPicture, 'width' | 'height'>): SVGTemplateResult {
  const { plot } = marks
  const valueLabels = formatTicks(
    marks.valueTicks.map(({ value }) => value),
    unit,
    locale,
  )
  return svg`
      <g class="grid">
        ${marks.valueTicks.map(
          ({ y }, index) => svg`
            <line x1=${plot.x} x2=${plot.x + plot.width} y1=${y} y2=${y} />
            <text x=${plot.x - 8} y=${y} dy="0.32em" text-anchor="end">${valueLabels[index]}</text>`,
        )}
        ${marks.timeTicks.map(
          ({ x, label, anchor }) => svg`
            <line x1=${x} x2=${x} y1=${plot.y + plot.height} y2=${plot.y + plot.height + 4} />
            <text x=${x} y=${plot.y + plot.height + 20} text-anchor=${anchor}>${label}</text>`,
        )}
      </g>
      <g class="views">${marks.bars.map(
        ({ x, y, width, height }) => svg`<rect x=${x} y=${y} width=${width} height=${height} />`,
      )}</g>
      <path class="band" part="band" d=${marks.band} />
      ${marks.thresholds.map(({ y, value }, index) => thresholdMark(y, value, index, marks, unit, locale))}
      <path class="line" part="line" d=${marks.line} />
      ${marks.dots.map(({ x, y, thin }) => svg`<circle class="dot ${thin ? 'thin' : ''}" cx=${x} cy=${y} r="2.5" />`)}
      ${crosshair(marks, active)}`
}

function thresholdMark(
  y: number,
  value: number,
  index: number,
  marks: SeriesMarks,
  unit: string,
  locale: string,
) {
  const { plot } = marks
  const right = plot.x + plot.width
  const words = index === 0 ? 'Good ≤' : 'Poor >'
  return svg`<g class="threshold ${index === 0 ? 'good' : 'poor'}">
    <line x1=${plot.x} x2=${right} y1=${y} y2=${y} />
    <text x=${right} y=${y - 5} text-anchor="end">${words} ${formatThreshold(value, unit, locale)}</text>
  </g>`
}

function crosshair({ points, plot }: SeriesMarks, active: number): SVGTemplateResult | typeof nothing {
  const point = points[active]
  if (point === undefined) return nothing
  return svg`<g class="crosshair">
    <line x1=${point.x} x2=${point.x} y1=${plot.y} y2=${plot.y + plot.height} />
    ${point.y === null ? nothing : svg`<circle cx=${point.x} cy=${point.y} r="4" />`}
  </g>`
}
