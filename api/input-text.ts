import { Duration } from 'luxon'

/** A GraphQL input as it can be sent again, as JSON: durations, which arrive in ms, as ISO 8601. */
export function inputText(input: object): string {
  const iso = (value: unknown) =>
    typeof value === 'number' ? Duration.fromMillis(value).rescale().toISO() : value
  return JSON.stringify(input, (key, value: unknown) => {
    if (key === 'window') return iso(value)
    if (key !== 'duration' || typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([bound, ms]) => [bound, iso(ms)]))
  })
}
