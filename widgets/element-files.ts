/** Every element with the file that defines it, from `widgets/elements/`: each is a script of its own as well. */
export const ELEMENT_FILES = {
  'sight-breakdown': 'breakdown/breakdown.ts',
  'sight-context': 'context/context.ts',
  'sight-core-web-vitals': 'core-web-vitals/core-web-vitals.ts',
  'sight-distribution': 'distribution/distribution.ts',
  'sight-error-detail': 'error-detail/error-detail.ts',
  'sight-errors': 'errors/errors.ts',
  'sight-filters': 'filters/filters.ts',
  'sight-live': 'live/live.ts',
  'sight-range': 'range/range.ts',
  'sight-requests': 'requests/requests.ts',
  'sight-session-timeline': 'session-timeline/session-timeline.ts',
  'sight-sessions': 'sessions/sessions.ts',
  'sight-third-parties': 'third-parties/third-parties.ts',
  'sight-time-series': 'time-series/time-series.ts',
  'sight-vital-card': 'vital-card/vital-card.ts',
} as const
