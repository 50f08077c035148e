import { scrubText } from '../../sdk/wire/scrub.ts'

export type Attributes = Record<string, string | number | boolean | null>

/** Attributes with every key and text scrubbed. */
export function scrubAttributes(attributes: Attributes | undefined): Attributes {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([key, value]) => [
      scrubText(key),
      typeof value === 'string' ? scrubText(value) : value,
    ]),
  )
}

/** Any value of the wire with every text in it scrubbed. */
export function scrubDeep(value: unknown): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (Array.isArray(value)) return value.map(scrubDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [scrubText(key), scrubDeep(item)]))
}

/** Scrubbed text; null where there is none. */
export function scrubbed(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : scrubText(value)
}
