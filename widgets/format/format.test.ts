import { describe, expect, it } from 'vitest'
import { keyLabel } from './names.ts'
import { formatInterval, formatMeasureText, formatShare, formatThreshold, formatTicks } from './number.ts'
import { formatAgo, formatBucket, formatClock, formatLength, periodWords } from './time.ts'

const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f\u2009]/g, ' ') ?? null

describe('measures', () => {
  it.each([
    [1834, 'ms', '1.83 s'],
    [184, 'ms', '184 ms'],
    [4.25, 'ms', '4.3 ms'],
    [0, 'ms', '0 ms'],
    [999.4, 'ms', '999 ms'],
    [999.6, 'ms', '1.00 s'],
    [9994, 'ms', '9.99 s'],
    [12_431, 'ms', '12.4 s'],
    [0.08, 'score', '0.08'],
    [0.004, 'score', '0.004'],
    [0, 'score', '0.00'],
    [null, 'ms', '–'],
  ])('%s %s reads %s', (value, unit, text) => {
    expect(plain(formatMeasureText(value, unit, 'en'))).toBe(text)
  })

  it('follow the locale', () => {
    expect(plain(formatMeasureText(1834, 'ms', 'de'))).toBe('1,83 s')
  })

  it.each([
    [1790, 1880, 'ms', '1.79–1.88 s'],
    [950, 1100, 'ms', '950 ms – 1.10 s'],
    [0.07, 0.09, 'score', '0.07–0.09'],
    [0.0791, 0.0812, 'score', '0.079–0.081'],
    [null, 10, 'ms', null],
    [10, null, 'ms', null],
  ])('from %s to %s %s reads %s', (low, high, unit, text) => {
    expect(plain(formatInterval(low, high, unit, 'en'))).toBe(text)
  })

  it.each([
    [2500, 'ms', '2.5 s'],
    [4000, 'ms', '4 s'],
    [200, 'ms', '200 ms'],
    [0.25, 'score', '0.25'],
  ])('a threshold of %s %s reads %s', (value, unit, text) => {
    expect(plain(formatThreshold(value, unit, 'en'))).toBe(text)
  })

  it.each([
    [[0, 1000, 2000], 'ms', ['0 s', '1 s', '2 s']],
    [[0, 500, 1000], 'ms', ['0.0 s', '0.5 s', '1.0 s']],
    [[0, 250, 500, 750, 1000], 'ms', ['0.00 s', '0.25 s', '0.50 s', '0.75 s', '1.00 s']],
    [[0, 50, 100], 'ms', ['0 ms', '50 ms', '100 ms']],
    [[0, 0.05, 0.1], 'score', ['0.00', '0.05', '0.10']],
    [[0], 'ms', ['0 ms']],
  ])('ticks %s %s share unit and decimals', (ticks, unit, labels) => {
    expect(formatTicks(ticks, unit, 'en').map(plain)).toEqual(labels)
  })

  it.each([
    [0.834, '83%'],
    [0, '0%'],
    [0.001, '< 1%'],
    [0.9999, '> 99%'],
    [1, '100%'],
    [null, '–'],
  ])('a share of %s reads %s', (share, text) => {
    expect(formatShare(share, 'en')).toBe(text)
  })
})

describe('times', () => {
  const at = (iso: string) => Date.parse(iso)

  it.each([
    ['2026-11-14T13:00:00Z', '2026-11-14T14:00:00Z', 'Nov 14, 2:00 – 3:00 PM'],
    ['2026-11-13T23:00:00Z', '2026-11-14T23:00:00Z', 'Sat, Nov 14'],
    ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Sun, Oct 25'],
    ['2026-11-15T23:00:00Z', '2026-11-22T23:00:00Z', 'Nov 16 – 22'],
    ['2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z', 'November 2026'],
  ])('a bucket from %s to %s reads %s', (start, end, text) => {
    expect(plain(formatBucket(at(start), at(end), 'Europe/Berlin', 'en'))).toBe(text)
  })

  it.each([
    [0, '0 sec'],
    [192_000, '3 min 12 sec'],
    [3_600_000, '1 hr'],
    [7_384_000, '2 hr 3 min'],
  ])('%s ms last %s', (durationMs, text) => {
    expect(plain(formatLength(durationMs, 'en'))).toBe(text)
  })

  it.each([
    [-10, '0:00.0'],
    [4250, '0:04.2'],
    [751_000, '12:31'],
    [3_729_000, '1:02:09'],
  ])('%s ms after the start read %s', (sinceMs, text) => {
    expect(formatClock(sinceMs)).toBe(text)
  })

  it('tells how long ago', () => {
    expect(formatAgo(0, 185_000, 'en')).toBe('3 min. ago')
    expect(formatAgo(0, 86_400_000, 'en')).toBe('yesterday')
  })

  it.each([
    ['P7D', 'last 7 days'],
    ['P1D', 'last 24 hours'],
    ['PT6H', 'last 6 hours'],
    ['PT30M', 'last 30 minutes'],
    ['2026-11-01/2026-11-08', 'period'],
  ])('%s reads %s', (range, text) => {
    expect(periodWords(range)).toBe(text)
  })
})

describe('names', () => {
  it.each([
    ['COUNTRY', 'DE', 'Germany'],
    ['COUNTRY', '<b>', '<b>'],
    ['DEVICE', 'MOBILE', 'Mobile'],
    ['PAGE', '/cart', '/cart'],
    ['PAGE', null, 'Unknown'],
  ] as const)('%s %s reads %s', (dimension, key, label) => {
    expect(keyLabel(dimension, key, 'en')).toBe(label)
  })
})
