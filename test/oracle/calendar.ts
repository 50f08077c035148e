/** Where buckets meet, found by looking at the clock on the wall of a zone every quarter of an hour. */
const QUARTER = 15 * 60_000

const FINE = { MINUTE: 60_000, FIVE_MINUTES: 5 * 60_000, QUARTER_HOUR: QUARTER }

const clocks = new Map<string, Intl.DateTimeFormat>()
const seen = new Map<string, { hour: number; minute: number; weekday: string; day: number }>()

/** The edges of the buckets of a range, its own ends included. */
export function wallEdges(from: number, to: number, interval: string, zone: string): number[] {
  const step = interval in FINE ? FINE[interval as keyof typeof FINE] : QUARTER
  const edges = [from]
  for (let time = Math.floor(from / step) * step + step; time < to; time += step) {
    if (interval in FINE || begins(time, interval, zone)) edges.push(time)
  }
  return [...edges, to]
}

function begins(time: number, interval: string, zone: string): boolean {
  const { hour, minute, weekday, day } = wallClock(time, zone)
  if (interval === 'HOUR') return minute === 0
  if (hour !== 0 || minute !== 0) return false
  return (
    interval === 'DAY' || (interval === 'WEEK' && weekday === 'Mon') || (interval === 'MONTH' && day === 1)
  )
}

function wallClock(time: number, zone: string) {
  const key = `${zone} ${time}`
  const known = seen.get(key)
  if (known !== undefined) return known
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  clocks.set(zone, clock)
  const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]))
  const wall = {
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
    weekday: parts['weekday'] ?? '',
    day: Number(parts['day']),
  }
  seen.set(key, wall)
  return wall
}
