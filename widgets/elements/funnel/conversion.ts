/** Shares of a funnel, a decimal each: steps that differ by less than a percent are what people look for. */
import { formatCount, NO_VALUE } from '../../format/number.ts'
import type { Proportion } from '../../format/proportion.ts'

/** 13.7%; what is more than nothing never reads 0%, what is less than all never 100%. */
export function conversion(value: number | null, locale: string): string {
  if (value === null) return NO_VALUE
  if (value === 0 || value === 1) return percentOf(locale, 0).format(value)
  const percent = percentOf(locale, 1)
  if (value < 0.0005) return `< ${percent.format(0.001)}`
  if (value >= 0.9995) return `> ${percent.format(0.999)}`
  return percent.format(value)
}

/** Both bounds of the 95 % interval; null without one. */
export function conversionInterval({ low, high }: Proportion, locale: string): string | null {
  if (low === null || high === null) return null
  const percent = percentOf(locale, 1)
  return `${percent.format(low)}–${percent.format(high)}`
}

/** 1,700 of 12,383 sessions, 95 % interval 13.1%–14.3% */
export function conversionWords(share: Proportion, noun: string, locale: string): string {
  const counted = `${formatCount(share.count, locale)} of ${formatCount(share.total, locale)} ${noun}`
  const interval = conversionInterval(share, locale)
  return interval === null ? counted : `${counted}, 95 % interval ${interval}`
}

function percentOf(locale: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
