/** Countries with a figure as places of a map, shaded in steps. What they look like in each step the element says. */
import { EARTH } from './earth.ts'

export type Outline = readonly [code: string, x: number, y: number, breadth: number, outline: string]

export interface CountryValue {
  code: string
  value: number | null
}

export interface CountryMark {
  code: string
  /** The point that speaks for it. */
  x: number
  y: number
  /** Of its largest piece; 0 for what is a dot. */
  breadth: number
  /** The empty string for what is a dot. */
  outline: string
  /** 1 to STEPS; null where nothing was measured. */
  step: number | null
}

export interface CountryMap {
  /** In the order of the values. */
  marks: CountryMark[]
  /** The outline of all countries without a figure. */
  quiet: string
  /** Where each step ends, in the unit of the values; the last has no end where it is Infinity. */
  ends: number[]
}

export const STEPS = 6

interface CountryMapOptions {
  outlines: readonly Outline[]
  values: readonly CountryValue[]
  /** Of the rating; two steps lie in each. Without them the steps are even, up to the highest value. */
  thresholds: readonly [good: number, poor: number] | null
}

export function buildCountryMap({ outlines, values, thresholds }: CountryMapOptions): CountryMap {
  const places = new Map(outlines.map((outline) => [outline[0], outline]))
  const ends = thresholds === null ? evenEnds(values) : ratedEnds(thresholds)
  const marks = values.flatMap(({ code, value }) => {
    const place = places.get(code)
    if (place === undefined) return []
    const [, x, y, breadth, outline] = place
    return [{ code, x, y, breadth, outline, step: value === null ? null : stepOf(value, ends) }]
  })
  const shown = new Set(marks.map(({ code }) => code))
  return {
    marks,
    quiet: outlines
      .filter(([code]) => !shown.has(code))
      .map(([, , , , outline]) => outline)
      .join(''),
    ends,
  }
}

/** A value on a border belongs to the better step, as it does to the better rating. */
function stepOf(value: number, ends: readonly number[]): number {
  return ends.findIndex((end) => value <= end * (1 + 1e-9)) + 1
}

function ratedEnds([good, poor]: readonly [number, number]): number[] {
  return [good / 2, good, (good + poor) / 2, poor, poor * 1.5, Infinity]
}

function evenEnds(values: readonly CountryValue[]): number[] {
  const highest = Math.max(0, ...values.map(({ value }) => value ?? 0))
  return Array.from({ length: STEPS }, (_, index) =>
    index === STEPS - 1 ? highest : (highest * (index + 1)) / STEPS,
  )
}

const TOOLTIP_GAP = 12

/**
 * Where the corner of a tooltip goes, in CSS pixels of the map at `scale` pixels for a unit: beside the country, on the
 * side with more room. Where there is none on either side it stands below the country, over what follows the map.
 */
export function besideCountry(
  [, x, y, breadth]: Outline,
  size: { width: number; height: number },
  scale: number,
): { x: number; y: number } {
  const away = (breadth / 2) * scale + TOOLTIP_GAP
  const left = x > EARTH.width / 2 ? x * scale - size.width - away : x * scale + away
  const room = EARTH.width * scale - size.width
  const lowest = EARTH.height * scale - size.height
  if (left >= 0 && left <= room)
    return { x: Math.round(left), y: Math.round(Math.max(0, Math.min(y * scale, lowest))) }
  return {
    x: Math.round(Math.max(0, Math.min(left, room))),
    y: Math.round(y * scale + 2 * TOOLTIP_GAP),
  }
}

const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

/** Which of so many a key leads to from one of them; null for a key that leads nowhere. */
export function orderMove(from: number, key: string, length: number): number | null {
  const step = KEY_STEPS[key]
  if (step === undefined || length === 0) return null
  return Math.min(length - 1, Math.max(0, from + step))
}
