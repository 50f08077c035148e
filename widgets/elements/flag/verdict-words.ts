/** What is said of a variant: each verdict with its words, its colour and a shape of its own. */
import { svg, type SVGTemplateResult } from 'lit'
import { formatMeasureText, NO_VALUE, numberFormat } from '../../format/number.ts'

const SHAPES = {
  circle: svg`<circle cx="6" cy="6" r="5" />`,
  triangle: svg`<path d="M6 1 11.5 11H.5Z" />`,
  diamond: svg`<path d="M6 0 12 6 6 12 0 6Z" />`,
  bar: svg`<rect x="1" y="4.5" width="10" height="3" rx="1" />`,
  dots: svg`<path d="M0 4.5h3v3H0ZM4.5 4.5h3v3h-3ZM9 4.5h3v3H9Z" />`,
}

export const VERDICTS = {
  BETTER: { label: 'Better', tone: 'good', shape: 'circle' },
  WORSE: { label: 'Worse', tone: 'poor', shape: 'triangle' },
  NO_DIFFERENCE_SHOWN: { label: 'No difference shown', tone: 'muted', shape: 'bar' },
  TOO_LITTLE_DATA: { label: 'Too little data', tone: 'muted', shape: 'dots' },
  SAMPLE_RATIO_MISMATCH: { label: 'No verdict: split is off', tone: 'needs-improvement', shape: 'diamond' },
} as const satisfies Record<string, { label: string; tone: string; shape: keyof typeof SHAPES }>

export type VerdictName = keyof typeof VERDICTS

export const GUARDRAIL_STATES = {
  PASSED: { label: 'Kept', tone: 'good', shape: 'circle' },
  BROKEN: { label: 'Broken', tone: 'poor', shape: 'triangle' },
  UNDECIDED: { label: 'Undecided', tone: 'muted', shape: 'dots' },
} as const satisfies Record<string, { label: string; tone: string; shape: keyof typeof SHAPES }>

export type GuardrailStateName = keyof typeof GUARDRAIL_STATES

export function shapeMark(shape: keyof typeof SHAPES): SVGTemplateResult {
  return svg`<svg class="mark" width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[shape]}</svg>`
}

/** The same shape around the middle of a chart's own coordinates. */
export function shapePoint(shape: keyof typeof SHAPES): SVGTemplateResult {
  return svg`<g class="point" transform="translate(-5 -5) scale(0.8333)">${SHAPES[shape]}</g>`
}

/** A value in the unit of its metric: 1.83 s, 97.3%, 0.082. */
export function formatValue(value: number | null, unit: string, locale: string): string {
  if (value === null) return NO_VALUE
  if (unit === 'share')
    return numberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value)
  if (unit === 'ms') return formatMeasureText(value, unit, locale)
  return numberFormat(locale, { maximumFractionDigits: 3 }).format(value)
}

/** A difference as a share of the control's value: +3.2%. */
export function formatChange(share: number | null, locale: string): string {
  if (share === null) return NO_VALUE
  const digits = Math.abs(share) < 0.1 ? 1 : 0
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(share)
}

export function formatPValue(value: number | null, locale: string): string {
  if (value === null) return NO_VALUE
  const format = numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return value < 0.001 ? `< ${format.format(0.001)}` : format.format(value)
}
