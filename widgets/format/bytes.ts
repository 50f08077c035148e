/** Sizes as people read them: 840 byte, 92 kB, 1.2 MB, 14 GB. Three digits at most. */
import { NO_VALUE } from './number.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

export function formatBytes(bytes: number | null, locale: string): string {
  if (bytes === null) return NO_VALUE
  // 999.6 would read 1,000.
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes * 1.0005) / 3))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value)
}
