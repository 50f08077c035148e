/** Shares beside an objective, with as many decimals as it takes to tell them apart from it. */
import { numberFormat, NO_VALUE } from './number.ts'

/** 1 for 75 and 90 %, 2 for 99 %, 3 for 99.9 %. */
export function digitsBeside(objective: number): number {
  const digits = Math.ceil(-Math.log10(Math.max(1e-5, 1 - objective)) - 1e-9)
  return Math.min(5, Math.max(1, digits))
}

/** Rounded down: what missed an objective of 99 % never reads 99.00 %. */
export function formatCompliance(value: number | null, objective: number, locale: string): string {
  if (value === null) return NO_VALUE
  const digits = digitsBeside(objective)
  const scale = 10 ** (digits + 2)
  return percent(Math.floor(value * scale + 1e-6) / scale, digits, locale)
}

/** No more decimals than it has: 90%, 99.5%. */
export function formatObjective(objective: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 5 }).format(objective)
}

/** What is left of a budget: whole percents, less than nothing too. Only what is used up reads 0%. */
export function formatBudget(share: number | null, locale: string): string {
  if (share === null) return NO_VALUE
  const digits = share !== 0 && Math.abs(share) < 0.1 ? 1 : 0
  const scale = 10 ** (digits + 2)
  const shown = share > 0 ? Math.floor(share * scale + 1e-6) / scale : Math.round(share * scale) / scale
  if (shown === 0 && share !== 0) return `${share > 0 ? '< ' : '> −'}${percent(0.001, 1, locale)}`
  return percent(shown, digits, locale)
}

export function percent(value: number, digits: number, locale: string): string {
  return numberFormat(locale, percentOptions(digits)).format(value)
}

function percentOptions(digits: number): Intl.NumberFormatOptions {
  return { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }
}
