import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { Box } from '../../charts/plot-box.ts'
import type { CursorController } from './cursor-controller.ts'

interface Plot {
  label: string
  cursor: CursorController
  /** A place in a sentence, for those who hear the chart. */
  words: (index: number) => string
  picture: SVGTemplateResult
  width: number
  height: number
  /** Beside the place that is read, for those who see it. */
  tooltip: (index: number) => TemplateResult
}

/** A chart that takes the focus and is read place by place. */
export function plot({ label, cursor, words, picture, width, height, tooltip }: Plot): TemplateResult {
  const { active } = cursor
  const now = Math.max(0, active)
  return html`<div
    class="plot"
    tabindex="0"
    role="slider"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${cursor.points.length - 1}
    aria-valuenow=${now}
    aria-valuetext=${words(now)}
    @pointermove=${cursor.onPointer}
    @pointerdown=${cursor.onPointer}
    @pointerleave=${cursor.onLeave}
    @focus=${cursor.onFocus}
    @blur=${cursor.onLeave}
    @keydown=${cursor.onKey}
  >
    <svg part="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">${picture}</svg>
    ${
      active === -1
        ? nothing
        : html`<div class="tooltip" part="tooltip" aria-hidden="true">${tooltip(active)}</div>`
    }
  </div>`
}

/** Columns, each with its place; the one that is read stands out. */
export function columnPicture(columns: readonly Box[], active: number): SVGTemplateResult {
  return svg`<g class="columns">${columns.map(
    ({ x, y, width, height }, index) =>
      svg`<rect class=${index === active ? 'active' : ''} x=${x} y=${y} width=${width} height=${height} />`,
  )}</g>`
}

/** Lines across the plot with their labels before it. */
export function valueGrid(
  ticks: readonly { y: number; label: string }[],
  { x, width }: Box,
): SVGTemplateResult {
  return svg`<g class="grid">${ticks.map(
    ({ y, label }) => svg`<line x1=${x} x2=${x + width} y1=${y} y2=${y} />
      <text x=${x - 8} y=${y} dy="0.32em" text-anchor="end">${label}</text>`,
  )}</g>`
}

/** Marks below the plot. */
export function placeTicks(
  ticks: readonly { x: number; label: string; anchor: string }[],
  { y, height }: Box,
): SVGTemplateResult {
  const bottom = y + height
  return svg`<g class="grid">${ticks.map(
    ({ x, label, anchor }) => svg`<line x1=${x} x2=${x} y1=${bottom} y2=${bottom + 4} />
      <text x=${x} y=${bottom + 20} text-anchor=${anchor}>${label}</text>`,
  )}</g>`
}
