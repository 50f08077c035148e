/** Every element with the file that defines it, from `widgets/elements/`: each is a script of its own as well. */
export const ELEMENT_FILES = {
  'sight-breakdown': 'breakdown/breakdown.ts',
  'sight-context': 'context/context.ts',
  'sight-filters': 'filters/filters.ts',
  'sight-funnel': 'funnel/funnel.ts',
  'sight-paths': 'paths/paths.ts',
  'sight-range': 'range/range.ts',
  'sight-retention': 'retention/retention.ts',
  'sight-session-timeline': 'session-timeline/session-timeline.ts',
  'sight-sessions': 'sessions/sessions.ts',
  'sight-time-series': 'time-series/time-series.ts',
  'sight-vital-card': 'vital-card/vital-card.ts',
} as const
