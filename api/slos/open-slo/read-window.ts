/** The time window of an OpenSLO document. */
import type { SloWindowInput } from '../../schema.generated.ts'
import { parseShorthand, shorthandMs } from './durations.ts'
import {
  type Field,
  type Fields,
  type Reader,
  fieldsOf,
  flagOf,
  itemsOf,
  required,
  textOf,
} from './reader.ts'

/** `duration` as it was written. */
export type ReadWindow = { window: SloWindowInput; duration: string }

const DAY_MS = 86_400_000
const CALENDAR = { '1w': 'WEEK', '1M': 'MONTH', '1Q': 'QUARTER' } as const

export function readWindow(reader: Reader, list: Field | null): ReadWindow | null {
  const items = itemsOf(reader, list)
  const [first, second] = items
  if (second !== undefined) reader.wrong(second, 'an SLO has one time window: leave the others out')
  if (list !== null && first === undefined)
    reader.wrong(list.at, '`timeWindow` needs one item with a `duration`')
  if (first === undefined) return null
  const fields = fieldsOf(reader, first, {
    of: 'the timeWindow',
    known: ['duration', 'isRolling', 'calendar'],
  })
  if (fields === null) return null
  const duration = required(reader, fields, { name: 'duration', of: 'the timeWindow', at: first })
  const text = textOf(reader, duration)
  const calendar = fields.get('calendar')
  const isRolling = flagOf(reader, fields.get('isRolling')) ?? calendar === undefined
  if (isRolling && calendar !== undefined)
    reader.wrong(calendar.at, 'a rolling window has no `calendar`: leave it out, or write `isRolling: false`')
  if (!isRolling && calendar === undefined)
    reader.wrong(first, 'a window that is not rolling needs `calendar` with `startTime` and `timeZone`')
  if (text === null || duration === null) return null
  if (isRolling) return rolling(reader, duration, text)
  return calendar === undefined ? null : aligned(reader, { duration, text, calendar })
}

function rolling(reader: Reader, duration: Field, text: string): ReadWindow | null {
  const shorthand = parseShorthand(text)
  const ms = shorthand === null ? null : shorthandMs(shorthand)
  if (ms !== null && ms > 0 && ms % DAY_MS === 0) return { window: { days: ms / DAY_MS }, duration: text }
  reader.wrong(
    duration.value,
    `a rolling window of "${text.slice(0, 60)}": expected whole days up to 90d, such as 28d or 4w`,
  )
  return null
}

function aligned(
  reader: Reader,
  { duration, text, calendar }: { duration: Field; text: string; calendar: Field },
): ReadWindow | null {
  const fields: Fields | null = fieldsOf(reader, calendar.value, {
    of: 'the calendar',
    known: ['startTime', 'timeZone'],
  })
  if (fields === null) return null
  const need = (name: string) => required(reader, fields, { name, of: 'the calendar', at: calendar.at })
  const start = textOf(reader, need('startTime'))
  const timeZone = textOf(reader, need('timeZone'))
  // A window of a minute makes no sense; `1m` is often written for a month.
  const isMonth = text === '1m'
  if (isMonth) reader.note(duration.value, 'a calendar window of `1m`, a minute, is read as `1M`, a month')
  const written = isMonth ? '1M' : text
  const unit = Object.hasOwn(CALENDAR, written) ? CALENDAR[written as keyof typeof CALENDAR] : null
  if (unit === null) {
    reader.wrong(duration.value, `a calendar window of "${text.slice(0, 60)}": expected 1w, 1M or 1Q`)
    return null
  }
  if (start === null || timeZone === null) return null
  return { window: { calendar: unit, timeZone, start: start.trim().replace(' ', 'T') }, duration: written }
}
