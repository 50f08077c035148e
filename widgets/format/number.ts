/** How figures are written: the number and its unit apart, so that a page can set them in different sizes. */

export interface Measure {
  number: string
  /** `s`, `ms` or nothing. */
  unit: string
}

/** What stands where nothing was measured. Never a 0. */
export const NO_VALUE = '–'

const formatters = new Map<string, Intl.NumberFormat>()

/** A vital as people read it: 184 ms, 1.83 s, 12.4 s; a score without unit: 0.08. */
export function formatMeasure(value: number | null, unit: string, locale: string): Measure {
  if (value === null) return { number: NO_VALUE, unit: '' }
  if (unit !== 'ms') return { number: decimals(value, value !== 0 && value < 0.01 ? 3 : 2, locale), unit: '' }
  const inSeconds = Math.round(value) >= 1000
  if (!inSeconds) return { number: decimals(value, value > 0 && value < 10 ? 1 : 0, locale), unit: 'ms' }
  const seconds = value / 1000
  return { number: decimals(seconds, seconds < 9.995 ? 2 : 1, locale), unit: 's' }
}

/** The same on one line, the unit behind a space that does not break. */
export function formatMeasureText(value: number | null, unit: string, locale: string): string {
  return joined(formatMeasure(value, unit, locale))
}

/** A threshold: no more decimals than it has. 2.5 s, 200 ms, 0.25. */
export function formatThreshold(value: number, unit: string, locale: string): string {
  const inSeconds = unit === 'ms' && value >= 1000
  const number = numberFormat(locale, { maximumFractionDigits: 3 }).format(inSeconds ? value / 1000 : value)
  return joined({ number, unit: unit === 'ms' ? (inSeconds ? 's' : 'ms') : '' })
}

/** Two bounds that share their unit: 1.79–1.88 s. Null where a bound is missing. */
export function formatInterval(low: number | null, high: number | null, unit: string, locale: string) {
  if (low === null || high === null) return null
  const upper = formatMeasure(high, unit, locale)
  const lower = formatMeasure(low, unit, locale)
  if (unit !== 'ms' && lower.number === upper.number)
    return `${decimals(low, 3, locale)}–${decimals(high, 3, locale)}`
  if (lower.unit !== upper.unit) return `${joined(lower)} – ${joined(upper)}`
  return joined({ number: `${lower.number}–${upper.number}`, unit: upper.unit })
}

/** A whole number with the separators of the locale: 12,431. */
export function formatCount(value: number, locale: string): string {
  return decimals(value, 0, locale)
}

/** A share 0…1 as a percentage. What is more than nothing never reads 0 %. */
export function formatShare(value: number | null, locale: string): string {
  if (value === null) return NO_VALUE
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (value > 0 && value < 0.005) return `< ${percent.format(0.01)}`
  if (value < 1 && value >= 0.995) return `> ${percent.format(0.99)}`
  return percent.format(value)
}

/** Labels of an axis: one unit for all of them, and as many decimals as their step needs. */
export function formatTicks(ticks: number[], unit: string, locale: string): string[] {
  const inSeconds = unit === 'ms' && Math.max(0, ...ticks) >= 1000
  const scaled = ticks.map((tick) => (inSeconds ? tick / 1000 : tick))
  const step = scaled.length > 1 ? Math.abs((scaled[1] ?? 0) - (scaled[0] ?? 0)) : 1
  const digits = step > 0 ? Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (isHalfStep(step) ? 1 : 0)) : 0
  const shown = unit === 'ms' ? (inSeconds ? 's' : 'ms') : ''
  return scaled.map((value) => joined({ number: decimals(value, digits, locale), unit: shown }))
}

export function joined({ number, unit }: Measure): string {
  return unit === '' ? number : `${number}\u00a0${unit}`
}

/** 0.25 and 2.5 need one decimal more than their magnitude tells. */
function isHalfStep(step: number): boolean {
  const mantissa = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
  return Math.abs(mantissa - Math.round(mantissa)) > 1e-6
}

function decimals(value: number, digits: number, locale: string): string {
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let format = formatters.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options)
    formatters.set(key, format)
  }
  return format
}
