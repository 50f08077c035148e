/** Why a client gave up events that it had recorded. What was never recorded (sampling, no consent) is not among them. */
export const DROP_REASONS = [
  /** More was unsent than the outbox may hold: the oldest went. */
  'outbox_full',
  /** Unsent for longer than the collector would take it. */
  'too_old',
  /** The collector refused it for good. */
  'refused',
  /** A single event was larger than a batch may be. */
  'too_large',
] as const

export type DropReason = (typeof DROP_REASONS)[number]
