/** An input that GraphQL has taken, as JSON that it would take again. */
import { Duration } from 'luxon'

/** Only durations change on their way in: their milliseconds become ISO 8601 again. */
export function withIsoDurations<Input>(input: Input): Input {
  return JSON.parse(
    JSON.stringify(input, (key, value: unknown) => {
      if (key === 'window') return iso(value)
      if (key !== 'duration' || typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([bound, ms]) => [bound, iso(ms)]))
    }),
  ) as Input
}

function iso(value: unknown): unknown {
  return typeof value === 'number' ? Duration.fromMillis(value).rescale().toISO() : value
}
