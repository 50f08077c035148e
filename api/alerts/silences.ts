/** What holds a notice back: a silence from one moment to another, or a window of maintenance that comes every week. */
import { DateTime } from 'luxon'
import type { MaintenanceWindow, Silence } from '../../prisma/generated/client.ts'

type Matched = { ruleId: number; segment: string }

export type Quiet = {
  silences: readonly Pick<Silence, 'ruleId' | 'segment' | 'from' | 'to' | 'reason' | 'by'>[]
  windows: readonly Pick<
    MaintenanceWindow,
    'ruleId' | 'name' | 'timeZone' | 'weekdays' | 'startsAt' | 'durationMs'
  >[]
}

/** What holds a notice of this rule and segment back at this moment, in words; null: nothing does. */
export function heldBy(
  { silences, windows }: Quiet,
  { ruleId, segment }: Matched,
  at: number,
): string | null {
  const silence = silences.find(
    (one) =>
      (one.ruleId === null || one.ruleId === ruleId) &&
      (one.segment === null || one.segment === segment) &&
      one.from.getTime() <= at &&
      at < one.to.getTime(),
  )
  if (silence !== undefined) return `${silence.reason} (${silence.by})`
  const window = windows.find((one) => (one.ruleId === null || one.ruleId === ruleId) && isWithin(one, at))
  return window === undefined ? null : `maintenance: ${window.name}`
}

/** Half-open, on the clocks of its zone: one that begins late on Sunday may end on Monday. */
export function isWithin(
  { timeZone, weekdays, startsAt, durationMs }: Omit<Quiet['windows'][number], 'ruleId' | 'name'>,
  at: number,
): boolean {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number)
  const today = DateTime.fromMillis(at, { zone: timeZone }).startOf('day')
  return [today, today.minus({ days: 1 })].some((day) => {
    const start = day.set({ hour, minute }).toMillis()
    return weekdays.includes(day.weekday) && start <= at && at < start + durationMs
  })
}
