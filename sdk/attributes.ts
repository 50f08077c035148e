/** The site's own values, brought within the limits: what does not fit is left out, never the whole event. */
import { LIMITS } from './wire/limits.ts'
import { sendableText } from './capture/view.ts'

export type Attributes = { [key: string]: string | number | boolean | null }

/**
 * At most 64 keys of 40 characters; text is scrubbed and cut to 1,024 characters; finite numbers, booleans and null pass;
 * anything else is left out.
 */
export function cleanAttributes(input: unknown): Attributes {
  const clean: Attributes = {}
  if (typeof input !== 'object' || input === null) return clean
  for (const [key, value] of Object.entries(input)) {
    if (key === '' || key.length > LIMITS.attributeKeyLength) continue
    if (Object.keys(clean).length >= LIMITS.attributes) break
    if (typeof value === 'string') clean[key] = sendableText(value, LIMITS.attributeValueLength)
    else if (value === null || typeof value === 'boolean' || Number.isFinite(value)) clean[key] = value
  }
  return clean
}
