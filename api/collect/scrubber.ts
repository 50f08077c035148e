/** How the texts of a site are scrubbed: as everybody's, and then by the site's own rules. */
import { UTM_PARAMETERS, scrubText, scrubUrl } from '../../sdk/wire/scrub.ts'
import type { ScrubRules } from '../sites/settings.ts'
import { memo } from './memo.ts'
import { compilePatterns } from './scrub-pattern.ts'

export type Attributes = Record<string, string | number | boolean | null>

export type Scrubber = {
  text(text: string): string
  /** Null where there is none. */
  optional(text: string | null | undefined): string | null
  url(url: string): string
  /** Any value of the wire with every text in it scrubbed. */
  deep(value: unknown): unknown
  /** With every key and text scrubbed, and without those that the site does not want. */
  attributes(attributes: Attributes | undefined): Attributes
}

export function createScrubber(rules: ScrubRules): Scrubber {
  const remove = rules.patterns.length === 0 ? (text: string) => text : compilePatterns(rules.patterns)
  const parameters =
    rules.keepParameters.length === 0 ? UTM_PARAMETERS : new Set([...UTM_PARAMETERS, ...rules.keepParameters])
  const text = memo((value) => remove(scrubText(value)))
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(deep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), deep(item)]))
  }
  return {
    text,
    optional: (value) => (value === undefined || value === null || value === '' ? null : text(value)),
    url: memo((url) => remove(scrubUrl(url, parameters))),
    deep,
    attributes: (attributes = {}) =>
      Object.fromEntries(
        Object.entries(attributes)
          .filter(([key]) => isWanted(key, rules))
          .map(([key, value]) => [text(key), typeof value === 'string' ? text(value) : value]),
      ),
  }
}

function isWanted(key: string, { dropAttributes, allowAttributes }: ScrubRules): boolean {
  return !dropAttributes.includes(key) && (allowAttributes.length === 0 || allowAttributes.includes(key))
}
