/** What OpenSLO says of an SLO that means nothing to Sightline, kept so that it is written again. */
import type { Metadata } from './documents.ts'

export type Extras = {
  metadata?: Metadata
  service?: string
  serviceDocument?: Described
  indicator?: Partial<Described>
  /** The window as it was written: `4w` is 28 days. */
  duration?: string
  objective?: { displayName?: string; op?: string; percent?: true }
  /** By the name of the rule. */
  policies?: Record<string, Described & { condition: Described }>
}

export type Described = { metadata: Metadata; description?: string }

/** Says of a site's own indicator what a foreign metric source is to be replaced with. */
export const INDICATOR_ANNOTATION = 'sightline.dev/indicator'
/** The preset, where the rules were not given one by one. */
export const PRESET_ANNOTATION = 'sightline.dev/burn-rate-preset'

/** How an SLO with this head is called. */
export function nameOf({ name, displayName }: Metadata): string {
  return displayName ?? name
}

/** For `metadata.name`, which takes small letters, digits and dashes. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? 'slo' : slug.slice(0, 60)
}
