/** Moments as a field has them, on the clocks of a time zone: 2026-11-21T10:30. */
import { dateFormat } from '../../format/time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const FIELD = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

export function localMoment(at: number, timeZone: string): string {
  const shifted = Math.floor(at / MINUTE_MS) * MINUTE_MS + offsetMs(at, timeZone)
  return new Date(shifted).toISOString().slice(0, 16)
}

/** As ISO 8601; null if it is no moment. In an hour that clocks go through twice it is the first. */
export function momentOf(local: string, timeZone: string): string | null {
  // Date.parse makes a year of almost anything.
  const asUtc = FIELD.test(local) ? Date.parse(`${local.slice(0, 16)}:00Z`) : NaN
  if (Number.isNaN(asUtc)) return null
  // The zone may change its offset between the first guess and the moment itself.
  const guess = asUtc - offsetMs(asUtc - offsetMs(asUtc, timeZone), timeZone)
  const earlier = asUtc - offsetMs(guess - 3 * HOUR_MS, timeZone)
  const isTwice = localMoment(earlier, timeZone) === local.slice(0, 16)
  return new Date(isTwice ? Math.min(guess, earlier) : guess).toISOString()
}

function offsetMs(at: number, timeZone: string): number {
  const parts = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}
