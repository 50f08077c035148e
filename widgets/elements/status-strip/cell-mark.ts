/** What each kind of day is called, and the mark that it has besides its colour. */
import { svg, type SVGTemplateResult } from 'lit'
import type { Cell, DayState } from '../../charts/status-cells.ts'

export const DAY_STATES = {
  good: { label: 'Objective kept', tone: 'good' },
  burned: { label: 'Budget burned', tone: 'needs-improvement' },
  missed: { label: 'Objective missed', tone: 'poor' },
  none: { label: 'No data', tone: 'none' },
} as const satisfies Record<DayState, { label: string; tone: string }>

export const CELL_HEIGHT = 32

/** Whole; shorter; broken; a stub: so that no day depends on its colour. */
export function cellMark(state: DayState, { x, width }: Cell, height = CELL_HEIGHT): SVGTemplateResult {
  const rx = Math.min(2, width / 3)
  const piece = (y: number, end: number) =>
    svg`<rect x=${x} y=${y * height} width=${width} height=${(end - y) * height} rx=${rx} />`
  const pieces = {
    good: [piece(0, 1)],
    burned: [piece(0.36, 1)],
    missed: [piece(0, 0.42), piece(0.58, 1)],
    none: [piece(0.8, 1)],
  }[state]
  return svg`<g class="day ${DAY_STATES[state].tone}">${pieces}</g>`
}
