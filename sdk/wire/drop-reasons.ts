/** Why a client gave up events that it had recorded. What was never recorded (sampling, no consent) is not among them. */
export const DROP_REASON_MEANINGS = {
  outbox_full: 'More was unsent than the outbox may hold: the oldest went.',
  too_old: 'Unsent for longer than the collector would take it.',
  refused: 'The collector refused it for good.',
  too_large: 'A single event was larger than a batch may be.',
  before_settings: "More happened than is kept while the site's settings are not known yet: the oldest went.",
} as const

export type DropReason = keyof typeof DROP_REASON_MEANINGS
export const DROP_REASONS = Object.keys(DROP_REASON_MEANINGS) as DropReason[]
