/** What alerts are called, for whom they are, and why a rule says nothing. */
import type { RatingName } from '../../format/names.ts'
import { DIMENSIONS, isDimension, keyLabel } from '../../format/names.ts'

export const ALERT_STATES = {
  FIRING: { label: 'Firing', rating: 'POOR' },
  ESCALATED: { label: 'Escalated', rating: 'POOR' },
  RESOLVED: { label: 'Resolved', rating: 'GOOD' },
} as const satisfies Record<string, { label: string; rating: RatingName }>

export const FROZEN = {
  NO_EVENTS: 'nothing to judge',
  THIN: 'fewer samples than it asks for',
  LATE: 'data are late, or stopped coming',
  COVERAGE: 'less than 90 % of what was sent arrived',
  UNANSWERED: 'its question had no answer',
} as const

export type FrozenName = keyof typeof FROZEN

const ENDINGS: Readonly<Record<string, string>> = {
  RULE_CHANGED: 'its rule was changed',
  RULE_DISABLED: 'its rule was switched off',
  RULE_DELETED: 'its rule was deleted',
}

/** Why it ended, unless the trouble was over. */
export function endingWords(endedBy: string | null): string | null {
  return endedBy === null ? null : (ENDINGS[endedBy] ?? null)
}

/** `Country: Brazil`; everybody where the rule is not split. */
export function forWhom(dimension: string | null, segment: string, locale: string): string {
  if (dimension === null || segment === '') return 'All of the site'
  const key = keyOf(segment)
  if (!isDimension(dimension)) return key ?? 'Unknown'
  return `${DIMENSIONS[dimension].label}: ${keyLabel(dimension, key, locale)}`
}

/** The key of a part is JSON; what is none is shown as it is. */
function keyOf(segment: string): string | null {
  try {
    const key: unknown = JSON.parse(segment)
    return typeof key === 'string' ? key : null
  } catch {
    return segment
  }
}
