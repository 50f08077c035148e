/** The marks of a distribution as SVG. Colours come from the element's styles. */
import { nothing, svg, type SVGTemplateResult } from 'lit'
import { LABEL_ROW, type HistogramMarks } from '../../charts/histogram.ts'
import { formatCount, formatMeasureText, formatTicks } from '../../format/number.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { columnPicture, placeTicks, valueGrid } from '../base/plot.ts'
import { ratingClass } from '../base/rating-mark.ts'

interface DistributionPicture {
  marks: HistogramMarks
  percentiles: readonly { q: number; value: number | null }[]
  unit: string
  locale: string
  active: number
}

const RATINGS = ['GOOD', 'NEEDS_IMPROVEMENT', 'POOR'] as const
/** About as wide as a letter is with its share of the room around the words. */
const LETTER = 7
const LABEL_ROOM = 92

export function distributionPicture({
  marks,
  percentiles,
  unit,
  locale,
  active,
}: DistributionPicture): SVGTemplateResult {
  const { plot } = marks
  const labelY = (row: number) => plot.y - 6 - row * LABEL_ROW
  const labels = formatTicks(
    marks.placeTicks.map(({ value }) => value),
    unit,
    locale,
  )
  const places = marks.placeTicks.map(({ x, anchor }, index) => ({ x, anchor, label: labels[index] ?? '' }))
  const values = marks.valueTicks.map(({ y, value }) => ({ y, label: formatCount(value, locale) }))
  return svg`
    <g class="bands">${marks.bands.map(
      ({ x, width }, index) =>
        svg`<rect class=${ratingClass(RATINGS[index] ?? null)} x=${x} y=${plot.y} width=${width} height=${plot.height} />`,
    )}</g>
    ${valueGrid(values, plot)}${placeTicks(places, plot)}${columnPicture(marks.columns, active)}
    <g class="feet">${marks.bands.map(({ x, width }, index) => {
      const rating = RATINGS[index] ?? null
      const words = rating === null ? '' : RATING_LABELS[rating]
      return svg`<g class=${ratingClass(rating)}>
        <rect x=${x} y=${plot.y + plot.height} width=${width} height="3" />
        ${width < words.length * LETTER ? nothing : svg`<text x=${x + 6} y=${plot.y + 15}>${words}</text>`}
      </g>`
    })}</g>
    <g class="percentiles">
      ${marks.percentiles.map(
        ({ x, row }) => svg`<line x1=${x} x2=${x} y1=${labelY(row) - 8} y2=${plot.y + plot.height} />`,
      )}
      ${marks.percentiles.map(({ x, row, isBeyond }, index) => {
        const isLeft = x > plot.x + plot.width - LABEL_ROOM
        const { q = 0, value = null } = percentiles[index] ?? {}
        return svg`<text x=${isLeft ? x - 4 : x + 4} y=${labelY(row)} text-anchor=${isLeft ? 'end' : 'start'}
          ><tspan class="q">p${Math.round(q * 100)}</tspan> ${formatMeasureText(value, unit, locale)}${
            isBeyond ? ' →' : ''
          }</text>`
      })}
    </g>`
}
