/** The map as SVG, its legend, and what stands beside the country that is read. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { EARTH } from '../../charts/earth.ts'
import { STEPS, type CountryMap, type CountryMark } from '../../charts/country-map.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { formatMeasureText, formatShare, formatThreshold } from '../../format/number.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { countryWords, type CountryFigure } from './map-figures.ts'

interface MapPicture {
  label: string
  map: CountryMap
  /** By code. */
  figures: ReadonlyMap<string, CountryFigure>
  /** CSS pixels for one unit of the map. */
  scale: number
  /** The country that Tab leads to. */
  stop: string | undefined
  /** The country that is read; null for none. */
  active: string | null
  onRead: (code: string | null) => void
  onChoose: (code: string) => void
  onKey: (event: KeyboardEvent) => void
}

/** About the room of `2.34 s` with a little air. */
const LABEL_ROOM_PX = 46
const DOT_PX = 4

export function mapPicture(picture: MapPicture): TemplateResult {
  const { label, map, figures, scale, active } = picture
  const looked = map.marks.find(({ code }) => code === active)
  return html`<svg
    part="map"
    viewBox="0 0 ${EARTH.width} ${EARTH.height}"
    role="group"
    aria-label=${label}
    @keydown=${picture.onKey}
    @pointerleave=${() => picture.onRead(null)}
  >
    ${svg`
      <defs>
        <pattern id="hatch" width=${5 / scale} height=${5 / scale} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch" width=${1.5 / scale} height=${5 / scale} />
        </pattern>
      </defs>
      <path class="quiet" d=${map.quiet} />
      ${map.marks.map((mark) => country(mark, picture))}
      <g aria-hidden="true">
        ${map.marks
          .filter(({ code }) => figures.get(code)?.thin === true)
          .map((mark) => shape(mark, 'thin', scale))}
        ${looked === undefined ? nothing : shape(looked, 'looked', scale)}
        ${map.marks
          .filter((mark) => hasRoom(mark, scale) && figures.get(mark.code)?.thin === false)
          .map((mark) => {
            const figure = figures.get(mark.code)
            return svg`<text x=${mark.x} y=${mark.y} dy="0.32em">${figure?.text}</text>`
          })}
      </g>`}
  </svg>`
}

function hasRoom({ breadth, step }: CountryMark, scale: number): boolean {
  return step !== null && breadth * scale >= LABEL_ROOM_PX
}

function shape({ x, y, outline }: CountryMark, name: string, scale: number): SVGTemplateResult {
  return outline === ''
    ? svg`<circle class=${name} cx=${x} cy=${y} r=${DOT_PX / scale} />`
    : svg`<path class=${name} d=${outline} />`
}

function country(mark: CountryMark, picture: MapPicture): SVGTemplateResult | typeof nothing {
  const { code, step } = mark
  const figure = picture.figures.get(code)
  if (figure === undefined) return nothing
  const look = `country ${step === null ? 'unmeasured' : `step-${step}`} ${ratingClass(figure.rating)}`
  return svg`<g
    class=${look}
    role="button"
    data-code=${code}
    tabindex=${code === picture.stop ? 0 : -1}
    aria-label=${countryWords(figure)}
    @click=${() => picture.onChoose(code)}
    @focus=${() => picture.onRead(code)}
    @blur=${() => picture.onRead(null)}
    @pointerenter=${() => picture.onRead(code)}
  >${shape(mark, 'land', picture.scale)}</g>`
}

export function mapTooltip(figure: CountryFigure, isShare: boolean): TemplateResult {
  const { name, text, rating, evidence, share } = figure
  return html`<div class="tooltip" part="tooltip" aria-hidden="true">
    <span class="muted">${name}</span>
    <strong>${text}</strong>
    ${rating === null ? nothing : html`<div class=${ratingClass(rating)}>${ratingMark(rating)} ${RATING_LABELS[rating]}</div>`}
    <div class="muted">${evidence}${isShare ? '' : html`<br />${share} of views`}</div>
  </div>`
}

interface Legend {
  /** The ends of the scale and the borders of the ratings, each with the steps before it. */
  borders: readonly { step: number; label: string }[]
  isRated: boolean
  hasThin: boolean
}

interface Scale {
  /** Null for shares of views. */
  metric: VitalName | null
  unit: string
  locale: string
}

/** Where the scale begins and ends, or where a rating does. */
export function scaleBorders({ ends }: CountryMap, { metric, unit, locale }: Scale): Legend['borders'] {
  const { good, poor } = metric === null ? { good: null, poor: null } : VITALS[metric]
  if (good !== null && poor !== null)
    return [
      { step: 2, label: formatThreshold(good, unit, locale) },
      { step: 4, label: formatThreshold(poor, unit, locale) },
    ]
  const write = (value: number) =>
    metric === null ? formatShare(value, locale) : formatMeasureText(value, unit, locale)
  return [
    { step: 0, label: write(0) },
    { step: STEPS, label: write(ends.at(-1) ?? 0) },
  ]
}

const STEP_RATINGS = ['GOOD', 'NEEDS_IMPROVEMENT', 'POOR'] as const

export function mapLegend({ borders, isRated, hasThin }: Legend): TemplateResult {
  const anchor = (step: number) => (step === 0 ? 'start' : step === STEPS ? 'end' : 'middle')
  const rating = (index: number) => (isRated ? ratingClass(STEP_RATINGS[Math.floor(index / 2)] ?? null) : '')
  return html`<div class="legend" part="legend">
    <svg class="scale" viewBox="0 0 240 28" aria-hidden="true">
      ${Array.from(
        { length: STEPS },
        (_, index) =>
          svg`<rect class="step-${index + 1} ${rating(index)}" x=${index * 40} width="39" height="10" />`,
      )}
      ${borders.map(
        ({ step, label }) =>
          svg`<text x=${step * 40 - (step === 0 || step === STEPS ? 0 : 0.5)} y="24" text-anchor=${anchor(step)}>${label}</text>`,
      )}
    </svg>
    <span class="visually-hidden">The stronger the colour, the ${isRated ? 'slower' : 'more'}.</span>
    ${hasThin ? html`<span><i class="thin-key" aria-hidden="true"></i>Thin data</span>` : nothing}
    <span><i class="quiet-key" aria-hidden="true"></i>No views</span>
  </div>`
}
