/** What a compliance rests on, and how fast a budget burns. */
import { NO_VALUE, numberFormat } from './number.ts'
import { digitsBeside, percent } from './objective.ts'

/** Two bounds: 91.3%–91.5%. Null where a bound is missing. */
export function formatBounds(
  low: number | null,
  high: number | null,
  objective: number,
  locale: string,
): string | null {
  if (low === null || high === null) return null
  const digits = digitsBeside(objective)
  return `${percent(low, digits, locale)}–${percent(high, digits, locale)}`
}

/** A burn rate: 0.42×, 3.1×, 14×. */
export function formatRate(rate: number | null, locale: string): string {
  if (rate === null) return NO_VALUE
  const digits = rate === 0 || rate >= 10 ? 0 : rate < 1 ? 2 : 1
  return `${numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(rate)}×`
}
