/** Shares that are measured: how they are written, and the evidence beside them. */
import { formatCount, NO_VALUE } from './number.ts'

/** A Proportion of the API. */
export interface Proportion {
  value: number | null
  low: number | null
  high: number | null
  count: number
  total: number
}

/** Under so many a share is marked as thin, as percentiles are. */
const FEWEST = 30

export function isThin({ total }: Proportion): boolean {
  return total > 0 && total < FEWEST
}

/** A share with one decimal below 10 %: 0.4 %, 12 %. What is more than nothing never reads 0 %. */
export function formatRate(value: number | null, locale: string): string {
  if (value === null) return NO_VALUE
  const percent = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  if (value > 0 && value < 0.0005) return `< ${percent(1).format(0.001)}`
  if (value < 1 && value >= 0.9995) return `> ${percent(1).format(0.999)}`
  if (value === 0 || value === 1) return percent(0).format(value)
  return percent(value < 0.0995 || value > 0.9 ? 1 : 0).format(value)
}

/** 95 % interval 2.2%–2.8%; null without one. */
export function rateInterval({ low, high }: Proportion, locale: string): string | null {
  if (low === null || high === null) return null
  return `95 % interval ${formatRate(low, locale)}–${formatRate(high, locale)}`
}

/** 312 of 12,431 sessions, 95 % interval 2.2%–2.8% */
export function proportionWords(proportion: Proportion, of: string, locale: string): string {
  const { count, total } = proportion
  const counted = `${formatCount(count, locale)} of ${formatCount(total, locale)} ${of}`
  const interval = rateInterval(proportion, locale)
  return interval === null ? counted : `${counted}, ${interval}`
}
